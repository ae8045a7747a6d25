using CoachBot.Channels.Slack.Blocks;
using CoachBot.Core.Alerts;
using CoachBot.Core.Coaching;
using CoachBot.Core.Drafting;
using CoachBot.Core.Language;
using CoachBot.Core.Turns;
using CoachBot.TestSupport;
using CoachBot.TestSupport.Slack;
using Xunit;

namespace CoachBot.Tests.Channels.Slack.Blocks;

/// <summary>The counter card as somebody reads it in Slack.</summary>
public sealed class CounterCardBlocksTests
{
    private static readonly SlackPlace Direct = new(ChatScope.Personal, OnlyAsker: false, "U1");
    private static readonly SlackPlace InThread = new(ChatScope.Channel, OnlyAsker: false, "U1");
    private static readonly SlackPlace Whispered = new(ChatScope.Channel, OnlyAsker: true, "U1");
    private readonly SlackBlocks _blocks = new();

    [Fact]
    public void Render_Card_ReadsInTheFixedOrder()
    {
        var lines = Lines(Reply(), Direct);

        Assert.Equal(
            [
                "the title", "Say this first", "“say one”", "“say two”", "Do", "1. do one", "2. do two",
                "Do not say / do not do", "✕ dont one", "→ instead one", "✕ dont two", "because two",
                "Hand over if", "when one", "→ To the manager, at once", "Why", "the point", "Handbook: 3.2 · Not yet verified",
            ],
            lines);
    }

    [Fact]
    public void Render_Alerts_StandAboveTheCard()
    {
        var reply = Reply(answer => answer with { Alerts = [new Alert("media", "Tell the manager at once.")] });

        Assert.Equal(["⚠ Alert", "Tell the manager at once.", "the title"], Lines(reply, Direct).Take(3));
    }

    [Fact]
    public void Render_CustomerIsHere_ShowsWhatIsNeededNow() => Assert.Equal(
        ["the title", "Say this first", "“say one”", "“say two”", "Do", "1. do one", "2. do two", "Hand over if", "when one", "→ To the manager, at once"],
        Lines(Reply() with { Brief = true }, Direct));

    [Fact]
    public void Render_Card_OffersTheSameActionsAsEverywhere() => Assert.Equal(
        ["copy", "large", "full", "others", "translate", "translate", "helpful", "unhelpful", "expert"],
        Verbs(Reply(), Direct));

    [Fact]
    public void Render_PrivateAnswerInAChannel_OffersToShareIt()
    {
        Assert.Contains(CardVerbs.Share, Verbs(Reply(), Whispered));
        Assert.DoesNotContain(CardVerbs.Share, Verbs(Reply(), Direct));
        Assert.DoesNotContain(CardVerbs.Share, Verbs(Reply(), InThread));
    }

    [Fact]
    public void C060_AnswerThatOthersSee_KeepsItsChangingButtonsForTheAsker()
    {
        var buttons = BlockKitText.Buttons(_blocks.Render(Reply(), InThread).Blocks)
            .Select(button => ButtonValue.Read(button["value"]!.GetValue<string>())!.Value)
            .ToList();

        Assert.Equal(
            ["expert", "full", "others", "translate"],
            buttons.Where(button => button.OnlyFor == "U1").Select(button => button.Action.Verb).Distinct().Order(StringComparer.Ordinal));
        Assert.All(buttons.Where(button => button.Action.Verb is "helpful" or "unhelpful" or "copy"), button => Assert.Null(button.OnlyFor));
    }

    [Fact]
    public void C040_C041_TextsThatLookLikeTokens_StayTexts()
    {
        const string Evil = "<!channel> <!everyone> <@U1> <https://evil|https://good> & *bold*";
        var card = Some.Card() with { Title = Evil, Why = Evil };
        var reply = Reply(answer => answer with { Card = card, Alerts = [new Alert("a", Evil)] });
        var message = _blocks.Render(reply, Direct);
        var choice = _blocks.Render(
            Reply(answer => answer with { Outcome = Outcome.Choose, Choices = 1, Card = null, Matches = [new Match("a", Evil, Evil, "case", 1, [], null)] }), Direct);

        Assert.Empty(BlockKit.OfMessage(message.Text, message.Blocks));
        Assert.Empty(BlockKit.OfMessage(choice.Text, choice.Blocks));
        Assert.DoesNotContain('<', message.Text);
        Assert.DoesNotContain('<', choice.Text);
        Assert.DoesNotContain("<!", choice.Blocks!.ToJsonString(new() { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping }), StringComparison.Ordinal);
        Assert.Contains(Evil, Lines(reply, Direct));
    }

    [Fact]
    public void C042_ACardLongerThanAMessage_IsCutVisiblyAndNeverWithinAToken()
    {
        var step = new CardLine(string.Concat(Enumerable.Repeat("a & b < c 😀 ", 400)), false);
        var message = _blocks.Render(Reply(answer => answer with { Card = Some.Card() with { Do = [step, step, step, step] } }), Direct);

        Assert.Empty(BlockKit.OfMessage(message.Text, message.Blocks));
        Assert.True(message.Text.Length <= 3900);
        Assert.EndsWith("…", message.Text, StringComparison.Ordinal);
        Assert.DoesNotMatch("&(?!amp;|lt;|gt;)", message.Text);
        Assert.DoesNotMatch("[\ud800-\udbff](?![\udc00-\udfff])", message.Text);
        Assert.Contains("…", BlockKitText.Lines(message.Blocks).Last(line => line.Contains('&')), StringComparison.Ordinal);
    }

    [Fact]
    public void C042_APersonsWords_AreNeverCut()
    {
        var words = string.Concat(Enumerable.Repeat("a & b < c 😀 ", 1000));
        var message = _blocks.Render(new Reply.ExpertAnswered("what?", words, null, AnswerLanguage.En), Direct);

        Assert.Null(message.Blocks);
        Assert.Contains(Mrkdwn.Escape(words.Trim()), message.Text, StringComparison.Ordinal);
    }

    private static Reply.Answered Reply(Func<Answer, Answer>? change = null)
    {
        var answer = new Answer
        {
            Question = "card swallowed",
            Language = AnswerLanguage.En,
            Outcome = Outcome.Answered,
            Card = Some.Card(),
            Matches = [new Match("card-swallowed", "the title", "cue", "case", 0.9, [], null), new Match("other", "another", "cue", "case", 0.2, [], null)],
        };
        return new Reply.Answered(change is null ? answer : change(answer), SampleReplies.Question, Brief: false, [], "training");
    }

    private IReadOnlyList<string> Lines(Reply reply, SlackPlace place) => BlockKitText.Lines(_blocks.Render(reply, place).Blocks);

    private List<string> Verbs(Reply reply, SlackPlace place) => BlockKitText.Buttons(_blocks.Render(reply, place).Blocks)
        .Select(button => ButtonValue.Read(button["value"]!.GetValue<string>())!.Value.Action.Verb)
        .ToList();
}
