using CoachBot.Infrastructure.Storage;
using CoachBot.Infrastructure.Storage.Migrations;
using CoachBot.Infrastructure.Storage.Postgres;
using CoachBot.Infrastructure.Storage.Sqlite;
using Npgsql;

namespace CoachBot.Benchmarks.Memory;

/// <summary>
/// An empty store of either kind: SQLite below <c>artifacts/</c>, on the disk that the repository is on; PostgreSQL in a schema of its own
/// on the server that <c>COACHBOT_POSTGRES</c> names.
/// </summary>
internal sealed class Place : IAsyncDisposable
{
    private readonly Func<Task> _remove;

    private Place(string name, IReadOnlyDictionary<string, string?> settings, Func<Task> remove)
    {
        Name = name;
        Settings = settings;
        _remove = remove;
    }

    public string Name { get; }

    /// <summary>The settings that make a host use it.</summary>
    public IReadOnlyDictionary<string, string?> Settings { get; }

    private static string? Server => Environment.GetEnvironmentVariable("COACHBOT_POSTGRES");

    /// <summary>Both, or SQLite alone where no server is named.</summary>
    public static async Task<List<Place>> AllAsync()
    {
        var places = new List<Place> { Sqlite() };
        if (string.IsNullOrEmpty(Server))
        {
            Console.WriteLine("COACHBOT_POSTGRES names no server: SQLite only.");
            return places;
        }

        var schema = "bench_" + Guid.NewGuid().ToString("N");
        await OnServerAsync($"CREATE SCHEMA {schema}");
        places.Add(new(
            "PostgreSQL",
            new Dictionary<string, string?>
            {
                ["Storage:Provider"] = "postgres",
                ["Storage:ConnectionString"] = new NpgsqlConnectionStringBuilder(Server) { SearchPath = schema }.ToString(),
            },
            () => OnServerAsync($"DROP SCHEMA {schema} CASCADE")));
        return places;
    }

    public static Place Sqlite()
    {
        var folder = Directory.CreateDirectory(Path.Combine(Repository.Root, "artifacts", "memory-" + Guid.NewGuid().ToString("N"))).FullName;
        return new("SQLite", new Dictionary<string, string?> { ["Storage:File"] = Path.Combine(folder, "store.db") }, () =>
        {
            Directory.Delete(folder, recursive: true);
            return Task.CompletedTask;
        });
    }

    public async Task<Database> OpenAsync()
    {
        Database database = Settings.TryGetValue("Storage:File", out var file)
            ? new SqliteDatabase(file!)
            : new PostgresDatabase(Settings["Storage:ConnectionString"]!, TimeProvider.System);
        await Migrator.RunAsync(database, TimeProvider.System, CancellationToken.None);
        return database;
    }

    public async ValueTask DisposeAsync() => await _remove();

    private static async Task OnServerAsync(string sql)
    {
        await using var source = NpgsqlDataSource.Create(Server!);
        await using var command = source.CreateCommand(sql);
        await command.ExecuteNonQueryAsync();
    }
}
