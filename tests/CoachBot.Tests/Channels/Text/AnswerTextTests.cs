using CoachBot.Channels.Text;
using CoachBot.Core.Alerts;
using CoachBot.Core.Coaching;
using CoachBot.Core.Drafting;
using CoachBot.Core.Language;
using CoachBot.Core.Search;
using CoachBot.TestSupport;
using Xunit;

namespace CoachBot.Tests.Channels.Text;

public sealed class AnswerTextTests
{
    private static readonly Match[] Matches =
    [
        new("one", "Title one", "cue one", "case", 0.4, [], null),
        new("two", "Title two", "cue two", "case", 0.3, [], null),
        new("three", "Title three", "cue three", "case", 0.2, [], null),
        new("four", "Title four", "cue four", "case", 0.1, [], null),
    ];

    [Fact]
    public void Of_Card_StandsInTheFixedOrder() => AssertOrder(
        Lines(Answered(Some.Card()) with { Alerts = [new Alert("media", "the alert")] }),
        "! the alert", "the title", "Say this first", "say one", "say two", "Do", "do one", "do two", "Do not say / do not do", "dont one",
        "instead one", "dont two", "because two", "Hand over if", "when one", "the manager", "Why", "the point", "Source", "Handbook: 3.2", "Not yet verified");

    [Fact]
    public void Of_ChineseCard_HasChineseHeadings() => AssertOrder(
        Lines(Answered(Some.Card(AnswerLanguage.Zh))), "the title", "先说这句", "怎么做", "不要说、不要做", "什么时候交给谁", "为什么", "出处");

    [Fact]
    public void Of_TraditionalCard_HasTraditionalHeadings() => AssertOrder(
        Lines(Answered(Some.Card(AnswerLanguage.ZhHant))), "先說這句", "怎麼做", "為什麼");

    [Theory]
    [InlineData(CardPart.Say, "say one", "do one")]
    [InlineData(CardPart.Do, "do one", "say one")]
    [InlineData(CardPart.Avoid, "dont one", "say one")]
    [InlineData(CardPart.HandOver, "the manager", "say one")]
    [InlineData(CardPart.Why, "the point", "say one")]
    [InlineData(CardPart.Otherwise, "say two", "say one")]
    public void Of_PartOfTheCard_ShowsThatPartOnly(CardPart part, string shown, string hidden)
    {
        var text = string.Join('\n', Lines(Answered(Some.Card()) with { Part = part }));

        Assert.StartsWith("the title", text, StringComparison.Ordinal);
        Assert.Contains(shown, text, StringComparison.Ordinal);
        Assert.DoesNotContain(hidden, text, StringComparison.Ordinal);
    }

    [Fact]
    public void Of_NoHandOverAsked_NamesTheSuperior()
    {
        var lines = Lines(Answered(Some.Card() with { Escalate = [] }) with { Part = CardPart.HandOver });

        Assert.Contains(lines, line => line.Contains("your branch manager", StringComparison.Ordinal));
    }

    [Fact]
    public void Of_HouseLine_IsMarkedAndExplained()
    {
        var lines = Lines(Answered(Some.Card() with { Say = [new CardLine("ours", true), new CardLine("theirs", false)] }));

        Assert.Contains(lines, line => line.EndsWith("“ours”\u00A0*", StringComparison.Ordinal));
        Assert.Contains(lines, line => line.EndsWith("“theirs”", StringComparison.Ordinal));
        Assert.Equal("* goes beyond the source document: to be confirmed by your bank", lines[^1]);
    }

    [Fact]
    public void Of_NoHouseLine_HasNoLegend() =>
        Assert.DoesNotContain(Lines(Answered(Some.Card())), line => line.StartsWith('*'));

    [Fact]
    public void Of_ExampleOfAnotherTradeWithANote_SaysAllThree()
    {
        var text = string.Join('\n', Lines(Answered(Some.Card() with { Example = true, OtherTrade = "hotel", Note = "the note" })));

        Assert.Contains("examples of one bank", text, StringComparison.Ordinal);
        Assert.Contains("(hotel)", text, StringComparison.Ordinal);
        Assert.Contains("the note", text, StringComparison.Ordinal);
    }

    [Fact]
    public void Of_IdeaWithoutSentences_ShowsTheSituation()
    {
        Assert.Contains("the situation", Lines(Answered(Some.Card() with { Say = [] })));
        Assert.DoesNotContain("the situation", Lines(Answered(Some.Card())));
    }

    [Fact]
    public void Of_Choose_NumbersTheChoicesOnly() => Assert.Equal(
        ["Several cases are close. Which one is it?", "1. Title one", "   cue one", "2. Title two", "   cue two", "", "Answer with its number."],
        Lines(Plain(Outcome.Choose) with { Choices = 2 }));

    [Fact]
    public void Of_None_OffersTheNearestThreeAndAnExpert()
    {
        var lines = Lines(Plain(Outcome.None));

        AssertOrder(lines, "No case fits", "nearest", "1. Title one", "2. Title two", "3. Title three", "ask training");
        Assert.DoesNotContain(lines, line => line.Contains("Title four", StringComparison.Ordinal));
    }

    [Fact]
    public void Of_NoneWithoutMatches_DoesNotSpeakOfNearestCases() =>
        Assert.DoesNotContain(Lines(Plain(Outcome.None) with { Matches = [] }), line => line.Contains("nearest", StringComparison.Ordinal));

    [Fact]
    public void Of_Redirect_SaysWhereToAsk() => AssertOrder(
        Lines(Plain(Outcome.Redirect) with { Redirect = new RedirectNotice("it-trouble", "Computers", "the line", "help desk") }),
        "Not a coaching matter: Computers", "the line", "help desk", "to be confirmed");

    [Fact]
    public void Explanation_OnlyOfMatchesThatHaveOne()
    {
        var why = new HitExplanation(0.25, 0.5, null, 0.75, ["假钞", "atm"]);

        var lines = AnswerText.Explanation(Plain(Outcome.None) with { Matches = [Matches[0] with { Why = why }, Matches[1]] });

        Assert.Equal(["one  0.400", "  text 0.250  alternate 0.500  vote 0.750", "  nearest: -", "  terms: 假钞 atm"], lines.Select(line => line.ToString()));
    }

    private static Answer Answered(CounterCard card) => Plain(Outcome.Answered) with { Card = card };

    private static Answer Plain(Outcome outcome) =>
        new() { Question = "?", Language = AnswerLanguage.En, Outcome = outcome, Matches = Matches };

    private static List<string> Lines(Answer answer) => AnswerText.Of(answer, Some.Pack()).ConvertAll(line => line.ToString());

    private static void AssertOrder(List<string> lines, params string[] parts)
    {
        var at = 0;
        foreach (var part in parts)
        {
            var found = lines.FindIndex(at, line => line.Contains(part, StringComparison.Ordinal));
            Assert.True(found >= 0, $"'{part}' does not follow in:\n{string.Join('\n', lines)}");
            at = found;
        }
    }
}
