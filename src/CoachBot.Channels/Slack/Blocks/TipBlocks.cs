using CoachBot.Channels.Cards;
using CoachBot.Core.Language;
using CoachBot.Core.Resources;
using CoachBot.Core.Turns;

namespace CoachBot.Channels.Slack.Blocks;

/// <summary>A tip: the daily post, or one asked for.</summary>
internal static class TipBlocks
{
    /// <summary>The blocks.</summary>
    public static void Write(BlockWriter blocks, Reply.Tip reply)
    {
        blocks.Heading("💡 " + CardTexts.Get("Tip", reply.Spoken));
        foreach (var lesson in reply.Lessons)
        {
            blocks.Header(lesson.Title);
            blocks.Text(new Run(lesson.Text));
        }

        blocks.Buttons(Buttons(reply));
    }

    private static IEnumerable<CardButton> Buttons(Reply.Tip reply)
    {
        yield return CardButtons.Show(reply.CaseId, reply.Spoken);
        if (reply.HasDrill)
        {
            yield return CardButtons.OfCase(CardVerbs.Practise, reply.CaseId, reply.Spoken);
        }

        yield return CardButton.Of(CardButtons.Label(CardVerbs.AnotherTip, reply.Spoken), CardVerbs.AnotherTip, (CardData.Language, reply.Spoken.Code()));
    }
}
