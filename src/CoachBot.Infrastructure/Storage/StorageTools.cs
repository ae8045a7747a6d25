using CoachBot.Core.Statistics;
using CoachBot.Core.Turns;
using CoachBot.Infrastructure.Storage.Backups;
using CoachBot.Infrastructure.Storage.Migrations;
using CoachBot.Infrastructure.Storage.Sqlite;
using CoachBot.Infrastructure.Storage.Stores;

namespace CoachBot.Infrastructure.Storage;

/// <summary>The store as the command line uses it, beside a host that may be running.</summary>
public sealed class StorageTools : IAsyncDisposable
{
    private readonly Database _database;
    private readonly TimeProvider _time;

    private StorageTools(Database database, TimeProvider time)
    {
        _database = database;
        _time = time;
    }

    /// <summary>Counts what it holds.</summary>
    public IStatistics Statistics => new Statistics(_database);

    /// <summary>The messages.</summary>
    public IInbox Inbox => new Inbox(_database, _time, metrics: null);

    /// <summary>Where it is: the SQLite file, or <c>PostgreSQL</c>.</summary>
    public string Place => _database is SqliteDatabase sqlite ? sqlite.File : "PostgreSQL";

    /// <summary>Opens the store that the settings name and brings it to this version.</summary>
    /// <param name="options">The settings.</param>
    /// <param name="dataFolder">Where the SQLite file lies unless set otherwise.</param>
    /// <param name="make">Whether a store that is not there yet is made.</param>
    /// <param name="time">The clock.</param>
    /// <param name="cancel">Ends the wait.</param>
    /// <exception cref="StorageException">It can't be used; the message says why.</exception>
    public static async Task<StorageTools> OpenAsync(StorageOptions options, string dataFolder, bool make, TimeProvider time, CancellationToken cancel)
    {
        var file = options.File ?? Path.Combine(dataFolder, StorageServices.DefaultFile);
        if (!options.IsPostgres && !make && !File.Exists(file))
        {
            throw new StorageException(StorageTexts.Format("NoStore", Path.GetFullPath(file)));
        }

        var database = StorageServices.Open(options, dataFolder, time);
        try
        {
            await Migrator.RunAsync(database, time, cancel);
            return new(database, time);
        }
        catch
        {
            await database.DisposeAsync();
            throw;
        }
    }

    /// <summary>Writes a backup; the host may run meanwhile.</summary>
    /// <returns>How many rows it holds.</returns>
    public Task<long> BackupAsync(string file, CancellationToken cancel) => BackupFile.WriteAsync(_database, file, _time, cancel);

    /// <summary>Takes over a backup, all or nothing; no host should run meanwhile.</summary>
    /// <returns>How many rows were written.</returns>
    public Task<long> RestoreAsync(string file, bool replace, CancellationToken cancel) => BackupFile.ReadAsync(_database, file, replace, _time, cancel);

    /// <inheritdoc />
    public ValueTask DisposeAsync() => _database.DisposeAsync();
}
