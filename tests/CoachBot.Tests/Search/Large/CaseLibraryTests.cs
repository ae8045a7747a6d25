using CoachBot.Core.Coaching;
using CoachBot.Core.Drafting;
using CoachBot.Core.Search;
using CoachBot.Infrastructure.Search.Calibration;
using CoachBot.Infrastructure.Search.Large;
using CoachBot.TestSupport;
using Xunit;

namespace CoachBot.Tests.Search.Large;

/// <summary>A library on disk: find, read, update, delete, reopen, and cut the long lists short without losing the case.</summary>
public sealed class CaseLibraryTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly string _library;

    public CaseLibraryTests()
    {
        _library = _folder.In("library");
        var pack = Some.Pack();
        CaseLibrary.Build(_library, pack, LibraryEntry.Of(pack));
    }

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("customer says the machine paid fake notes", "atm-fake-notes")]
    [InlineData("提款机吐了假币", "atm-fake-notes")]
    [InlineData("卡被機器吞了", "card-swallowed")]
    [InlineData("someone is fliming me in the loby", "filmed-in-lobby")]
    [InlineData("熟人插队大家骂", "queue-jumper")]
    public void Find_QuestionInAnyLanguage_PutsTheCaseFirst(string question, string id)
    {
        using var library = Open();
        Assert.Equal(id, First(library, question));
    }

    [Fact]
    public void Find_QuestionOfAnotherDepartment_NamesTheRedirect()
    {
        using var library = Open();
        var findings = library.Find(new CaseQuery("my computer does not start"));
        Assert.Equal("it-trouble", findings.Redirect?.Id);
        Assert.DoesNotContain(findings.Cases, hit => hit.Id == "it-trouble");
    }

    [Theory]
    [InlineData("")]
    [InlineData("？！…")]
    [InlineData("xqzzv")]
    public void Find_NothingToLookUp_FindsNothing(string question)
    {
        using var library = Open();
        Assert.Empty(library.Find(new CaseQuery(question)).Cases);
    }

    [Fact]
    public void Find_Explained_NamesTermsAndNearestWording()
    {
        using var library = Open();
        var why = library.Find(new CaseQuery("card stuck in the atm", Explain: true)).Cases[0].Why!;
        Assert.Equal("card stuck in the atm and he has a train to catch", why.NearestAlternate);
        Assert.Contains("card", why.Terms);
    }

    [Theory]
    [InlineData("customer says the machine paid fake notes", "atm-fake-notes")]
    [InlineData("卡被機器吞了", "card-swallowed")]
    [InlineData("somebody jumps the queue and the others complain", "queue-jumper")]
    public void Find_NoBudgetForCommonTerms_StillPutsTheCaseFirst(string question, string id)
    {
        using var library = CaseLibrary.Open(_library, CalibrationFile.Default, budget: 0);
        Assert.Equal(id, First(library, question));
    }

    [Fact]
    public void Published_CaseOrRedirectOrDraft_ReadsTheCaseAlone()
    {
        using var library = Open();
        Assert.Equal("客户称取款机付了假钞", library.Published("atm-fake-notes")?.Zh.Title);
        Assert.Null(library.Published("it-trouble"));
        Assert.Null(library.Published("flooded-vault"));
        Assert.Null(library.Published("nothing"));
        Assert.Contains(library.Pack.Cases, one => one.Id == "flooded-vault");
    }

    [Fact]
    public void Answer_OverALibrary_ShowsMatchesWithTitles()
    {
        using var library = Open();
        var answer = new Coach(library, new TemplateDrafter(), new DecisionBounds { Answer = 0 }).Answer("machine swallowed her card");
        Assert.Equal("The machine swallowed the card", answer.Card?.Title);
        Assert.Equal("card-swallowed", answer.Matches[0].Id);
    }

    [Fact]
    public void Update_KnownCase_ReplacesAllOfIt()
    {
        using var library = Open(updates: true);
        library.Update(Entry("queue-jumper", "Stray dog in the hall", "a dog runs about"));
        Assert.Equal("queue-jumper", First(library, "a dog runs about"));
        Assert.Equal("Stray dog in the hall", library.Published("queue-jumper")?.En.Title);
        Assert.NotEqual("queue-jumper", First(library, "people shout that it is unfair"));
    }

    [Fact]
    public void Update_NewCase_IsFoundAndKeptOverReopening()
    {
        using (var library = Open(updates: true))
        {
            library.Update(Entry("stray-dog", "Stray dog in the hall", "a dog runs about"));
            Assert.Equal("stray-dog", First(library, "dog in the hall"));
        }

        using var reopened = Open();
        Assert.Equal("stray-dog", First(reopened, "dog in the hall"));
        Assert.Equal("card-swallowed", First(reopened, "machine kept her card"));
    }

    [Fact]
    public void Delete_Case_TakesOutItsWaysOfAskingToo()
    {
        using var library = Open(updates: true);
        library.Delete("card-swallowed");
        Assert.Null(library.Published("card-swallowed"));
        Assert.DoesNotContain(library.Find(new CaseQuery("card stuck in the atm and he has a train to catch")).Cases, hit => hit.Id == "card-swallowed");
    }

    [Fact]
    public void Keep_WhileServing_IsSeenByAnotherReader()
    {
        using var library = Open(updates: true);
        library.Update(Entry("stray-dog", "Stray dog in the hall", "a dog runs about"));
        library.Keep();
        using var reader = Open();
        Assert.NotNull(reader.Published("stray-dog"));
    }

    [Fact]
    public void Update_OpenedForReading_Throws()
    {
        using var library = Open();
        Assert.Throws<InvalidOperationException>(() => library.Delete("queue-jumper"));
    }

    [Fact]
    public async Task Find_WhileCasesAreReplaced_NeverFails()
    {
        using var library = Open(updates: true);
        var finding = Task.Run(() =>
        {
            for (var at = 0; at < 300; at++)
            {
                Assert.Equal("card-swallowed", First(library, "machine kept her card"));
            }
        }, TestContext.Current.CancellationToken);
        for (var at = 0; at < 60; at++)
        {
            library.Update(Entry("stray-dog", $"Stray dog number {at}", "a dog runs about"));
        }

        await finding;
    }

    private CaseLibrary Open(bool updates = false) => CaseLibrary.Open(_library, CalibrationFile.Default, updates);

    private static string? First(CaseLibrary library, string question) => library.Find(new CaseQuery(question)).Cases.Select(hit => hit.Id).FirstOrDefault();

    private static LibraryEntry Entry(string id, string title, string ask) =>
        new(Some.Case(id, Some.Face("大厅里有狗", "一只流浪狗跑进大厅", "狗跑进来了"), Some.Face(title, "A stray dog runs in.", ask)), [ask]);
}
