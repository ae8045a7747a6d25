using System.Text.Json.Nodes;
using CoachBot.Channels.Teams.Invokes;
using CoachBot.Core.Coaching;
using CoachBot.Core.Drafting;
using CoachBot.Core.Language;
using CoachBot.Core.Preferences;
using CoachBot.Core.Search.Keyword;
using CoachBot.Core.Turns;
using CoachBot.Infrastructure.Search.Keyword;
using CoachBot.TestSupport.Fakes;
using CoachBot.TestSupport.Teams;
using CoachBot.Tests.Search;
using Xunit;

namespace CoachBot.Tests.Channels.Teams.Invokes;

/// <summary>The search in the message box, over the repository's own library.</summary>
public sealed class CaseSearchInvokeTests
{
    private static readonly string[] MostUsed = ["customer-type-rage-threatens-banners", "atm-dispensed-counterfeit-notes"];
    private static readonly string[] Answers = ["result", "message"];
    private readonly InvokeBench _bench = new();
    private readonly InMemoryPreferences _preferences = new();
    private readonly CaseSearchInvoke _search;
    private readonly CaseSelectInvoke _select;
    private readonly RepositoryPack _repository;

    public CaseSearchInvokeTests(RepositoryPack repository)
    {
        _repository = repository;
        _search = Search(new LuceneKeywordSearch(repository.Pack));
        _select = new CaseSelectInvoke(new CaseCards(Coach));
    }

    public static TheoryData<string> Hostile => new(
        "null", "[]", "5", "\"x\"", """{"commandId":"searchCases"}""", """{"commandId":"searchCases","parameters":"x"}""",
        """{"commandId":"searchCases","parameters":[null,5,{"name":5,"value":{}},{"name":"nothing","value":"x"}]}""",
        """{"commandId":"searchCases","parameters":[{"name":"query","value":"((((\" OR -"}],"queryOptions":"x"}""",
        """{"commandId":"searchCases","parameters":[{"name":"role","value":"pilot"}],"queryOptions":{"skip":"a","count":null}}""");

    private Coach Coach => new(_repository.Index, new TemplateDrafter(), new DecisionBounds());

    [Fact]
    [TeamsCheck(152)]
    public async Task Query_Words_GivesCardsWithPreviews()
    {
        var body = await AskAsync(Query("fake notes"));
        var attachments = Attachments(body);

        Assert.NotEmpty(attachments);
        Assert.All(attachments, attachment =>
        {
            Assert.Equal("application/vnd.microsoft.card.adaptive", (string?)attachment["contentType"]);
            Assert.Equal("AdaptiveCard", (string?)attachment["content"]!["type"]);
            var preview = attachment["preview"]!;
            Assert.Equal("application/vnd.microsoft.card.thumbnail", (string?)preview["contentType"]);
            Assert.False(string.IsNullOrEmpty((string?)preview["content"]!["title"]));
            Assert.Equal("invoke", (string?)preview["content"]!["tap"]!["type"]);
            Assert.NotNull(_repository.Index.Published((string)preview["content"]!["tap"]!["value"]!["case"]!));
        });
        Assert.Equal(attachments.Select(Id).Distinct(), attachments.Select(Id));
    }

    [Theory]
    [TeamsCheck(153)]
    [InlineData("\"true\"")]
    [InlineData("true")]
    public async Task Query_FirstRun_ShowsTheMostUsedFirst(string flag)
    {
        var value = JsonNode.Parse($$$"""{"commandId":"searchCases","parameters":[{"name":"initialRun","value":{{{flag}}}}],"queryOptions":{"skip":0,"count":10}}""");
        var attachments = Attachments(await AskAsync(value));

        Assert.Equal(10, attachments.Count);
        Assert.Equal(MostUsed, attachments.Take(2).Select(Id));
    }

    [Fact]
    [TeamsCheck(154)]
    public async Task Query_PagesInOrder_ShowEveryCaseOnceAndThenNothing()
    {
        var seen = new List<string>();
        for (var skip = 0; skip < 400; skip += 25)
        {
            var page = Attachments(await AskAsync(Query("customer", skip, 25)));
            if (page.Count == 0)
            {
                break;
            }

            seen.AddRange(page.Select(Id));
        }

        var all = new LuceneKeywordSearch(_repository.Pack).Search(KeywordQueryParser.Parse("customer status:published -kind:passage", 1, 50)).Total;
        Assert.Equal(all, seen.Count);
        Assert.Equal(seen.Count, seen.Distinct(StringComparer.Ordinal).Count());
        Assert.Empty(Attachments(await AskAsync(Query("customer", 5_000, 25))));
    }

    [Fact]
    [TeamsCheck(154)]
    public async Task Query_SkipWithinAPage_GoesOnWhereItWas()
    {
        var whole = Attachments(await AskAsync(Query("customer", 0, 20))).Select(Id).ToList();
        var later = Attachments(await AskAsync(Query("customer", 7, 10))).Select(Id).ToList();

        Assert.Equal(whole.Skip(7).Take(10), later);
    }

    [Theory]
    [TeamsCheck(155)]
    [InlineData(1_000_000, 25)]
    [InlineData(-5, 1)]
    [InlineData(0, 1)]
    public async Task Query_OddCount_IsClamped(int count, int given) => Assert.Equal(given, Attachments(await AskAsync(Query("customer", 0, count))).Count);

