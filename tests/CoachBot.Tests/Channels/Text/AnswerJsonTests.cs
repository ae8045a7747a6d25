using System.Text.Json;
using CoachBot.Channels.Text;
using CoachBot.Core.Alerts;
using CoachBot.Core.Coaching;
using CoachBot.Core.Language;
using CoachBot.Core.Search;
using CoachBot.TestSupport;
using CsCheck;
using Xunit;

namespace CoachBot.Tests.Channels.Text;

/// <summary>The contract of design section 6, property by property.</summary>
public sealed class AnswerJsonTests
{
    private static readonly Answer Answered = new()
    {
        Question = "客户说 \"假钞\"\nATM",
        Language = AnswerLanguage.ZhHant,
        Outcome = Outcome.Answered,
        Matches =
        [
            new Match("card-swallowed", "the title", "the cue", "risk-signal", 0.8125, ["unit-a", "unit-b"], null),
            new Match("other", "other title", "cue", "case", 0, [], null),
        ],
        Card = Some.Card(),
        Alerts = [new Alert("media", "tell the press office")],
    };

    [Fact]
    public void Of_Answered_HasExactlyTheContractsProperties()
    {
        using var json = JsonDocument.Parse(AnswerJson.Of(Answered));
        var root = json.RootElement;

        Assert.Equal(["question", "language", "outcome", "matches", "card", "alerts"], Names(root));
        Assert.Equal("客户说 \"假钞\"\nATM", root.GetProperty("question").GetString());
        Assert.Equal("zh-Hant", root.GetProperty("language").GetString());
        Assert.Equal("answered", root.GetProperty("outcome").GetString());

        var matches = root.GetProperty("matches").EnumerateArray().ToList();
        Assert.Equal(2, matches.Count);
        Assert.All(matches, match => Assert.Equal(["id", "title", "kind", "score", "covers"], Names(match)));
        Assert.Equal("card-swallowed", matches[0].GetProperty("id").GetString());
        Assert.Equal("the title", matches[0].GetProperty("title").GetString());
        Assert.Equal("risk-signal", matches[0].GetProperty("kind").GetString());
        Assert.Equal(0.8125, matches[0].GetProperty("score").GetDouble());
        Assert.Equal(["unit-a", "unit-b"], Texts(matches[0].GetProperty("covers")));
        Assert.Equal(0, matches[1].GetProperty("covers").GetArrayLength());

        var alert = Assert.Single(root.GetProperty("alerts").EnumerateArray());
        Assert.Equal(["id", "text"], Names(alert));
        Assert.Equal("media", alert.GetProperty("id").GetString());
        Assert.Equal("tell the press office", alert.GetProperty("text").GetString());
    }

    [Fact]
    public void Of_Answered_CardHasExactlyTheContractsProperties()
    {
        using var json = JsonDocument.Parse(AnswerJson.Of(Answered));
        var card = json.RootElement.GetProperty("card");

        Assert.Equal(["id", "title", "say", "do", "avoid", "escalate", "why", "sources"], Names(card));
        Assert.Equal("card-swallowed", card.GetProperty("id").GetString());
        Assert.Equal("the title", card.GetProperty("title").GetString());
        Assert.Equal(["say one", "say two"], Texts(card.GetProperty("say")));
        Assert.Equal(["do one", "do two"], Texts(card.GetProperty("do")));
        Assert.Equal("the point", card.GetProperty("why").GetString());
        Assert.Equal(["Handbook: 3.2"], Texts(card.GetProperty("sources")));

        var avoid = card.GetProperty("avoid").EnumerateArray().ToList();
        Assert.All(avoid, item => Assert.Equal(["dont", "instead", "why"], Names(item)));
        Assert.Equal(("dont one", "instead one", null), (Text(avoid[0], "dont"), Text(avoid[0], "instead"), Text(avoid[0], "why")));
        Assert.Equal(("dont two", null, "because two"), (Text(avoid[1], "dont"), Text(avoid[1], "instead"), Text(avoid[1], "why")));

        var escalate = Assert.Single(card.GetProperty("escalate").EnumerateArray());
        Assert.Equal(["when", "to", "within"], Names(escalate));
        Assert.Equal(("when one", "the manager", "at once"), (Text(escalate, "when"), Text(escalate, "to"), Text(escalate, "within")));
    }

