using System.Text.Json.Nodes;
using CoachBot.Channels.Teams.Invokes;
using CoachBot.Channels.Teams.Messages;
using CoachBot.Core.Language;
using CoachBot.Core.Turns;
using CoachBot.TestSupport.Teams;
using Microsoft.Extensions.Logging.Abstractions;
using Xunit;

namespace CoachBot.Tests.Channels.Teams.Invokes;

/// <summary>"Coach me on this message", the buttons in its dialog, and Teams' own thumbs.</summary>
public sealed class DialogInvokeTests
{
    private readonly InvokeBench _bench = new();
    private readonly CoachOnMessageInvoke _coach;
    private readonly DialogActionInvoke _press;
    private readonly FeedbackInvoke _feedback;

    public DialogInvokeTests()
    {
        var dialogs = new DialogTurns(_bench.Turns);
        _coach = new CoachOnMessageInvoke(dialogs);
        _press = new DialogActionInvoke(dialogs);
        _feedback = new FeedbackInvoke(_bench.Turns, NullLogger<FeedbackInvoke>.Instance);
        _bench.Turns.Replies = [new OutgoingReply(new Reply.Large("case", ["Please sit down."], AnswerLanguage.En))];
    }

    public static TheoryData<string, string> Messages => new()
    {
        { "<div>客户说取款机吐了<b>假钞</b>&nbsp;怎么办</div>", "客户说取款机吐了假钞 怎么办" },
        { "<p>first</p><p>second</p>", "first\nsecond" },
        { "<div><at id=\"0\">Ada</at> he shouts &amp; films me</div>", "Ada he shouts & films me" },
        { "<script>alert(1)</script>hello", "alert(1)\nhello" },
        { "a &lt;b&gt; c", "a <b> c" },
        { "1 < 2 and 3 > 2", "1 < 2 and 3 > 2" },
        { "<img src=x onerror=alert(1)>", "" },
        { "<<<<", "<<<<" },
    };

    [Theory]
    [MemberData(nameof(Messages))]
    public void HtmlText_Of_IsTheWordsOnly(string html, string text) => Assert.Equal(text, HtmlText.Of(html));

    [Fact]
    public void HtmlText_Endless_TakesOnePass()
    {
        var text = HtmlText.Of(new string('<', 2_000_000));

        Assert.InRange(text.Length, 1, 5_000);
    }

    [Fact]
    [TeamsCheck(163)]
    public async Task Coach_OnAMessage_AsksItAndShowsADialog()
    {
        var body = await _bench.AskAsync(_coach, Fetch("<div>customer says ATM gave fake notes</div>"));

        Assert.Equal("customer says ATM gave fake notes", Assert.IsType<MessageContent.CoachOn>(Assert.Single(_bench.Turns.Ran).Content).Text);
        Assert.Equal("continue", (string?)body["task"]!["type"]);
        var card = body["task"]!["value"]!["card"]!;
        Assert.Equal("application/vnd.microsoft.card.adaptive", (string?)card["contentType"]);
        Assert.DoesNotContain("Action.Execute", card.ToJsonString(), StringComparison.Ordinal);
        Assert.Null(body["composeExtension"]);
    }

    [Theory]
    [InlineData("""{"commandId":"coachOnMessage"}""")]
    [InlineData("""{"commandId":"coachOnMessage","messagePayload":null}""")]
    [InlineData("""{"commandId":"coachOnMessage","messagePayload":{"body":5}}""")]
    [InlineData("""{"commandId":"coachOnMessage","messagePayload":{"body":{"content":"<img src='x'>"}}}""")]
    [InlineData("""{"commandId":"another"}""")]
    [InlineData("null")]
    public async Task Coach_NothingToCoachOn_SaysSo(string value)
    {
        var body = await _bench.AskAsync(_coach, JsonNode.Parse(value));

        Assert.Equal("message", (string?)body["task"]!["type"]);
        Assert.False(string.IsNullOrEmpty((string?)body["task"]!["value"]));
        Assert.Empty(_bench.Turns.Ran);
    }

    [Fact]
    public async Task Press_InADialog_IsThePressOfAButton()
    {
        var body = await _bench.AskAsync(_press, JsonNode.Parse("""{"commandId":"coachOnMessage","data":{"verb":"full","case":"one","language":"en"}}"""));

        var pressed = Assert.IsType<MessageContent.Pressed>(Assert.Single(_bench.Turns.Ran).Content);
        Assert.Equal(("full", "one"), (pressed.Action.Verb, pressed.Action["case"]));
        Assert.Equal("continue", (string?)body["task"]!["type"]);
    }

