using CoachBot.Channels.Cards;
using CoachBot.Channels.Text;
using CoachBot.Core.Practice;
using CoachBot.Core.Resources;
using CoachBot.Core.Turns;

namespace CoachBot.Channels.Slack.Blocks;

/// <summary>A customer's line to answer, and then what was to be answered.</summary>
internal static class PractiseBlocks
{
    /// <summary>The blocks.</summary>
    public static void Write(BlockWriter blocks, Reply.Practise reply)
    {
        var practice = reply.Practice;
        blocks.Heading("🎯 " + CardTexts.Get("PractiseHeading", practice.Language));
        blocks.Header(practice.Title);
        blocks.Quote(Run.Strong(CardText.Quote(practice.Drill.Customer, practice.Language)));
        if (reply.WithSolution)
        {
            Solution(blocks, practice);
            return;
        }

        blocks.Aside(CardTexts.Get("PractiseAsk", practice.Language));
        blocks.Buttons(CardButtons.OfCase(CardVerbs.Solution, practice.CaseId, practice.Language));
    }

    private static void Solution(BlockWriter blocks, PracticeCard practice)
    {
        blocks.Heading(CardTexts.Get("GoodAnswer", practice.Language));
        blocks.List(practice.Drill.Good.Select(point => new[] { new Run("✓ " + point) }));
        blocks.Heading(CardTexts.Get("WrongAnswers", practice.Language));
        blocks.List(practice.Drill.Wrong.Select(wrong =>
            new[] { new Run("✕ " + CardText.Quote(wrong.Answer, practice.Language)), Run.Aside("\n" + wrong.Why) }));
        blocks.Buttons(CardButtons.Show(practice.CaseId, practice.Language));
    }
}
