using System.Text.Json.Nodes;
using CoachBot.Channels.Teams.Invokes;
using CoachBot.Core.Language;
using CoachBot.Core.Turns;
using CoachBot.TestSupport.Teams;
using Xunit;

namespace CoachBot.Tests.Channels.Teams.Invokes;

/// <summary>Buttons, as Teams sends them and as somebody may forge them.</summary>
public sealed class CardActionInvokeTests
{
    private const string CardType = "application/vnd.microsoft.card.adaptive";
    private const string ToastType = "application/vnd.microsoft.activity.message";
    private const string ErrorType = "application/vnd.microsoft.error";
    private static readonly string[] Refusals = ["BadRequest", "NotSupported"];
    private readonly InvokeBench _bench = new();
    private readonly CardActionInvoke _handler;

    public CardActionInvokeTests() => _handler = new CardActionInvoke(_bench.Turns, new RecentPresses(_bench.Time));

    public static TheoryData<string> Malformed => new(
        "null", "5", "\"x\"", "[]", "{}", """{"action":null}""", """{"action":"x"}""", """{"action":[]}""",
        """{"action":{"type":"Action.Submit","verb":"full"}}""", """{"action":{"verb":"full"}}""", """{"action":{"type":5,"verb":"full"}}""");

    public static TheoryData<string> OddData => new("null", "\"text\"", "[1,2]", "5", "true", """{"case":{"a":1},"language":[]}""");

    [Fact]
    [TeamsCheck(134)]
    public async Task Handle_ShownInPlace_IsACardInTheEnvelope()
    {
        _bench.Turns.Replies = [new OutgoingReply(new Reply.Large("case", ["Please sit down."], AnswerLanguage.En), ReplyPlacement.OnlyAsker)];
        var body = await _bench.AskAsync(_handler, Execute("large", new JsonObject { ["case"] = "case", ["language"] = "en" }));

        Assert.Equal((200, CardType), ((int)body["statusCode"]!, (string)body["type"]!));
        Assert.Equal("AdaptiveCard", (string?)body["value"]!["type"]);
        Assert.Equal("1.5", (string?)body["value"]!["version"]);
        var pressed = Assert.IsType<MessageContent.Pressed>(Assert.Single(_bench.Turns.Ran).Content);
        Assert.Equal(("large", "case", "card-1"), (pressed.Action.Verb, pressed.Action["case"], pressed.MessageId));
        Assert.Empty(_bench.Turns.Accepted);
    }

    [Fact]
    [TeamsCheck(134)]
    public async Task Handle_OnlyASentence_IsAToast()
    {
        _bench.Turns.Replies = [new OutgoingReply(new Reply.Notice("Thank you.", AnswerLanguage.En), ReplyPlacement.OnlyAsker)];
        var body = await _bench.AskAsync(_handler, Execute("helpful", new JsonObject { ["question"] = "q" }));

        Assert.Equal((200, ToastType, "Thank you."), ((int)body["statusCode"]!, (string)body["type"]!, (string)body["value"]!));
    }

    [Theory]
    [TeamsCheck(134)]
    [InlineData("show")]
    [InlineData("others")]
    [InlineData("ask")]
    [InlineData("copy")]
    [InlineData("share")]
    [InlineData("practise")]
    public async Task Handle_SaidToTheConversation_GoesTheWayOfEveryMessage(string verb)
    {
        var body = await _bench.AskAsync(_handler, Execute(verb, new JsonObject { ["language"] = "zh" }));

        Assert.Equal(ToastType, (string?)body["type"]);
        Assert.Equal("已发在下面。", (string?)body["value"]);
        Assert.Equal(verb, Assert.IsType<MessageContent.Pressed>(Assert.Single(_bench.Turns.Accepted).Content).Action.Verb);
        Assert.Empty(_bench.Turns.Ran);
    }

    [Fact]
    public async Task Handle_QueueFull_SaysSoAndTheNextPressCounts()
    {
        _bench.Turns.Verdict = Acceptance.Full;
        var busy = await _bench.AskAsync(_handler, Execute("show", []));
        _bench.Turns.Verdict = Acceptance.Accepted;
        var taken = await _bench.AskAsync(_handler, Execute("show", []));

        Assert.Equal((503, ErrorType), ((int)busy["statusCode"]!, (string)busy["type"]!));
        Assert.Equal(ToastType, (string?)taken["type"]);
    }

