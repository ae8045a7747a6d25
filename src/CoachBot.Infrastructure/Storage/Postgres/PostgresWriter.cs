using System.Threading.Channels;
using Npgsql;

namespace CoachBot.Infrastructure.Storage.Postgres;

/// <summary>
/// Sends whatever waits as one batch: one way to the server and back, one implicit transaction. Its commits do not wait for the server's disk
/// (<c>synchronous_commit=off</c>); whoever needs that waits for the flush beside it.
/// </summary>
internal sealed class PostgresWriter : IAsyncDisposable
{
    private const int MostStatements = 400;

    private readonly Channel<PendingWrite> _waiting = Channel.CreateUnbounded<PendingWrite>(new() { SingleReader = true });
    private readonly NpgsqlDataSource _source;
    private readonly PostgresRetry _retry;
    private readonly Task _work;

    public PostgresWriter(NpgsqlDataSource source, PostgresRetry retry)
    {
        _source = source;
        _retry = retry;
        _work = Task.Run(WorkAsync);
    }

    /// <summary>Queues a write.</summary>
    public Task<int[]> WriteAsync(PendingWrite write)
    {
        ObjectDisposedException.ThrowIf(!_waiting.Writer.TryWrite(write), this);
        return write.Task;
    }

    /// <summary>Writes what waits and ends.</summary>
    public async ValueTask DisposeAsync()
    {
        _waiting.Writer.TryComplete();
        await _work;
        await _source.DisposeAsync();
    }

    private async Task WorkAsync()
    {
        var batch = new List<PendingWrite>();
        while (await _waiting.Reader.WaitToReadAsync())
        {
            var statements = 0;
            while (statements < MostStatements && _waiting.Reader.TryRead(out var write))
            {
                batch.Add(write);
                statements += write.Statements.Length;
            }

            await CommitAsync(batch);
            batch.Clear();
        }
    }

    private async Task CommitAsync(List<PendingWrite> batch)
    {
        try
        {
            var results = await _retry.RunAsync(() => SendAsync(batch), CancellationToken.None);
            for (var at = 0; at < batch.Count; at++)
            {
                batch[at].TrySetResult(results[at]);
            }
        }
        catch (PostgresException e) when (batch.Count > 1 && !PostgresRetry.IsPassing(e))
        {
            foreach (var write in batch)
            {
                await CommitAsync([write]);
            }
        }
        catch (Exception e)
        {
            batch.ForEach(write => write.TrySetException(e));
        }
    }

    private async Task<int[][]> SendAsync(List<PendingWrite> batch)
    {
        await using var connection = await _source.OpenConnectionAsync();
        await using var commands = new NpgsqlBatch(connection);
        foreach (var statement in batch.SelectMany(write => write.Statements))
        {
            var command = new NpgsqlBatchCommand(statement.Sql);
            PostgresSession.Bind(command.Parameters, statement);
            commands.BatchCommands.Add(command);
        }

        await commands.ExecuteNonQueryAsync();
        var at = 0;
        return batch.ConvertAll(write => Array.ConvertAll(write.Statements, _ => Math.Max(0, commands.BatchCommands[at++].RecordsAffected))).ToArray();
    }
}
