using System.Data.Common;
using CoachBot.Infrastructure.Storage;
using CoachBot.Infrastructure.Storage.Migrations;
using Xunit;

namespace CoachBot.Tests.Storage;

public sealed class DatabaseOnSqlite() : DatabaseContract(new SqliteStore())
{
    // Writing without a pause never leaves the log empty by itself.
    [Fact]
    public async Task CommitAsync_WithoutAPause_LogDoesNotGrowForEver()
    {
        var text = new string('x', 30_000);
        for (var round = 0; round < 12; round++)
        {
            await Task.WhenAll(Enumerable.Range(0, 8).Select(async lane =>
            {
                for (var at = 0; at < 125; at++)
                {
                    await Database.CommitAsync(
                        CancellationToken.None,
                        new Statement("INSERT INTO conversations (conversation, state, changed_at) VALUES ($1, $2, 1) ON CONFLICT (conversation) DO UPDATE SET state = excluded.state", "c" + lane, text));
                }
            }));
        }

        var log = ((Infrastructure.Storage.Sqlite.SqliteDatabase)Database).File + "-wal";
        Assert.InRange(new FileInfo(log).Length, 1, 150 << 20);
    }
}

public sealed class DatabaseOnPostgres() : DatabaseContract(new PostgresStore());

/// <summary>Commits, transactions and migrations.</summary>
public abstract class DatabaseContract : StoreContract
{
    private const string Insert = "INSERT INTO conversations (conversation, state, changed_at) VALUES ($1, $2, $3)";

    private protected DatabaseContract(TestStore store)
        : base(store)
    {
    }

    [Fact]
    public async Task CommitAsync_ManyAtOnce_EachLearnsItsOwnRows()
    {
        var writes = Enumerable.Range(0, 500).Select(at => Database.CommitAsync(
            CancellationToken.None,
            new Statement(Insert, "c" + at, "{}", Time.GetUtcNow()),
            new Statement("UPDATE conversations SET state = '' WHERE conversation = $1", "c" + (at % 2 == 0 ? at : -1))));

        var rows = await Task.WhenAll(writes);

        Assert.All(rows, (touched, at) => Assert.Equal([1, at % 2 == 0 ? 1 : 0], touched));
        Assert.Equal(500, await CountAsync());
    }

    [Fact]
    public async Task CommitAsync_OneOfManyFails_HarmsNobodyElse()
    {
        var writes = Enumerable.Range(0, 50).Select(at => Database.CommitAsync(
            CancellationToken.None,
            new Statement(Insert, "c" + at, "{}", 1L),
            new Statement(Insert, at == 25 ? "c25" : "d" + at, "{}", 1L))).ToList();

        await Assert.ThrowsAnyAsync<DbException>(() => writes[25]);
        await Task.WhenAll(writes.Where((_, at) => at != 25));
        Assert.Equal(98, await CountAsync());
    }

    [Fact]
    public async Task KeepAsync_Ended_AnotherProcessSeesIt()
    {
        await Database.KeepAsync(CancellationToken.None, new Statement(Insert, "kept", "{}", 1L));

        var other = await AgainAsync();

        Assert.True(await other.ReadFirstAsync(new("SELECT 1 FROM conversations WHERE conversation = $1", "kept"), _ => true, CancellationToken.None));
    }

    [Fact]
    public async Task TransactAsync_WorkFails_LeavesNothing()
    {
        await Assert.ThrowsAsync<InvalidOperationException>(() => Database.TransactAsync<int>(
            async session =>
            {
                await session.ExecuteAsync(new(Insert, "gone", "{}", 1L), CancellationToken.None);
                throw new InvalidOperationException();
            },
            CancellationToken.None));

        Assert.Equal(0, await CountAsync());
    }

    [Fact]
    public async Task TransactAsync_StatementFails_NextOneWorks()
    {
        await Assert.ThrowsAnyAsync<DbException>(() => Database.TransactAsync(
            session => session.ExecuteAsync(new("INSERT INTO nowhere VALUES ($1)", 1L), CancellationToken.None), CancellationToken.None));

        Assert.Equal(1, await Database.TransactAsync(session => session.ExecuteAsync(new(Insert, "c", "{}", 1L), CancellationToken.None), CancellationToken.None));
    }

    [Fact]
    public async Task Migrator_RunAgain_DoesNothing() =>
        Assert.Equal(0, await Migrator.RunAsync(Database, Time, CancellationToken.None));

    [Fact]
    public async Task Migrator_ManyProcessesAtOnce_RunEachStepOnce()
    {
        List<MigrationStep> steps =
        [
            .. MigrationSteps.For(Database.Dialect),
            new(MigrationSteps.For(Database.Dialect).Count + 1, "more", ["CREATE TABLE more (id BIGINT NOT NULL)", "INSERT INTO more VALUES (1)"]),
        ];
        var processes = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => AgainAsync()));

        var run = await Task.WhenAll(processes.Select(process => Task.Run(() => Migrator.RunAsync(process, steps, Time, CancellationToken.None))));

        Assert.Equal(1, run.Sum());
        Assert.Equal(1, await Database.ReadFirstAsync(new("SELECT count(*) FROM more"), row => row.GetInt64(0), CancellationToken.None));
    }

    [Fact]
    public async Task Migrator_StepFails_LeavesTheStoreAsItWas()
    {
        var known = MigrationSteps.For(Database.Dialect);
        await Assert.ThrowsAnyAsync<DbException>(() => Migrator.RunAsync(
            Database, [.. known, new(known.Count + 1, "half", ["CREATE TABLE half (id BIGINT)", "INSERT INTO nowhere VALUES (1)"])], Time, CancellationToken.None));

        await Assert.ThrowsAnyAsync<DbException>(() => Database.ReadAsync(new("SELECT * FROM half"), _ => true, CancellationToken.None));
    }

    [Fact]
    public async Task Migrator_StoreOfANewerVersion_SaysSo()
    {
        await Database.CommitAsync(CancellationToken.None, new Statement("INSERT INTO schema_steps (number, name, run_at) VALUES (9999, 'future', 1)"));

        var error = await Assert.ThrowsAsync<StorageException>(() => Migrator.RunAsync(Database, Time, CancellationToken.None));

        Assert.Contains("newer", error.Message, StringComparison.Ordinal);
        Assert.Contains("9999", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Steps_AreNumberedFromOneWithoutAGap()
    {
        var steps = MigrationSteps.For(Database.Dialect);

        Assert.Equal(Enumerable.Range(1, steps.Count), steps.Select(step => step.Number));
    }

    private Task<long> CountAsync() => Database.ReadFirstAsync(new("SELECT count(*) FROM conversations"), row => row.GetInt64(0), CancellationToken.None);
}
