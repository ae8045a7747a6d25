using CoachBot.Core.Knowledge;
using CoachBot.Core.Search;
using CoachBot.Infrastructure.Search;
using CoachBot.TestSupport;
using Xunit;

namespace CoachBot.Tests.Search;

/// <summary>The folder in memory, with a voter: what few cases get.</summary>
public sealed class CaseSearchTests() : CaseSearchChecks(libraryAbove: 2_000);

/// <summary>The same through a library on disk: what many cases get.</summary>
public sealed class CaseSearchInLibraryTests() : CaseSearchChecks(libraryAbove: 0);

public abstract class CaseSearchChecks : IDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly KnowledgeOptions _options;
    private readonly bool _inLibrary;

    protected CaseSearchChecks(int libraryAbove)
    {
        _inLibrary = libraryAbove == 0;
        _options = new KnowledgeOptions
        {
            Folder = KnowledgeFiles.Write(Path.Combine(_folder.Path, "knowledge")),
            DataFolder = Path.Combine(_folder.Path, "data"),
            LibraryAbove = libraryAbove,
        };
    }

    public void Dispose()
    {
        _folder.Dispose();
        GC.SuppressFinalize(this);
    }

    [Fact]
    public void Refresh_NothingChanged_IsFalse() => Assert.False(CaseSearch.Open(_options).Refresh());

    [Fact]
    public void Refresh_CaseAdded_IsFoundFromThenOn()
    {
        var search = CaseSearch.Open(_options);
        var umbrella = Some.Case("lost-umbrella", Some.Face("客户丢了雨伞", "客户的雨伞落在大厅。", "雨伞丢了"), Some.Face("A lost umbrella", "A customer left an umbrella.", "lost umbrella"));
        WriteCase("lost-umbrella", KnowledgeFiles.Of(umbrella));

        Assert.True(search.Refresh());
        Assert.Equal("lost-umbrella", search.Index.Find(new CaseQuery("雨伞丢了")).Cases[0].Id);
        Assert.False(search.Refresh());
    }

    [Fact]
    public void Refresh_CaseChanged_ServesTheNewText()
    {
        var search = CaseSearch.Open(_options);
        WriteCase("card-swallowed", KnowledgeFiles.Of(Some.Case()).Replace("The machine swallowed the card", "The machine ate the card", StringComparison.Ordinal));

        Assert.True(search.Refresh());
        Assert.Equal("The machine ate the card", Case(search, "card-swallowed")?.En.Title);
    }

    [Fact]
    public void Refresh_CaseDeleted_IsGone()
    {
        var search = CaseSearch.Open(_options);
        File.Delete(Path.Combine(_options.Folder, "cases", "queue-jumper.yaml"));

        Assert.True(search.Refresh());
        Assert.DoesNotContain(search.Index.Find(new CaseQuery("someone jumped the queue", 20)).Cases, hit => hit.Id == "queue-jumper");
    }

    [Fact]
    public void Refresh_CaseBroken_ServesItsLastGoodVersionUntilItIsMended()
    {
        var search = CaseSearch.Open(_options);
        var good = KnowledgeFiles.Of(Some.Case());
        WriteCase("card-swallowed", "id: card-swallowed\ntags: [\"atm\"\nrisk: low\n");

        Assert.True(search.Refresh());
        Assert.Equal(["cases/card-swallowed.yaml"], Errors(search));
        Assert.Equal(Some.Pack().Alternates.Single(alternates => alternates.Id == "card-swallowed").Hands.Count, search.Index.Pack.Alternates.Single(alternates => alternates.Id == "card-swallowed").Hands.Count);
        Assert.Equal("The machine swallowed the card", Case(search, "card-swallowed")?.En.Title);
        Assert.Equal("card-swallowed", search.Index.Find(new CaseQuery("atm swallowed the card")).Cases[0].Id);

        WriteCase("card-swallowed", good);
        Assert.True(search.Refresh());
        Assert.DoesNotContain(search.Problems, problem => problem.Severity == ProblemSeverity.Error);
    }

    [Fact]
    public void Refresh_FolderGoneForAMoment_GoesOnServing()
    {
        var search = CaseSearch.Open(_options);
        Directory.Move(_options.Folder, _options.Folder + "-away");

        search.Refresh();
        Assert.NotNull(Case(search, "card-swallowed"));

        Directory.Move(_options.Folder + "-away", _options.Folder);
        search.Refresh();
        Assert.NotNull(Case(search, "card-swallowed"));
        Assert.DoesNotContain(search.Problems, problem => problem.Severity == ProblemSeverity.Error);
    }

    [Fact]
    public void Open_BrokenFile_AnswersFromTheOthersAndSaysSoEveryTime()
    {
        WriteCase("card-swallowed", "oops: [");

        foreach (var search in new[] { CaseSearch.Open(_options), CaseSearch.Open(_options) })
        {
            Assert.Contains(search.Problems, problem => problem.File == "cases/card-swallowed.yaml");
            Assert.Equal("atm-fake-notes", search.Index.Find(new CaseQuery("atm gave fake notes")).Cases[0].Id);
        }
    }

    [Fact]
    public void Open_Again_GivesTheSameAnswersFromTheKeptIndex()
    {
        var first = CaseSearch.Open(_options).Index.Find(new CaseQuery("machine kept her card"));

        Assert.Equal(first.Cases, CaseSearch.Open(_options).Index.Find(new CaseQuery("machine kept her card")).Cases);
        Assert.Equal(_inLibrary, Directory.Exists(Path.Combine(_options.DataFolder, "library")));
        Assert.Equal(!_inLibrary, Directory.Exists(Path.Combine(_options.DataFolder, "index")));
    }

    [Fact]
    public void Open_ChangedWhileNobodyServed_AnswersFromWhatIsThereNow()
    {
        CaseSearch.Open(_options);
        File.Delete(Path.Combine(_options.Folder, "cases", "queue-jumper.yaml"));
        WriteCase("card-swallowed", KnowledgeFiles.Of(Some.Case()).Replace("The machine swallowed the card", "The machine ate the card", StringComparison.Ordinal));

        var search = CaseSearch.Open(_options);
        Assert.Equal("The machine ate the card", Case(search, "card-swallowed")?.En.Title);
        Assert.Null(Case(search, "queue-jumper"));
        Assert.Equal("card-swallowed", search.Index.Find(new CaseQuery("atm swallowed the card")).Cases[0].Id);
    }

    [Fact]
    public void Refresh_AnotherProcessWasFirst_ServesWhatThatOneMade()
    {
        var (search, other) = (CaseSearch.Open(_options), CaseSearch.Open(_options));
        WriteCase("card-swallowed", KnowledgeFiles.Of(Some.Case()).Replace("The machine swallowed the card", "The machine ate the card", StringComparison.Ordinal));

        Assert.True(other.Refresh());
        Assert.True(search.Refresh());
        Assert.Equal("The machine ate the card", search.Index.Published("card-swallowed")?.En.Title);
        Assert.Equal(other.OwnFingerprint, search.OwnFingerprint);
    }

    [Fact]
    public void Refresh_AlternatesChangedAlone_AreFoundFromThenOn()
    {
        var search = CaseSearch.Open(_options);
        var file = Path.Combine(_options.Folder, "alternates", "card-swallowed.yaml");
        File.WriteAllText(file, KnowledgeFiles.Of(new Alternates("card-swallowed", [new AlternatesHand("a", [], ["zymurgy happened at the till"])])));

        Assert.True(search.Refresh());
        Assert.Equal("card-swallowed", search.Index.Find(new CaseQuery("zymurgy happened")).Cases[0].Id);
        File.Delete(file);
        Assert.True(search.Refresh());
        Assert.DoesNotContain(search.Index.Pack.Alternates, alternates => alternates.Id == "card-swallowed");
    }

    [Fact]
    public void TakeOver_OfAnotherMachine_ServesItsCases()
    {
        var search = CaseSearch.Open(_options);
        WriteCase("card-swallowed", KnowledgeFiles.Of(Some.Case()).Replace("The machine swallowed the card", "The machine ate the card", StringComparison.Ordinal));
        var content = CaseSearch.Open(new KnowledgeOptions { Folder = _options.Folder, DataFolder = Path.Combine(_folder.Path, "other"), LibraryAbove = _options.LibraryAbove }).Content();

        search.TakeOver(content);
        Assert.Equal("The machine ate the card", search.Index.Published("card-swallowed")?.En.Title);
        Assert.Equal(Some.Pack().Cases.Select(one => one.Id).Order(StringComparer.Ordinal), search.Index.Pack.Cases.Select(one => one.Id).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Pack_AsServed_HoldsAllThatTheFolderHolds()
    {
        var (pack, folder) = (CaseSearch.Open(_options).Index.Pack, Some.Pack());

        Assert.Equal(folder.Cases.Count, pack.Cases.Count);
        Assert.Contains(pack.Cases, one => !one.Published);
        Assert.Equal(folder.Alternates.Select(one => one.Id).Order(StringComparer.Ordinal), pack.Alternates.Select(one => one.Id).Order(StringComparer.Ordinal));
        Assert.Equal(folder.Outside.Count, pack.Outside.Count);
        Assert.Equal(folder.SignalExamples.Count, pack.SignalExamples.Count);
        Assert.Equal(pack.Cases.ElementAt(1).Id, pack.Cases[1].Id);
    }

    [Fact]
    public void KnowledgeHome_FolderThere_IsTakenAsNamed() => Assert.Equal(_options.Folder, CaseSearch.KnowledgeHome(_options.Folder));

    [Fact]
    public void KnowledgeHome_RootedAndMissing_IsNotReplaced()
    {
        var missing = Path.Combine(_folder.Path, "nowhere");

        Assert.Equal(missing, CaseSearch.KnowledgeHome(missing));
    }

    private static IEnumerable<string> Errors(CaseSearch search) =>
        search.Problems.Where(problem => problem.Severity == ProblemSeverity.Error).Select(problem => problem.File).Distinct();

    private static Case? Case(CaseSearch search, string id) => search.Index.Pack.Cases.FirstOrDefault(@case => @case.Id == id);

    private void WriteCase(string id, string text) => File.WriteAllText(Path.Combine(_options.Folder, "cases", id + ".yaml"), text);
}