    [Fact]
    public async Task Press_AnsweredByASentence_ShowsItInTheDialog()
    {
        _bench.Turns.Replies = [new OutgoingReply(new Reply.Notice("Thank you.", AnswerLanguage.En))];
        var body = await _bench.AskAsync(_press, JsonNode.Parse("""{"data":{"verb":"helpful"}}"""));

        Assert.Equal(("message", "Thank you."), ((string?)body["task"]!["type"], (string?)body["task"]!["value"]));
    }

    [Theory]
    [TeamsCheck(162)]
    [InlineData("other")]
    [InlineData("edit")]
    [InlineData("send")]
    public async Task Press_APreviewThatWasNeverOffered_IsRefused(string preview)
    {
        var answer = await _bench.AnswerAsync(_press, new JsonObject { ["data"] = new JsonObject { ["verb"] = "full" }, ["botMessagePreviewAction"] = preview });

        Assert.Equal(400, answer.Status);
        Assert.Empty(_bench.Turns.Ran);
    }

    [Theory]
    [InlineData("""{"data":null}""")]
    [InlineData("""{"data":"x"}""")]
    [InlineData("""{"data":{"verb":[]}}""")]
    [InlineData("{}")]
    public async Task Press_NoButtonOfOurs_SaysSo(string value)
    {
        var body = await _bench.AskAsync(_press, JsonNode.Parse(value));

        Assert.Equal("message", (string?)body["task"]!["type"]);
    }

    [Theory]
    [TeamsCheck(142)]
    [InlineData("like", true)]
    [InlineData("dislike", false)]
    public async Task Feedback_Thumb_IsAReactionToTheMessage(string reaction, bool helpful)
    {
        var value = JsonNode.Parse($$$"""{"actionName":"feedback","actionValue":{"reaction":"{{{reaction}}}","feedback":"{\"feedbackText\":\"nice\"}"}}""");
        var body = await _bench.AskAsync(_feedback, value, replyTo: "message-9");

        Assert.Empty(body);
        var reacted = Assert.IsType<MessageContent.Reacted>(Assert.Single(_bench.Turns.Ran).Content);
        Assert.Equal(("message-9", helpful), (reacted.MessageId, reacted.Helpful));
    }

    [Fact]
    [TeamsCheck(142)]
    public async Task Feedback_BrokenInnerJson_CountsAllTheSame()
    {
        var body = await _bench.AskAsync(_feedback, JsonNode.Parse("""{"actionName":"feedback","actionValue":{"reaction":"like","feedback":"{broken"}}"""));

        Assert.Empty(body);
        Assert.Single(_bench.Turns.Ran);
    }

    [Theory]
    [TeamsCheck(142)]
    [InlineData("null")]
    [InlineData("""{"actionName":"feedback"}""")]
    [InlineData("""{"actionName":"other","actionValue":{"reaction":"like"}}""")]
    [InlineData("""{"actionName":"feedback","actionValue":{"reaction":"love"}}""")]
    public async Task Feedback_Unreadable_IsTakenAndNothingHappens(string value)
    {
        Assert.Empty(await _bench.AskAsync(_feedback, JsonNode.Parse(value)));
        Assert.Empty(_bench.Turns.Ran);
    }

    [Fact]
    [TeamsCheck(143)]
    public async Task Feedback_TwiceByOnePerson_IsTwoReactionsOfWhichTheLastCounts()
    {
        await _bench.AskAsync(_feedback, JsonNode.Parse("""{"actionName":"feedback","actionValue":{"reaction":"like"}}"""));
        await _bench.AskAsync(_feedback, JsonNode.Parse("""{"actionName":"feedback","actionValue":{"reaction":"dislike"}}"""));

        Assert.Equal([true, false], _bench.Turns.Ran.Select(message => ((MessageContent.Reacted)message.Content).Helpful));
        Assert.Single(_bench.Turns.Ran.Select(message => message.From.Key).Distinct());
        Assert.Equal(2, _bench.Turns.Ran.Select(message => message.Id).Distinct().Count());
    }

    private static JsonObject Fetch(string html) => new()
    {
        ["commandId"] = "coachOnMessage",
        ["commandContext"] = "message",
        ["messagePayload"] = new JsonObject { ["id"] = "1", ["body"] = new JsonObject { ["contentType"] = "html", ["content"] = html } },
    };
}