    [Theory]
    [TeamsCheck(156)]
    [MemberData(nameof(Hostile))]
    public async Task Query_OddParameters_GiveAMessageOrAList(string value)
    {
        var body = await AskAsync(JsonNode.Parse(value));

        Assert.Contains((string)body["composeExtension"]!["type"]!, Answers);
    }

    [Fact]
    [TeamsCheck(157)]
    public async Task Query_UnknownCommand_IsAMessage()
    {
        var body = await AskAsync(JsonNode.Parse("""{"commandId":"another","parameters":[]}"""));

        Assert.Equal("message", (string?)body["composeExtension"]!["type"]);
    }

    [Fact]
    [TeamsCheck(158)]
    public async Task Query_SourceThatHangs_AnswersBeforeTeamsGivesUp()
    {
        using var never = new ManualResetEventSlim();
        var asked = _bench.AskAsync(Search(new HangingSearch(never)), Query("fake"));
        while (!asked.IsCompleted)
        {
            _bench.Time.Advance(TimeSpan.FromSeconds(1));
            await Task.Delay(5, TestContext.Current.CancellationToken);
        }

        never.Set();
        Assert.Equal("message", (string?)(await asked)["composeExtension"]!["type"]);
        Assert.True(_bench.Time.GetUtcNow() - new DateTimeOffset(2026, 11, 28, 9, 0, 0, TimeSpan.Zero) >= TimeSpan.FromSeconds(4));
    }

    [Fact]
    [TeamsCheck(159)]
    public async Task Select_CaseOfAPreview_IsItsWholeCard()
    {
        var chosen = Attachments(await AskAsync(Query("fake notes")))[0]["preview"]!["content"]!["tap"]!["value"];
        var body = await _bench.AskAsync(_select, chosen);

        var card = Assert.Single(Attachments(body))["content"]!.ToJsonString();
        Assert.Contains("Why", card, StringComparison.Ordinal);
        Assert.NotNull(Assert.Single(Attachments(body))["preview"]);
    }

    [Theory]
    [TeamsCheck(159)]
    [InlineData("""{"case":"no-such-case"}""")]
    [InlineData("""{"case":{"id":1},"language":5}""")]
    [InlineData("""{"case":"../../etc/passwd","language":"xx"}""")]
    [InlineData("null")]
    [InlineData("[1]")]
    public async Task Select_Forged_IsAMessage(string value)
    {
        var body = await _bench.AskAsync(_select, JsonNode.Parse(value));

        Assert.Equal("message", (string?)body["composeExtension"]!["type"]);
        Assert.Null(body["task"]);
    }

    [Fact]
    public async Task Query_Filters_Narrow()
    {
        var value = Query("customer");
        value["parameters"]!.AsArray().Add(new JsonObject { ["name"] = "role", ["value"] = "lobby-manager" });
        value["parameters"]!.AsArray().Add(new JsonObject { ["name"] = "kind", ["value"] = "risk-signal" });
        var found = Attachments(await AskAsync(value)).Select(Id).Select(id => _repository.Pack.Cases.First(@case => @case.Id == id)).ToList();

        Assert.NotEmpty(found);
        Assert.All(found, @case => Assert.Equal(CoachBot.Core.Knowledge.CaseKind.RiskSignal, @case.Kind));
        Assert.All(found, @case => Assert.True(@case.Roles.Contains("lobby-manager") || @case.Roles.Contains("any")));
    }

    [Fact]
    public async Task Query_ChosenLanguage_ShowsItWhateverTheWords()
    {
        await _preferences.WriteAsync(new PersonKey("teams", "tenant", _bench.Person), new PersonPreferences { Language = AnswerLanguage.ZhHant }, TestContext.Current.CancellationToken);
        var preview = Attachments(await AskAsync(Query("fake notes")))[0]["preview"]!["content"]!;

        Assert.Equal("zh-Hant", (string?)preview["tap"]!["value"]!["language"]);
        Assert.Contains((string)preview["title"]!, letter => letter > 0x4e00);
    }

    private CaseSearchInvoke Search(IKeywordSearch search) =>
        new(new CaseFinder(search, UsedCases.Of(MostUsed), new CaseCards(Coach), Coach, _bench.Time), _preferences, _bench.Time);

    private Task<JsonObject> AskAsync(JsonNode? value) => _bench.AskAsync(_search, value);

    private static JsonObject Query(string words, int skip = 0, int count = 25) => new()
    {
        ["commandId"] = "searchCases",
        ["parameters"] = new JsonArray(new JsonObject { ["name"] = "query", ["value"] = words }),
        ["queryOptions"] = new JsonObject { ["skip"] = skip, ["count"] = count },
    };

    private static List<JsonNode> Attachments(JsonObject body) => [.. (body["composeExtension"]!["attachments"] as JsonArray ?? []).Select(attachment => attachment!)];

    private static string Id(JsonNode attachment) => (string)attachment["preview"]!["content"]!["tap"]!["value"]!["case"]!;

    private sealed class HangingSearch(ManualResetEventSlim until) : IKeywordSearch
    {
        public KeywordResults Search(KeywordQuery query)
        {
            until.Wait(TimeSpan.FromMinutes(1));
            return new KeywordResults(0, 1, 1, [], []);
        }
    }
}
