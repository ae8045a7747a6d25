using CoachBot.Core.Resources;
using CoachBot.Core.Turns;

namespace CoachBot.Channels.Slack.Blocks;

/// <summary>A question on its way to a person, and that person's answer on its way back.</summary>
internal static class ExpertBlocks
{
    /// <summary>For the experts' channel.</summary>
    public static void Write(BlockWriter blocks, Reply.ExpertWanted reply)
    {
        blocks.Heading("🙋 " + CardTexts.Get("ExpertWanted", reply.Spoken));
        blocks.Quote(Run.Strong(reply.Question.Text));
        blocks.Text(Run.Strong(CardTexts.Get("ExpertHowTo", reply.Spoken)));
        var cases = reply.Question.Nearest.Where(match => match.IsCase).ToList();
        if (cases.Count > 0)
        {
            blocks.Heading(CardTexts.Get("Nearest", reply.Spoken));
            MatchBlocks.Write(blocks, cases, reply.Spoken, question: null);
        }
    }

    /// <summary>For the person who asked.</summary>
    public static void Write(BlockWriter blocks, Reply.ExpertAnswered reply)
    {
        blocks.Heading("👤 " + CardTexts.Get("ExpertAnswered", reply.Spoken));
        if (reply.By is { } name)
        {
            blocks.Text(Run.Strong(CardTexts.Get("ExpertAnsweredBy", reply.Spoken, name)));
        }

        blocks.Aside(CardTexts.Get("YouAsked", reply.Spoken, reply.Question));
        blocks.Paragraphs(reply.Text);
        blocks.Aside(CardTexts.Get("ExpertIsPerson", reply.Spoken));
    }
}
