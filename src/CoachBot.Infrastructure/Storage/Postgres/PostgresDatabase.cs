using System.Data;
using System.Data.Common;
using Npgsql;

namespace CoachBot.Infrastructure.Storage.Postgres;

/// <summary>PostgreSQL, shared by any number of machines.</summary>
internal sealed class PostgresDatabase : Database
{
    // Any number that nobody else uses on this database: the door that migrating machines queue at.
    private const long MigrationDoor = 0x0C0AC4B07;

    private readonly NpgsqlDataSource _source;
    private readonly PostgresWriter _writer;
    private readonly PostgresRetry _retry;
    private readonly GroupFlush _flush;

    public PostgresDatabase(string connectionString, TimeProvider time)
    {
        try
        {
            var settings = new NpgsqlConnectionStringBuilder(connectionString);
            settings.MaxAutoPrepare = settings.MaxAutoPrepare == 0 ? 100 : settings.MaxAutoPrepare;
            settings.AutoPrepareMinUsages = 2;
            settings.ApplicationName ??= "coachbot";
            settings.KeepAlive = settings.KeepAlive == 0 ? 30 : settings.KeepAlive;
            _retry = new(time);
            _source = NpgsqlDataSource.Create(settings);
            _writer = new(NpgsqlDataSource.Create(Writing(settings)), _retry);
            _flush = new("postgres-flush", () => FlushNowAsync().GetAwaiter().GetResult());
        }
        catch (ArgumentException e)
        {
            throw new StorageException(StorageTexts.Format("BadConnectionString", e.Message), e);
        }
    }

    /// <inheritdoc />
    public override Dialect Dialect => Dialect.Postgres;

    /// <inheritdoc />
    public override bool IsShared => true;

    /// <inheritdoc />
    public override Task<int[]> CommitAsync(CancellationToken cancel, params Statement[] statements)
    {
        cancel.ThrowIfCancellationRequested();
        return _writer.WriteAsync(new(statements));
    }

    /// <inheritdoc />
    public override Task FlushAsync() => _flush.WaitAsync();

    /// <inheritdoc />
    public override Task<List<T>> ReadAsync<T>(Statement statement, Func<DbDataReader, T> row, CancellationToken cancel) => _retry.RunAsync(
        async () =>
        {
            await using var connection = await _source.OpenConnectionAsync(cancel);
            return await new PostgresSession(connection, null).QueryAsync(statement, row, cancel);
        },
        cancel);

    /// <inheritdoc />
    public override Task<T> TransactAsync<T>(Func<ISession, Task<T>> work, CancellationToken cancel) =>
        _retry.RunAsync(() => OnceAsync(work, IsolationLevel.ReadCommitted, cancel), cancel);

    /// <inheritdoc />
    public override Task<T> MigrateAsync<T>(Func<ISession, Task<T>> work, CancellationToken cancel) => TransactAsync(
        async session =>
        {
            await session.QueryAsync(new("SELECT pg_advisory_xact_lock($1)", MigrationDoor), _ => true, cancel);
            return await work(session);
        },
        cancel);

    /// <summary>Reads many things as they were at one moment.</summary>
    public Task<T> SnapshotAsync<T>(Func<ISession, Task<T>> work, CancellationToken cancel) =>
        OnceAsync(work, IsolationLevel.RepeatableRead, cancel);

    /// <inheritdoc />
    public override async ValueTask DisposeAsync()
    {
        await _writer.DisposeAsync();
        await _flush.DisposeAsync();
        await _source.DisposeAsync();
    }

    private async Task<T> OnceAsync<T>(Func<ISession, Task<T>> work, IsolationLevel isolation, CancellationToken cancel)
    {
        await using var connection = await _source.OpenConnectionAsync(cancel);
        await using var transaction = await connection.BeginTransactionAsync(isolation, cancel);
        var result = await work(new PostgresSession(connection, transaction));
        await transaction.CommitAsync(cancel);
        return result;
    }

    // A commit that wrote something and waits for the disk takes everything before it along; asking for a transaction's number writes.
    private Task<List<long>> FlushNowAsync() => ReadAsync(new("SELECT txid_current()"), row => row.GetInt64(0), CancellationToken.None);

    // The writer gives its connection back in no state that must be cleaned.
    private static NpgsqlConnectionStringBuilder Writing(NpgsqlConnectionStringBuilder settings) => new(settings.ToString())
    {
        MinPoolSize = 1,
        MaxPoolSize = 2,
        NoResetOnClose = true,
        Options = $"{settings.Options} -c synchronous_commit=off".Trim(),
    };
}
