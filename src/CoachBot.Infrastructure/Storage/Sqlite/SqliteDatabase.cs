using System.Collections.Concurrent;
using System.Data.Common;
using Microsoft.Data.Sqlite;

namespace CoachBot.Infrastructure.Storage.Sqlite;

/// <summary>
/// One file, written by one thread, read by any number beside it (write-ahead log). Reads take microseconds and run where they are asked for.
/// </summary>
internal sealed class SqliteDatabase : Database
{
    private readonly string _connection;
    private readonly ConcurrentQueue<SqliteSession> _readers = [];
    private readonly SqliteWriter _writer;
    private readonly SqliteLog _log;

    public SqliteDatabase(string file)
    {
        File = Path.GetFullPath(file);
        _connection = new SqliteConnectionStringBuilder { DataSource = File, Pooling = false, DefaultTimeout = 30 }.ToString();
        try
        {
            Directory.CreateDirectory(Path.GetDirectoryName(File)!);
            var session = Open();
            _log = new(File, Open());
            _writer = new(session, _log);
            _log.Crowded = () => _ = _writer.AloneAsync(own => own.Query(SqliteLog.EmptyNow, row => row.GetInt64(1)));
        }
        catch (Exception e) when (e is SqliteException or IOException or UnauthorizedAccessException)
        {
            throw new StorageException(StorageTexts.Format("CannotOpen", File, e.Message), e);
        }
    }

    /// <summary>The file's full path.</summary>
    public string File { get; }

    /// <summary>The log beside the file.</summary>
    public SqliteLog Log => _log;

    /// <inheritdoc />
    public override Dialect Dialect => Dialect.Sqlite;

    /// <inheritdoc />
    public override bool IsShared => false;

    /// <inheritdoc />
    public override Task<int[]> CommitAsync(CancellationToken cancel, params Statement[] statements)
    {
        cancel.ThrowIfCancellationRequested();
        return _writer.WriteAsync(new(statements));
    }

    /// <inheritdoc />
    public override Task FlushAsync() => _log.FlushAsync();

    /// <inheritdoc />
    public override Task<List<T>> ReadAsync<T>(Statement statement, Func<DbDataReader, T> row, CancellationToken cancel)
    {
        cancel.ThrowIfCancellationRequested();
        if (!_readers.TryDequeue(out var session))
        {
            session = Open();
            session.Run("PRAGMA query_only=ON");
        }

        try
        {
            return Task.FromResult(session.Query(statement, row));
        }
        finally
        {
            _readers.Enqueue(session);
        }
    }

    /// <inheritdoc />
    public override async Task<T> TransactAsync<T>(Func<ISession, Task<T>> work, CancellationToken cancel)
    {
        cancel.ThrowIfCancellationRequested();
        var result = await _writer.TransactAsync(work);
        await FlushAsync();
        return result;
    }

    /// <inheritdoc />
    public override Task<T> MigrateAsync<T>(Func<ISession, Task<T>> work, CancellationToken cancel) => TransactAsync(work, cancel);

    /// <summary>Copies the live store into another file.</summary>
    public Task CopyAsync(string file, CancellationToken cancel)
    {
        cancel.ThrowIfCancellationRequested();
        return _writer.AloneAsync(session =>
        {
            using var target = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = file, Pooling = false }.ToString());
            session.Connection.BackupDatabase(target);
            return true;
        });
    }

    /// <inheritdoc />
    public override async ValueTask DisposeAsync()
    {
        await _writer.DisposeAsync();
        await _log.DisposeAsync();
        while (_readers.TryDequeue(out var reader))
        {
            reader.Dispose();
        }
    }

    // With NORMAL a commit is in the operating system's hands; the flush to the disk is SqliteLog's. So is emptying the log into the file,
    // which would otherwise hold up the writer for as long as three flushes.
    private SqliteSession Open()
    {
        var connection = new SqliteConnection(_connection);
        connection.Open();
        var session = new SqliteSession(connection);
        session.Run("PRAGMA journal_mode=WAL; PRAGMA busy_timeout=30000; PRAGMA synchronous=NORMAL; PRAGMA wal_autocheckpoint=0; PRAGMA temp_store=MEMORY");
        return session;
    }
}
