using System.Data.Common;

namespace CoachBot.Infrastructure.Storage;

/// <summary>
/// One of the two databases. Small writes go through <see cref="CommitAsync"/>, which commits
/// whatever waits together; what must read before it writes takes a transaction of its own.
/// </summary>
internal abstract class Database : IAsyncDisposable
{
    /// <summary>What is written differently in the two.</summary>
    public abstract Dialect Dialect { get; }

    /// <summary>Whether several machines may share it.</summary>
    public abstract bool IsShared { get; }

    /// <summary>
    /// Writes all of the statements or none. They share a commit with others; when it fails each write is tried by itself, so that one bad
    /// statement harms nobody else's. Tried again after a broken connection: a statement must bear being run twice. When the task ends
    /// every reader sees it and a killed process does not undo it; a power cut may, until the next flush (some milliseconds), but never
    /// without everything written after it.
    /// </summary>
    /// <returns>How many rows each touched.</returns>
    public abstract Task<int[]> CommitAsync(CancellationToken cancel, params Statement[] statements);

    /// <summary>Ends when everything committed before survives a power cut too.</summary>
    public abstract Task FlushAsync();

    /// <summary>Commits and flushes: for what somebody is told is kept.</summary>
    public async Task<int[]> KeepAsync(CancellationToken cancel, params Statement[] statements)
    {
        var rows = await CommitAsync(cancel, statements);
        await FlushAsync();
        return rows;
    }

    /// <summary>Reads the last committed state.</summary>
    public abstract Task<List<T>> ReadAsync<T>(Statement statement, Func<DbDataReader, T> row, CancellationToken cancel);

    /// <summary>
    /// Runs a piece of work in a transaction of its own, flushed when the task ends. The work may await the session's calls and nothing
    /// else, and must bear being run twice.
    /// </summary>
    public abstract Task<T> TransactAsync<T>(Func<ISession, Task<T>> work, CancellationToken cancel);

    /// <summary>Runs the migrations' transaction: as <see cref="TransactAsync"/>, with every other machine waiting at the same door.</summary>
    public abstract Task<T> MigrateAsync<T>(Func<ISession, Task<T>> work, CancellationToken cancel);

    /// <summary>The first row of a query, or the default value when there is none.</summary>
    public async Task<T?> ReadFirstAsync<T>(Statement statement, Func<DbDataReader, T> row, CancellationToken cancel) =>
        (await ReadAsync(statement, row, cancel)) is [var first, ..] ? first : default;

    /// <inheritdoc />
    public abstract ValueTask DisposeAsync();
}
