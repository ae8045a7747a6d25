using System.Net;
using System.Text.Json.Nodes;
using CoachBot.Channels.Slack.Blocks;
using CoachBot.Channels.Slack.Modals;
using CoachBot.Core.Coaching;
using CoachBot.Core.Language;
using CoachBot.Core.Preferences;
using CoachBot.Core.Turns;
using CoachBot.TestSupport;
using CoachBot.TestSupport.Fakes;
using CoachBot.TestSupport.Slack;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace CoachBot.Tests.Channels.Slack;

/// <summary>Checks 55 to 66 of the Slack reference, as far as windows have to do with them.</summary>
public sealed class WindowChecks
{
    private static readonly Reply.Answered Card = new(
        new Answer
        {
            Question = "fake notes", Language = AnswerLanguage.En, Outcome = Outcome.Answered, Card = Some.Card(),
            Matches = [new Match("card-swallowed", "the title", "cue", "case", 0.9, [], null)],
        },
        "01JDQ5Z6Y7X8W9V0T1S2R3Q4P5", Brief: false, [], "training");

    private readonly ScriptedTurns _turns = new(content => content is MessageContent.Pressed { Action.Verb: CardVerbs.Helpful } ? new Reply.Notice("Thank you.", AnswerLanguage.En) : Card);