    [Theory]
    [InlineData(Outcome.Answered, "answered")]
    [InlineData(Outcome.Choose, "choose")]
    [InlineData(Outcome.Redirect, "redirect")]
    [InlineData(Outcome.None, "none")]
    public void Of_Outcome_IsTheContractsWord(Outcome outcome, string word)
    {
        using var json = JsonDocument.Parse(AnswerJson.Of(Answered with { Outcome = outcome }));

        Assert.Equal(word, json.RootElement.GetProperty("outcome").GetString());
    }

    [Fact]
    public void Of_NoCard_SaysNull()
    {
        using var json = JsonDocument.Parse(AnswerJson.Of(Answered with { Outcome = Outcome.None, Card = null, Matches = [], Alerts = [] }));

        Assert.Equal(JsonValueKind.Null, json.RootElement.GetProperty("card").ValueKind);
        Assert.Equal(0, json.RootElement.GetProperty("matches").GetArrayLength());
        Assert.Equal(0, json.RootElement.GetProperty("alerts").GetArrayLength());
    }

    [Fact]
    public void Of_Redirect_AddsWhereToAsk()
    {
        var redirected = Answered with { Outcome = Outcome.Redirect, Card = null, Redirect = new RedirectNotice("it-trouble", "Computers", "Ask there.", "help desk") };
        using var json = JsonDocument.Parse(AnswerJson.Of(redirected));
        var redirect = json.RootElement.GetProperty("redirect");

        Assert.Equal(["id", "title", "line", "to"], Names(redirect));
        Assert.Equal("it-trouble", redirect.GetProperty("id").GetString());
    }

    [Fact]
    public void Of_Explained_AddsWhyToTheMatch()
    {
        var why = new HitExplanation(0.25, 0.5, "nearest", 0.75, ["假钞", "atm"]);
        using var json = JsonDocument.Parse(AnswerJson.Of(Answered with { Matches = [Answered.Matches[0] with { Why = why }] }));
        var told = json.RootElement.GetProperty("matches")[0].GetProperty("why");

        Assert.Equal(["text", "alternate", "nearestAlternate", "vote", "terms"], Names(told));
        Assert.Equal("nearest", told.GetProperty("nearestAlternate").GetString());
        Assert.Equal(["假钞", "atm"], Texts(told.GetProperty("terms")));
    }

    [Fact]
    public void Of_ChineseText_StaysReadable() => Assert.Contains("假钞", AnswerJson.Of(Answered), StringComparison.Ordinal);

    [Fact]
    public void Of_AnyQuestion_IsOneLineOfJson() => Gen.String.Sample(
        question =>
        {
            var line = AnswerJson.Of(Answered with { Question = question });
            Assert.DoesNotContain('\n', line);
            Assert.DoesNotContain('\r', line);
            using var json = JsonDocument.Parse(line);
            Assert.Equal(question.Length, json.RootElement.GetProperty("question").GetString()!.Length);
        },
        iter: 500);

    [Fact]
    public void NewConversation_IsTheContractsLine()
    {
        Assert.Equal("""{"outcome":"new","matches":[]}""", AnswerJson.NewConversation);
    }

    private static List<string> Names(JsonElement element) => element.EnumerateObject().Select(property => property.Name).ToList();

    private static List<string?> Texts(JsonElement element) => element.EnumerateArray().Select(item => item.GetString()).ToList();

    private static string? Text(JsonElement element, string name) => element.GetProperty(name).GetString();
}
