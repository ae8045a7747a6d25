using Microsoft.Data.Sqlite;
using Microsoft.Win32.SafeHandles;

namespace CoachBot.Infrastructure.Storage.Sqlite;

/// <summary>
/// SQLite's write-ahead log beside the writer: flushes it to the disk, and empties it into the database file from a connection of its own,
/// so that the writer waits for neither. What is flushed here is either still in the log or was flushed with the file when the log was emptied.
/// </summary>
internal sealed class SqliteLog : IAsyncDisposable
{
    /// <summary>Empties the log as far as it can now: PASSIVE waits for nobody. What it can't take now it takes the next time.</summary>
    public static readonly Statement EmptyNow = new("PRAGMA wal_checkpoint(PASSIVE)");

    private const int CommitsBetweenEmptying = 1000;

    // 64 MB. Only when the log is emptied to its last page does the writer begin again at its start, and beside a busy writer there is always
    // another page; from this size on the writer itself takes the last few.
    private const long CrowdedPages = 16_000;

    private readonly SqliteSession _emptier;
    private readonly SafeFileHandle _file;
    private readonly GroupFlush _flush;
    private Task _emptying = Task.CompletedTask;
    private int _commits;

    /// <param name="database">The database's file.</param>
    /// <param name="emptier">A connection for emptying the log.</param>
    public SqliteLog(string database, SqliteSession emptier)
    {
        _emptier = emptier;

        // The first read makes the log's file, which then stays as long as a connection is open.
        _emptier.Query(new("SELECT count(*) FROM sqlite_master"), row => row.GetInt64(0));
        _file = File.OpenHandle(database + "-wal", FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.ReadWrite | FileShare.Delete);
        _flush = new("sqlite-flush", Flush);
    }

    /// <summary>Asks the writer to take the last pages of a log that has grown large.</summary>
    public Action? Crowded { get; set; }

    /// <summary>How many bytes of the log are on the disk for certain, as long as it was not emptied. For the test that cuts the rest off.</summary>
    public long FlushedLength { get; private set; }

    /// <summary>Ends when everything committed before is on the disk.</summary>
    public Task FlushAsync() => _flush.WaitAsync();

    /// <summary>Something was committed: it is flushed soon, whether anybody waits for it or not.</summary>
    public void Committed()
    {
        Interlocked.Increment(ref _commits);
        _flush.Owe();
    }

    /// <inheritdoc />
    public async ValueTask DisposeAsync()
    {
        await _flush.DisposeAsync();

        // What could not be emptied stays in the log and is read from there.
        await _emptying.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        _file.Dispose();
        _emptier.Dispose();
    }

    private void Flush()
    {
        var length = RandomAccess.GetLength(_file);
        RandomAccess.FlushToDisk(_file);
        FlushedLength = length;
        if (Volatile.Read(ref _commits) >= CommitsBetweenEmptying && _emptying.IsCompleted)
        {
            Interlocked.Exchange(ref _commits, 0);

            // Beside the flushes: whoever waits for the disk must not wait for the file as well.
            _emptying = Task.Run(Empty);
        }
    }

    private void Empty()
    {
        try
        {
            if (_emptier.Query(EmptyNow, row => row.GetInt64(1)) is [> CrowdedPages])
            {
                Crowded?.Invoke();
            }
        }
        catch (SqliteException e) when (e.SqliteErrorCode is 5 or 6)
        {
            Interlocked.Exchange(ref _commits, CommitsBetweenEmptying);
        }
    }
}
