using CoachBot.Core.Knowledge;
using CoachBot.Core.Search;
using CoachBot.Infrastructure.Search;
using CoachBot.TestSupport;
using Xunit;

namespace CoachBot.Tests.Search;

public sealed class CaseSearchTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly KnowledgeOptions _options;

    public CaseSearchTests()
    {
        _options = new KnowledgeOptions { Folder = KnowledgeFiles.Write(Path.Combine(_folder.Path, "knowledge")), DataFolder = Path.Combine(_folder.Path, "data") };
    }

    public void Dispose() => _folder.Dispose();

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
        Assert.Single(Directory.GetDirectories(Path.Combine(_options.DataFolder, "index")));
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
