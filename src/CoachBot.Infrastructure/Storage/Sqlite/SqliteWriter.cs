using System.Threading.Channels;

namespace CoachBot.Infrastructure.Storage.Sqlite;

/// <summary>
/// SQLite's one writer, on a thread of its own. Whatever came in during the last commit goes into the next one: under load a commit carries
/// hundreds of writes, and a single write waits for nobody. A commit is in the log, in the operating system's hands; the flush that makes it
/// survive a power cut follows beside it (<see cref="SqliteLog"/>).
/// </summary>
internal sealed class SqliteWriter : IAsyncDisposable
{
    // Bounded, so that the first of a batch does not wait for an endless transaction.
    private const int MostInOneCommit = 1000;

    private readonly Channel<object> _waiting = Channel.CreateUnbounded<object>(new() { SingleReader = true });

    // The kernel's, which sleeps at once: a thread that spins while it waits takes the processor from those that answer. Left to the
    // collector: whoever queued a last write may still be about to set it.
    private readonly AutoResetEvent _added = new(false);
    private readonly TaskCompletionSource _ended = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly SqliteSession _session;
    private readonly SqliteLog _log;

    public SqliteWriter(SqliteSession session, SqliteLog log)
    {
        _session = session;
        _log = log;
        new Thread(Work) { IsBackground = true, Name = "sqlite-writer" }.Start();
    }

    /// <summary>Queues a write.</summary>
    public Task<int[]> WriteAsync(PendingWrite write) => Queue(write, write.Task);

    /// <summary>Queues a piece of work that gets a transaction of its own.</summary>
    public Task<T> TransactAsync<T>(Func<ISession, Task<T>> work)
    {
        var own = new OwnTransaction<T>(work);
        return Queue(own, own.Task);
    }

    /// <summary>Queues a piece of work that must not be in a transaction.</summary>
    public Task<T> AloneAsync<T>(Func<SqliteSession, T> work)
    {
        var alone = new Alone<T>(work);
        return Queue(alone, alone.Task);
    }

    /// <summary>Writes what waits and ends.</summary>
    public async ValueTask DisposeAsync()
    {
        _waiting.Writer.TryComplete();
        _added.Set();
        await _ended.Task;
    }

    private Task<T> Queue<T>(object item, Task<T> task)
    {
        ObjectDisposedException.ThrowIf(!_waiting.Writer.TryWrite(item), this);
        _added.Set();
        return task;
    }

    private void Work()
    {
        var batch = new List<PendingWrite>();
        while (Next() is { } item)
        {
            switch (item)
            {
                case PendingWrite write:
                    batch.Add(write);
                    while (batch.Count < MostInOneCommit && _waiting.Reader.TryPeek(out var next) && next is PendingWrite another)
                    {
                        batch.Add(another);
                        _waiting.Reader.TryRead(out _);
                    }

                    Commit(batch);
                    batch.Clear();
                    break;
                case IOwnWork work:
                    work.Run(_session);
                    _log.Committed();
                    break;
            }
        }

        _session.Dispose();
        _ended.SetResult();
    }

    // Null when nothing will come any more.
    private object? Next()
    {
        object? item;
        while (!_waiting.Reader.TryRead(out item) && !_waiting.Reader.Completion.IsCompleted)
        {
            _added.WaitOne();
        }

        return item;
    }

    private void Commit(List<PendingWrite> batch)
    {
        var results = new int[batch.Count][];
        try
        {
            _session.Execute(new("BEGIN IMMEDIATE"));
            for (var at = 0; at < batch.Count; at++)
            {
                results[at] = Array.ConvertAll(batch[at].Statements, _session.Execute);
            }

            _session.Execute(new("COMMIT"));
        }
        catch (Exception e)
        {
            // Whatever it is, it belongs to whoever wrote it: this thread serves everybody.
            Rollback(_session);
            Separately(batch, e);
            return;
        }

        for (var at = 0; at < batch.Count; at++)
        {
            batch[at].TrySetResult(results[at]);
        }

        _log.Committed();
    }

    private void Separately(List<PendingWrite> batch, Exception error)
    {
        if (batch is [var only])
        {
            only.TrySetException(error);
            return;
        }

        foreach (var write in batch)
        {
            Commit([write]);
        }
    }

    // A failed COMMIT may have ended the transaction already.
    private static void Rollback(SqliteSession session)
    {
        if (SQLitePCL.raw.sqlite3_get_autocommit(session.Connection.Handle!) == 0)
        {
            session.Execute(new("ROLLBACK"));
        }
    }

    private interface IOwnWork
    {
        void Run(SqliteSession session);
    }

    private sealed class Alone<T>(Func<SqliteSession, T> work) : TaskCompletionSource<T>(TaskCreationOptions.RunContinuationsAsynchronously), IOwnWork
    {
        public void Run(SqliteSession session)
        {
            try
            {
                TrySetResult(work(session));
            }
            catch (Exception e)
            {
                TrySetException(e);
            }
        }
    }

    private sealed class OwnTransaction<T>(Func<ISession, Task<T>> work) : TaskCompletionSource<T>(TaskCreationOptions.RunContinuationsAsynchronously), IOwnWork
    {
        public void Run(SqliteSession session)
        {
            try
            {
                session.Execute(new("BEGIN IMMEDIATE"));
                var result = work(session).GetAwaiter().GetResult();
                session.Execute(new("COMMIT"));
                TrySetResult(result);
            }
            catch (Exception e)
            {
                Rollback(session);
                TrySetException(e);
            }
        }
    }
}
