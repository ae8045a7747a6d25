using CoachBot.Core.Turns;
using CoachBot.Infrastructure.Storage;
using CoachBot.Infrastructure.Storage.Backups;
using CoachBot.Infrastructure.Storage.Stores;
using CoachBot.TestSupport;
using Xunit;

namespace CoachBot.Tests.Storage;

public sealed class BackupOnSqlite() : BackupContract(new SqliteStore(), new SqliteStore());

public sealed class BackupOnPostgres() : BackupContract(new PostgresStore(), new PostgresStore());

public sealed class BackupFromSqliteToPostgres() : BackupContract(new SqliteStore(), new PostgresStore());

public sealed class BackupFromPostgresToSqlite() : BackupContract(new PostgresStore(), new SqliteStore());

/// <summary>A backup is read by either database, all or nothing.</summary>
public abstract class BackupContract : StoreContract
{
    private static readonly PersonKey Wang = new("teams", "tenant", "wang");
    private readonly TestStore _other;
    private readonly TemporaryFolder _folder = new();

    private protected BackupContract(TestStore store, TestStore other)
        : base(store, other) => _other = other;

    private string File => _folder.In("backups", "b.db");

    [Fact]
    public async Task Restore_IntoAnEmptyStore_HoldsTheSameRows()
    {
        await FillAsync(Database, 700);
        await BackupFile.WriteAsync(Database, File, Time, CancellationToken.None);
        var other = await _other.OpenAsync(Time);

        var restored = await BackupFile.ReadAsync(other, File, replace: false, Time, CancellationToken.None);

        Assert.Equal(1402, restored);
        Assert.Equal(await RowsAsync(Database), await RowsAsync(other));
        Assert.True((await new PreferenceStore(other, Time).ReadAsync(Wang, CancellationToken.None)).CustomerIsHere);
        Assert.Equal([0, 1, 255], await other.ReadFirstAsync(new("SELECT sealed FROM secrets"), row => (byte[])row.GetValue(0), CancellationToken.None));
        Assert.Equal([File], Directory.GetFiles(_folder.In("backups", "x")[..^2]));
    }

    [Fact]
    public async Task Restore_IntoAStoreThatIsNotEmpty_OnlyWhenAsked()
    {
        await FillAsync(Database, 2);
        await BackupFile.WriteAsync(Database, File, Time, CancellationToken.None);
        var other = await _other.OpenAsync(Time);
        await FillAsync(other, 5);

        await Assert.ThrowsAsync<StorageException>(() => BackupFile.ReadAsync(other, File, replace: false, Time, CancellationToken.None));
        Assert.Equal(5, (await RowsAsync(other))["conversations"]);
        await BackupFile.ReadAsync(other, File, replace: true, Time, CancellationToken.None);
        Assert.Equal(await RowsAsync(Database), await RowsAsync(other));
    }

    [Theory]
    [InlineData("this is no database")]
    [InlineData("")]
    public async Task Restore_NoBackup_SaysSoAndChangesNothing(string text)
    {
        await FillAsync(Database, 3);
        System.IO.File.WriteAllText(File, text);

        await Assert.ThrowsAsync<StorageException>(() => BackupFile.ReadAsync(Database, File, replace: true, Time, CancellationToken.None));

        Assert.Equal(3, (await RowsAsync(Database))["conversations"]);
    }

    [Fact]
    public async Task Restore_DamagedBackup_SaysSoAndChangesNothing()
    {
        await FillAsync(Database, 300);
        await BackupFile.WriteAsync(Database, File, Time, CancellationToken.None);
        var bytes = System.IO.File.ReadAllBytes(File);
        Array.Fill(bytes, (byte)0xAA, bytes.Length / 2, bytes.Length / 4);
        System.IO.File.WriteAllBytes(File, bytes);

        await Assert.ThrowsAsync<StorageException>(() => BackupFile.ReadAsync(Database, File, replace: true, Time, CancellationToken.None));

        Assert.Equal(300, (await RowsAsync(Database))["conversations"]);
    }

    [Fact]
    public async Task Backup_WhileOthersWrite_IsOneMoment()
    {
        using var stop = new CancellationTokenSource();
        var writing = Task.Run(async () =>
        {
            // The two rows of a pair are written in one transaction: a backup holds both or neither.
            for (var at = 0; !stop.IsCancellationRequested; at++)
            {
                await Database.CommitAsync(CancellationToken.None, Conversation("a" + at), Preferences("a" + at));
            }
        }, TestContext.Current.CancellationToken);
        await BackupFile.WriteAsync(Database, File, Time, CancellationToken.None);
        await stop.CancelAsync();
        await writing;
        var other = await _other.OpenAsync(Time);
        await BackupFile.ReadAsync(other, File, replace: false, Time, CancellationToken.None);

        var rows = await RowsAsync(other);

        Assert.Equal(rows["conversations"], rows["preferences"]);
    }

    private static Statement Conversation(string id) => new("INSERT INTO conversations (conversation, state, changed_at) VALUES ($1, $2, $3)", id, "状态 '|'", 1L);

    private static Statement Preferences(string id) => new("INSERT INTO preferences (person, chosen, changed_at) VALUES ($1, $2, $3)", id, "{}", 1L);

    private async Task FillAsync(Database database, int count)
    {
        await new PreferenceStore(database, Time).WriteAsync(Wang, new() { CustomerIsHere = true }, CancellationToken.None);
        await database.CommitAsync(CancellationToken.None, new Statement("INSERT INTO secrets (name, sealed, changed_at) VALUES ('s', $1, 1)", new byte[] { 0, 1, 255 }));
        await Task.WhenAll(Enumerable.Range(0, count).Select(at => database.CommitAsync(
            CancellationToken.None,
            Conversation("c" + at),
            new Statement("INSERT INTO gaps (question_id, text, language, cause, nearest_case, opened_at) VALUES ($1, 't', 'zh', 0, $2, 1)", "q" + at, at % 2 == 0 ? "case" : null))));
    }

    private static async Task<Dictionary<string, long>> RowsAsync(Database database)
    {
        var rows = new Dictionary<string, long>();
        foreach (var table in new[] { "conversations", "preferences", "gaps", "secrets", "inbox" })
        {
            rows[table] = await database.ReadFirstAsync(new("SELECT count(*) FROM " + table), row => row.GetInt64(0), CancellationToken.None);
        }

        return rows;
    }
}
