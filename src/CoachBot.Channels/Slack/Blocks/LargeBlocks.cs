using CoachBot.Channels.Cards;
using CoachBot.Core.Turns;

namespace CoachBot.Channels.Slack.Blocks;

/// <summary>The sentences for the customer's eyes: nothing else stands there but the way back. Headers are Slack's largest letters.</summary>
internal static class LargeBlocks
{
    /// <summary>The blocks.</summary>
    public static void Write(BlockWriter blocks, Reply.Large reply)
    {
        foreach (var sentence in reply.Sentences)
        {
            if (sentence.Length <= BlockLimits.Header)
            {
                blocks.Header(sentence);
            }
            else
            {
                blocks.Heading(sentence);
            }
        }

        blocks.Buttons(CardButtons.Back(reply.CaseId, reply.Spoken, reply.QuestionId));
    }
}