    [Theory]
    [TeamsCheck(135)]
    [MemberData(nameof(Malformed))]
    public async Task Handle_NoActionExecute_IsRefusedInTheEnvelope(string value)
    {
        var body = await _bench.AskAsync(_handler, JsonNode.Parse(value));

        Assert.Equal((400, ErrorType), ((int)body["statusCode"]!, (string)body["type"]!));
        Assert.Contains((string)body["value"]!["code"]!, Refusals);
        Assert.Empty(_bench.Turns.Ran);
    }

    [Theory]
    [TeamsCheck(136)]
    [InlineData("somethingNew")]
    [InlineData("")]
    [InlineData(null)]
    [InlineData("SHOW")]
    public async Task Handle_UnknownVerb_IsRefusedInTheEnvelope(string? verb)
    {
        var body = await _bench.AskAsync(_handler, Execute(verb, []));

        Assert.Equal((501, ErrorType), ((int)body["statusCode"]!, (string)body["type"]!));
        Assert.Empty(_bench.Turns.Ran);
        Assert.Empty(_bench.Turns.Accepted);
    }

    [Theory]
    [TeamsCheck(137)]
    [MemberData(nameof(OddData))]
    public async Task Handle_OddData_IsTakenAsNone(string data)
    {
        var value = Execute("full", []);
        value["action"]!["data"] = JsonNode.Parse(data);
        await _bench.AskAsync(_handler, value);
        value["action"]!.AsObject().Remove("data");
        await _bench.AskAsync(_handler, value);

        Assert.All(_bench.Turns.Ran, message => Assert.Null(Assert.IsType<MessageContent.Pressed>(message.Content).Action["case"]));
        Assert.Equal(2, _bench.Turns.Ran.Count);
    }

    [Theory]
    [TeamsCheck(138)]
    [InlineData("full", true)]
    [InlineData("translate", true)]
    [InlineData("helpful", false)]
    [InlineData("expert", false)]
    [InlineData("set-language", false)]
    [InlineData("show", false)]
    public async Task Handle_Automatic_ShowsAndDoesNothingElse(string verb, bool isRun)
    {
        var value = Execute(verb, []);
        value["trigger"] = "automatic";
        var body = await _bench.AskAsync(_handler, value);

        Assert.Equal(isRun ? 1 : 0, _bench.Turns.Ran.Count);
        Assert.Empty(_bench.Turns.Accepted);
        Assert.Equal(isRun ? 200 : 400, (int)body["statusCode"]!);
    }

    [Fact]
    [TeamsCheck(139)]
    public async Task Handle_DataThatNamesSomebodyElse_ActsForTheSender()
    {
        await _bench.AskAsync(_handler, Execute("set-here", new JsonObject { ["on"] = "true", ["from"] = "another", ["person"] = "another" }));

        Assert.Equal(new PersonKey("teams", "tenant", "11111111-1111-1111-1111-111111111111"), Assert.Single(_bench.Turns.Ran).From.Key);
    }

    [Fact]
    [TeamsCheck(140)]
    public async Task Handle_DoubleClick_PostsOnce()
    {
        var value = Execute("show", new JsonObject { ["case"] = "one", ["language"] = "en" });
        var first = await _bench.AskAsync(_handler, value);
        _bench.Time.Advance(TimeSpan.FromSeconds(1));
        var second = await _bench.AskAsync(_handler, value);

        Assert.Equal(first.ToJsonString(), second.ToJsonString());
        Assert.Single(_bench.Turns.Accepted);
    }

    [Fact]
    [TeamsCheck(140)]
    public async Task Handle_AnotherButtonPersonOrMoment_PostsAgain()
    {
        var value = Execute("show", new JsonObject { ["case"] = "one" });
        await _bench.AskAsync(_handler, value);
        await _bench.AskAsync(_handler, Execute("show", new JsonObject { ["case"] = "two" }));
        _bench.Person = "another";
        await _bench.AskAsync(_handler, value);
        _bench.Person = "11111111-1111-1111-1111-111111111111";
        await _bench.AskAsync(_handler, value, replyTo: "card-2");
        _bench.Time.Advance(TimeSpan.FromSeconds(4));
        await _bench.AskAsync(_handler, value);

        Assert.Equal(5, _bench.Turns.Accepted.Count);
    }

    private static JsonObject Execute(string? verb, JsonObject data) => new()
    {
        ["action"] = new JsonObject { ["type"] = "Action.Execute", ["title"] = "Button", ["verb"] = verb, ["data"] = data },
        ["trigger"] = "manual",
    };
}
