using CoachBot.Infrastructure.Storage;
using CoachBot.Infrastructure.Storage.Migrations;
using CoachBot.Infrastructure.Storage.Postgres;
using CoachBot.Infrastructure.Storage.Sqlite;
using CoachBot.TestSupport;
using Npgsql;
using Xunit;

namespace CoachBot.Tests.Storage;

/// <summary>A place for an empty store that one test has for itself.</summary>
internal abstract class TestStore : IAsyncDisposable
{
    private readonly List<Database> _opened = [];

    /// <summary>A store in which every migration was run.</summary>
    public async Task<Database> OpenAsync(TimeProvider time)
    {
        var database = await ConnectAsync(time);
        await Migrator.RunAsync(database, time, CancellationToken.None);
        return database;
    }

    /// <summary>The same place once more, as another process would see it; nothing is migrated.</summary>
    public async Task<Database> ConnectAsync(TimeProvider time)
    {
        var database = await MakeAsync(time);
        _opened.Add(database);
        return database;
    }

    public virtual async ValueTask DisposeAsync()
    {
        foreach (var database in _opened)
        {
            await database.DisposeAsync();
        }
    }

    protected abstract Task<Database> MakeAsync(TimeProvider time);
}

/// <summary>A SQLite file in a folder of its own.</summary>
internal sealed class SqliteStore : TestStore
{
    private readonly TemporaryFolder _folder = new();

    public string File => _folder.In("store.db");

    public override async ValueTask DisposeAsync()
    {
        await base.DisposeAsync();
        _folder.Dispose();
    }

    protected override Task<Database> MakeAsync(TimeProvider time) => Task.FromResult<Database>(new SqliteDatabase(File));
}

/// <summary>A schema of its own on the PostgreSQL server that <c>COACHBOT_POSTGRES</c> names.</summary>
internal sealed class PostgresStore : TestStore
{
    public const string Variable = "COACHBOT_POSTGRES";

    private readonly string _schema = "test_" + Guid.NewGuid().ToString("N");
    private bool _made;

    public string ConnectionString => new NpgsqlConnectionStringBuilder(Server) { SearchPath = _schema }.ToString();

    private static string? Server => Environment.GetEnvironmentVariable(Variable);

    public override async ValueTask DisposeAsync()
    {
        await base.DisposeAsync();
        if (_made)
        {
            await RunAsync($"DROP SCHEMA {_schema} CASCADE");
        }
    }

    protected override async Task<Database> MakeAsync(TimeProvider time)
    {
        Assert.SkipWhen(string.IsNullOrEmpty(Server), $"{Variable} names no PostgreSQL server.");
        if (!_made)
        {
            await RunAsync($"CREATE SCHEMA {_schema}");
            _made = true;
        }

        return new PostgresDatabase(ConnectionString, time);
    }

    private static async Task RunAsync(string sql)
    {
        await using var source = NpgsqlDataSource.Create(Server!);
        await using var command = source.CreateCommand(sql);
        await command.ExecuteNonQueryAsync();
    }
}