    [Theory]
    [InlineData("coach_ask")]
    [InlineData("coach_search")]
    public async Task C055_GlobalShortcut_TeamNull_OpensTheWindow(string shortcut)
    {
        await using var bed = await BedScreens.StartAsync(_turns);
        using var response = await bed.InteractAsync(new JsonObject
        {
            ["type"] = "shortcut", ["callback_id"] = shortcut, ["trigger_id"] = bed.Slack.Trigger(), ["api_app_id"] = FakeSlack.App, ["team"] = null,
            ["user"] = new JsonObject { ["id"] = "U1", ["team_id"] = FakeSlack.Team },
        }.ToJsonString());
        var opened = await bed.Slack.WaitForAsync("views.open");

        Assert.Equal((HttpStatusCode.OK, ""), (response.StatusCode, await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken)));
        Assert.Equal(shortcut, opened[0].Json("view").GetProperty("callback_id").GetString());
    }

    [Fact]
    public async Task C057_Window_LanguageUnknown_OpensBeforeSlackIsAskedAndIsMendedAfter()
    {
        await using var bed = await BedScreens.StartAsync(_turns);
        bed.Slack.Locale = "zh-TW";
        using var response = await OpenAsync(bed, "search");
        var mended = (await bed.Slack.WaitForAsync("views.update"))[0].Json("view");

        Assert.True(bed.Slack.Calls.ToList().FindIndex(call => call.Method == "views.open") < bed.Slack.Calls.ToList().FindIndex(call => call.Method == "users.info"));
        Assert.Equal("搜索案例".Length, mended.GetProperty("title").GetProperty("text").GetString()!.Length);
        Assert.Contains("索", mended.GetProperty("title").GetProperty("text").GetString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task C057_Window_LanguageChosen_OpensInItAtOnce()
    {
        var preferences = new InMemoryPreferences();
        await preferences.WriteAsync(new PersonKey(ChannelNames.Slack, FakeSlack.Team, "U1"), new PersonPreferences { Language = AnswerLanguage.Zh }, TestContext.Current.CancellationToken);
        await using var bed = await BedScreens.StartAsync(_turns, new BedSettings { Services = services => services.AddSingleton<IPreferenceStore>(preferences) });
        using var response = await OpenAsync(bed, "ask");
        var opened = (await bed.Slack.WaitForAsync("views.open"))[0];

        Assert.Equal("问教练", opened.Json("view").GetProperty("title").GetProperty("text").GetString());
        Assert.Empty(bed.Slack.CallsOf("views.update"));
        Assert.Empty(bed.Slack.CallsOf("users.info"));
    }

    [Theory]
    [InlineData("expired_trigger_id")]
    [InlineData("exchanged_trigger_id")]
    [InlineData("trigger_expired")]
    public async Task C058_Window_TooLate_LeavesAButtonThatOpensIt(string code)
    {
        await using var bed = await BedScreens.StartAsync(_turns);
        bed.Slack.Fail("views.open", SlackFault.Error(code));
        using var first = await OpenAsync(bed, "search");
        var offer = (await bed.Slack.WaitForAsync("chat.postMessage"))[0];
        var button = Assert.Single(BlockKitText.Buttons(JsonNode.Parse(offer["blocks"]!)!.AsArray()));

        Assert.Single(bed.Slack.CallsOf("views.open"));
        Assert.Equal("DIRECT"[..1], offer["channel"]![..1]);
        using var second = await PressAsync(bed, button, """{"id":"V0","type":"none"}""");
        Assert.Equal(2, (await bed.Slack.WaitForAsync("views.open", 2)).Count);
    }

    [Fact]
    public async Task C062_Submission_NothingToShow_ClosesWithAnEmptyBody()
    {
        await using var bed = await BedScreens.StartAsync(new ScriptedTurns(_ => null));
        using var response = await SubmitAsync(bed, "coach_ask", """{"question":{"ask/question":{"type":"plain_text_input","value":"fake notes"}}}""");

        Assert.Equal((HttpStatusCode.OK, 0), (response.StatusCode, (await response.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken)).Length));
    }

    [Fact]
    public async Task Submission_AQuestion_PutsTheCardInTheWindowsPlace()
    {
        await using var bed = await BedScreens.StartAsync(_turns);
        using var response = await SubmitAsync(bed, "coach_ask", """{"question":{"ask/question":{"type":"plain_text_input","value":" fake notes "}}}""");
        var body = await JsonOfAsync(response);

        Assert.Equal("update", body["response_action"]!.GetValue<string>());
        Assert.Empty(BlockKit.OfView(body["view"]!.AsObject()));
        Assert.Contains("“say one”", BlockKitText.Lines(body["view"]!["blocks"]!.AsArray()));
        Assert.Equal("fake notes", ((MessageContent.Said)_turns.Taken.Single().Content).Text);
    }

    [Theory]
    [InlineData("coach_ask", """{"question":{"ask/question":{"type":"plain_text_input","value":"  "}}}""", "question")]
    [InlineData("coach_search", """{"search-text":{"search/text":{"type":"plain_text_input","value":"LONG"}}}""", "search-text")]
    public async Task C063_Submission_Wrong_NamesInputsThatAreInTheWindow(string callback, string state, string block)
    {
        await using var bed = await BedScreens.StartAsync(_turns);
        using var response = await SubmitAsync(bed, callback, state.Replace("LONG", new string('x', 201), StringComparison.Ordinal));
        var body = await JsonOfAsync(response);
        var window = callback == "coach_ask" ? AskWindow.View(AnswerLanguage.En) : SearchWindow.View(SearchState.New(AnswerLanguage.En), null, Some.Pack());
        var inputs = window["blocks"]!.AsArray().Where(one => one!["type"]!.GetValue<string>() == "input").Select(one => one!["block_id"]!.GetValue<string>());

        Assert.Equal("errors", body["response_action"]!.GetValue<string>());
        Assert.Equal([block], body["errors"]!.AsObject().Select(error => error.Key));
        Assert.Contains(block, inputs);
        Assert.Empty(_turns.Taken);
    }

    [Theory]
    [InlineData("coach_search", "not json")]
    [InlineData("coach_search", "[1,2]")]
    [InlineData("coach_search", """{"text":7,"page":"-9","language":"xx","role":"a b:c\" OR","kind":"<!channel>"}""")]
    [InlineData("coach_search", "LONG")]
    [InlineData("coach_ask", "not a language")]
    [InlineData("coach_gone", "x")]
    public async Task C064_Submission_TamperedOrWithoutState_IsSafe(string callback, string carried)
    {
        await using var bed = await BedScreens.StartAsync(_turns);
        using var response = await SubmitAsync(bed, callback, null, carried == "LONG" ? new string('{', 5000) : carried);
        var body = await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.True(body.Length == 0 || JsonNode.Parse(body)!["response_action"]!.GetValue<string>() is "errors" or "update", body);
        Assert.True(body.Length == 0 || JsonNode.Parse(body)!["view"] is not JsonObject view || BlockKit.OfView(view).Count == 0, body);
        Assert.Empty(bed.Logs.Errors);
    }

    [Fact]
    public async Task C065_ViewClosed_IsAcknowledgedEmpty()
    {
        await using var bed = await BedScreens.StartAsync(_turns);
        using var response = await bed.InteractAsync("""{"type":"view_closed","user":{"id":"U1"},"team":{"id":"T1"},"view":{"id":"V1","type":"modal","callback_id":"coach_ask"},"is_cleared":true}""");

        Assert.Equal((HttpStatusCode.OK, ""), (response.StatusCode, await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken)));
        Assert.Empty(_turns.Taken);
    }

    [Theory]
    [InlineData("")]
    [InlineData("at")]
    [InlineData("zzz-nothing")]
    [InlineData("<!channel>")]
    public async Task C066_TagMenu_Typed_OffersWithinTheLimits(string typed)
    {
        await using var bed = await BedScreens.StartAsync(_turns);
        using var response = await bed.InteractAsync(new JsonObject
        {
            ["type"] = "block_suggestion", ["action_id"] = "search/tag", ["block_id"] = "search-filters", ["value"] = typed, ["api_app_id"] = FakeSlack.App,
            ["user"] = new JsonObject { ["id"] = "U1" }, ["team"] = new JsonObject { ["id"] = FakeSlack.Team },
            ["view"] = new JsonObject { ["id"] = "V1", ["type"] = "modal", ["callback_id"] = "coach_search", ["private_metadata"] = SearchState.New(AnswerLanguage.Zh).Write() },
        }.ToJsonString(), "/slack/options");
        var options = (await JsonOfAsync(response))["options"]!.AsArray();

        Assert.InRange(options.Count, typed.Length > 3 ? 0 : 1, typed.Length > 3 ? 0 : 100);
        Assert.All(options, option => Assert.InRange(option!["text"]!["text"]!.GetValue<string>().Length, 1, 75));
    }

    [Fact]
    public async Task Search_WordsThenMenuThenPage_RewritesTheWindow()
    {
        await using var bed = await BedScreens.StartAsync(_turns);
        using var found = await SubmitAsync(bed, "coach_search", """{"search-text":{"search/text":{"type":"plain_text_input","value":"customer"}}}""");
        var view = (await JsonOfAsync(found))["view"]!.AsObject();
        Assert.Contains(BlockKitText.Lines(view["blocks"]!.AsArray()), line => line.Contains("found for customer", StringComparison.Ordinal));

        using var filtered = await bed.InteractAsync(Used(view["private_metadata"]!.GetValue<string>(), """{"type":"static_select","action_id":"search/role","block_id":"search-filters","selected_option":{"value":"teller"}}"""));
        var updated = (await bed.Slack.WaitForAsync("views.update"))[0].Json("view");
        var state = SearchState.Read(updated.GetProperty("private_metadata").GetString());
        Assert.Equal("customer role:teller", state.Query);

        using var turned = await bed.InteractAsync(Used(state.Write(), """{"type":"button","action_id":"search/page-2","block_id":"x","value":"2"}"""));
        var paged = (await bed.Slack.WaitForAsync("views.update", 2))[1].Json("view");
        Assert.Equal(("customer role:teller", 2), (SearchState.Read(paged.GetProperty("private_metadata").GetString()).Query, SearchState.Read(paged.GetProperty("private_metadata").GetString()).Page));

        using var all = await bed.InteractAsync(Used(state.Write(), """{"type":"static_select","action_id":"search/role","block_id":"search-filters","selected_option":{"value":"all"}}"""));
        Assert.Equal("customer", SearchState.Read((await bed.Slack.WaitForAsync("views.update", 3))[2].Json("view").GetProperty("private_metadata").GetString()).Query);
    }

    [Fact]
    public async Task Button_InASearchWindow_PushesTheCard_InACardWindow_TakesItsPlace_ANoticeLiesAbove()
    {
        await using var bed = await BedScreens.StartAsync(_turns);
        var show = Button(CardVerbs.Show);
        using var pushed = await PressAsync(bed, show, """{"id":"V1","type":"modal","callback_id":"coach_search"}""");
        Assert.Equal("coach_card", (await bed.Slack.WaitForAsync("views.push"))[0].Json("view").GetProperty("callback_id").GetString());

        using var replaced = await PressAsync(bed, Button(CardVerbs.Translate), """{"id":"V2","type":"modal","callback_id":"coach_card"}""");
        Assert.Equal("V2", (await bed.Slack.WaitForAsync("views.update"))[0]["view_id"]);

        using var thanked = await PressAsync(bed, Button(CardVerbs.Helpful), """{"id":"V2","type":"modal","callback_id":"coach_card"}""");
        Assert.Contains("Thank you.", (await bed.Slack.WaitForAsync("views.push", 2))[1]["view"], StringComparison.Ordinal);
    }

    [Fact]
    public async Task Button_OnTheHome_OpensTheCard_OrSaysItDirectlyWhenTooLate()
    {
        await using var bed = await BedScreens.StartAsync(_turns);
        const string home = """{"id":"V1","type":"home"}""";
        using var opened = await PressAsync(bed, Button(CardVerbs.Show), home);
        Assert.Single(await bed.Slack.WaitForAsync("views.open"));

        bed.Slack.Fail("views.open", SlackFault.Error("expired_trigger_id"));
        using var late = await PressAsync(bed, Button(CardVerbs.Practise), home);
        Assert.Contains("say one", (await bed.Slack.WaitForAsync("chat.postMessage"))[0]["text"], StringComparison.Ordinal);
    }

    [Fact]
    public async Task Button_OnTheHome_ChangingASetting_WritesTheHomeAnew()
    {
        var turns = new ScriptedTurns(_ => new Reply.Settings(PersonPreferences.None, AnswerLanguage.En));
        await using var bed = await BedScreens.StartAsync(turns);
        using var pressed = await PressAsync(bed, Button(CardVerbs.SetHere), """{"id":"V1","type":"home"}""");
        var home = (await bed.Slack.WaitForAsync("views.publish"))[0].Json("view");

        Assert.Equal("home", home.GetProperty("type").GetString());
        Assert.Empty(bed.Slack.CallsOf("views.open"));
    }

    private static JsonObject Button(string verb) => new()
    {
        ["type"] = "button", ["action_id"] = "view/1", ["block_id"] = "b",
        ["value"] = ButtonValue.Write(new CardAction(verb, new Dictionary<string, string> { [CardData.Case] = "card-swallowed", [CardData.Language] = "en" })),
    };

    private static Task<HttpResponseMessage> OpenAsync(SlackBed bed, string window) => PressAsync(
        bed, new JsonObject { ["type"] = "button", ["action_id"] = "open/" + window, ["value"] = window }, """{"id":"V1","type":"home"}""");

    private static Task<HttpResponseMessage> PressAsync(SlackBed bed, JsonObject button, string view) => bed.InteractAsync(new JsonObject
    {
        ["type"] = "block_actions", ["api_app_id"] = FakeSlack.App, ["trigger_id"] = bed.Slack.Trigger(), ["user"] = new JsonObject { ["id"] = "U1" },
        ["team"] = new JsonObject { ["id"] = FakeSlack.Team }, ["view"] = JsonNode.Parse(view), ["container"] = new JsonObject { ["type"] = "view" },
        ["actions"] = new JsonArray(button.DeepClone()),
    }.ToJsonString());

    private static string Used(string carried, string action) => new JsonObject
    {
        ["type"] = "block_actions", ["api_app_id"] = FakeSlack.App, ["trigger_id"] = Guid.NewGuid().ToString("N"), ["user"] = new JsonObject { ["id"] = "U1" },
        ["team"] = new JsonObject { ["id"] = FakeSlack.Team },
        ["view"] = new JsonObject { ["id"] = "V1", ["type"] = "modal", ["callback_id"] = "coach_search", ["private_metadata"] = carried },
        ["actions"] = new JsonArray(JsonNode.Parse(action)),
    }.ToJsonString();

    private static Task<HttpResponseMessage> SubmitAsync(SlackBed bed, string callback, string? state, string? carried = null)
    {
        var view = new JsonObject { ["id"] = "V1", ["type"] = "modal", ["callback_id"] = callback, ["private_metadata"] = carried ?? (callback == "coach_ask" ? "en" : SearchState.New(AnswerLanguage.En).Write()) };
        if (state is not null)
        {
            view["state"] = new JsonObject { ["values"] = JsonNode.Parse(state) };
        }

        return bed.InteractAsync(new JsonObject
        {
            ["type"] = "view_submission", ["api_app_id"] = FakeSlack.App, ["trigger_id"] = bed.Slack.Trigger(), ["user"] = new JsonObject { ["id"] = "U1" },
            ["team"] = new JsonObject { ["id"] = FakeSlack.Team }, ["view"] = view,
        }.ToJsonString());
    }

    private static async Task<JsonObject> JsonOfAsync(HttpResponseMessage response) => JsonNode.Parse(await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken))!.AsObject();
}
