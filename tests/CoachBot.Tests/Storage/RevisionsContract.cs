using CoachBot.Infrastructure.Search;
using CoachBot.Infrastructure.Storage;
using CoachBot.Infrastructure.Storage.Stores;
using CoachBot.TestSupport;
using Microsoft.Extensions.Logging.Abstractions;
using Xunit;

namespace CoachBot.Tests.Storage;

public sealed class RevisionsOnSqlite() : RevisionsContract(new SqliteStore());

public sealed class RevisionsOnPostgres() : RevisionsContract(new PostgresStore());

/// <summary>The history of the pack, on either database.</summary>
public abstract class RevisionsContract : StoreContract
{
    private Revisions _revisions = null!;

    private protected RevisionsContract(TestStore store)
        : base(store)
    {
    }

    [Fact]
    public async Task PublishAsync_SameStateAgain_IsNoNewRevision()
    {
        Assert.Null(await _revisions.NewestAsync(CancellationToken.None));

        var first = await PublishAsync("v1", ("a", "1"));
        var again = await PublishAsync("v1", ("a", "1"));
        var second = await PublishAsync("v2", ("a", "2"));
        var back = await PublishAsync("v1", ("a", "1"));

        Assert.Equal([1, 1, 2, 3], new[] { first, again, second, back }.Select(revision => revision.Number));
        Assert.Equal(back, await _revisions.NewestAsync(CancellationToken.None));
        Assert.True(await _revisions.KnowsAsync("v2", CancellationToken.None));
        Assert.False(await _revisions.KnowsAsync("v3", CancellationToken.None));
    }

    [Fact]
    public async Task PublishAsync_CasesComeChangeAndGo_HistorySaysWhen()
    {
        await PublishAsync("v1", ("a", "1"), ("b", "1"));
        await PublishAsync("v2", ("a", "2"), ("c", "1"));
        await PublishAsync("v3", ("a", "2"), ("b", "1"), ("c", "1"));

        var history = await Database.ReadAsync(
            new("SELECT case_id, revision, fingerprint FROM case_revisions ORDER BY revision, case_id"), row => $"{row.GetInt64(1)} {row.GetString(0)}={row.GetString(2)}", CancellationToken.None);

        Assert.Equal(["1 a=1", "1 b=1", "2 a=2", "2 b=", "2 c=1", "3 b=1"], history);
    }

    [Fact]
    public async Task ContentAsync_ManyRevisions_NewestThreeAreKept()
    {
        for (var number = 1; number <= 5; number++)
        {
            await _revisions.PublishAsync("v" + number, new Dictionary<string, string>(), [(byte)number], CancellationToken.None);
        }

        Assert.Null(await _revisions.ContentAsync(2, CancellationToken.None));
        Assert.Equal([3], await _revisions.ContentAsync(3, CancellationToken.None));
        Assert.Equal([5], await _revisions.ContentAsync(5, CancellationToken.None));
        Assert.Null(await _revisions.ContentAsync(6, CancellationToken.None));
    }

    [Fact]
    public async Task PublishAsync_ManyAtOnce_EachHasANumberOfItsOwn()
    {
        var other = new Revisions(await AgainAsync(), Time);

        var made = await Task.WhenAll(Enumerable.Range(0, 10).Select(at =>
            (at % 2 == 0 ? _revisions : other).PublishAsync("v" + at, new Dictionary<string, string> { ["a"] = at.ToString() }, null, CancellationToken.None)));

        Assert.Equal(Enumerable.Range(1, 10).Select(number => (long)number), made.Select(revision => revision.Number).Order());
    }

    private protected override void Begin() => _revisions = new(Database, Time);

    private Task<Core.Knowledge.KnowledgeRevision> PublishAsync(string fingerprint, params (string Id, string Fingerprint)[] cases) =>
        _revisions.PublishAsync(fingerprint, cases.ToDictionary(one => one.Id, one => one.Fingerprint), null, CancellationToken.None);
}

/// <summary>Two machines with folders of their own on one PostgreSQL.</summary>
public sealed class SharedKnowledgeTests() : StoreContract(new PostgresStore())
{
    private readonly TemporaryFolder _folder = new();

    [Fact]
    public async Task LookAsync_FolderOfOneMachineChanges_TheOtherServesIt()
    {
        var (here, there) = (Machine("here"), Machine("there"));
        await LookAsync(here, there);
        Assert.Null(there.Search.Index.Published("new-one"));

        File.WriteAllText(Path.Combine(_folder.Path, "here", "cases", "new-one.yaml"), KnowledgeFiles.Of(Some.Case("new-one")));
        Assert.True(here.Search.Refresh());
        await LookAsync(here, there);

        Assert.NotNull(there.Search.Index.Published("new-one"));
        Assert.Equal(here.Search.Index.Pack.Fingerprint, there.Search.Index.Pack.Fingerprint);
    }

    [Fact]
    public async Task LookAsync_MachineStartsWithAnOldFolder_ServesTheNewest()
    {
        var here = Machine("here");
        await LookAsync(here);
        File.WriteAllText(Path.Combine(_folder.Path, "here", "cases", "new-one.yaml"), KnowledgeFiles.Of(Some.Case("new-one")));
        here.Search.Refresh();
        await LookAsync(here);

        var late = Machine("late");
        await LookAsync(late, here);

        Assert.NotNull(late.Search.Index.Published("new-one"));
        Assert.NotNull(here.Search.Index.Published("new-one"));
    }

    [Fact]
    public async Task LookAsync_ChangeIsTakenBack_OthersFollowBack()
    {
        var (here, there) = (Machine("here"), Machine("there"));
        await LookAsync(here, there);
        var file = Path.Combine(_folder.Path, "here", "cases", "new-one.yaml");
        File.WriteAllText(file, KnowledgeFiles.Of(Some.Case("new-one")));
        here.Search.Refresh();
        await LookAsync(here, there);
        File.Delete(file);
        here.Search.Refresh();
        await LookAsync(here, there);

        Assert.Null(there.Search.Index.Published("new-one"));
    }

    [Fact]
    public async Task LookAsync_MachineStartsWithANewFolder_OthersTakeItOver()
    {
        var here = Machine("here");
        await LookAsync(here);
        KnowledgeFiles.Write(Path.Combine(_folder.Path, "next"));
        File.WriteAllText(Path.Combine(_folder.Path, "next", "cases", "new-one.yaml"), KnowledgeFiles.Of(Some.Case("new-one")));

        var next = Machine("next");
        await LookAsync(next, here);

        Assert.NotNull(here.Search.Index.Published("new-one"));
    }

    private static async Task LookAsync(params (CaseSearch Search, SharedKnowledge Shared)[] machines)
    {
        foreach (var machine in machines)
        {
            await machine.Shared.LookAsync(CancellationToken.None);
        }
    }

    private (CaseSearch Search, SharedKnowledge Shared) Machine(string name)
    {
        var folder = Path.Combine(_folder.Path, name);
        if (!Directory.Exists(folder))
        {
            KnowledgeFiles.Write(folder);
        }

        var search = CaseSearch.Open(new() { Folder = folder, DataFolder = Path.Combine(_folder.Path, name + "-data") });
        return (search, new(search, new Revisions(Database, Time), Time, NullLogger<SharedKnowledge>.Instance));
    }
}
