using CoachBot.Channels.Cards;
using CoachBot.Core.Resources;
using CoachBot.Core.Turns;

namespace CoachBot.Channels.Slack.Blocks;

/// <summary>The blocks with which the bot introduces and explains itself.</summary>
internal static class TalkBlocks
{
    /// <summary>The welcome, with real questions to press.</summary>
    public static void Write(BlockWriter blocks, Reply.Welcome reply)
    {
        blocks.Paragraphs(reply.Text);
        blocks.Heading(CardTexts.Get("Examples", reply.Spoken));
        blocks.Buttons(reply.Examples.Select(example => CardButton.Of(example, CardVerbs.Ask, (CardData.Text, example))));
    }

    /// <summary>The help.</summary>
    public static void Write(BlockWriter blocks, Reply.Help reply)
    {
        blocks.Header(CardTexts.Get("Help", reply.Spoken));
        blocks.List(reply.Lines.Select(line => new[] { Run.Strong(line.Usage), new Run("\n" + line.Meaning) }));
    }

    /// <summary>Why it did not help.</summary>
    public static void Write(BlockWriter blocks, Reply.ReasonsAsked reply)
    {
        blocks.Heading(CardTexts.Get("HearReasons", reply.Spoken));
        FeedbackBlocks.Reasons(blocks, reply.QuestionId, reply.Spoken);
    }
}
