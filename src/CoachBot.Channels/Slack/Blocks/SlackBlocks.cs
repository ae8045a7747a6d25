using System.Text.Json.Nodes;
using CoachBot.Channels.Slack.Wire;
using CoachBot.Channels.Text;
using CoachBot.Core.Turns;

namespace CoachBot.Channels.Slack.Blocks;

/// <summary>Every reply as a message of Slack.</summary>
internal sealed class SlackBlocks : ISlackBlocks
{
    /// <inheritdoc />
    public SlackMessage Render(Reply reply, SlackPlace place)
    {
        var text = Mrkdwn.Escape(ReplyText.Of(reply));
        return IsText(reply)
            ? new SlackMessage(text)
            : new SlackMessage(TextCut.Mrkdwn(text, BlockLimits.MessageText), Blocks(reply, place, BlockLimits.MessageBlocks, ButtonValue.ActionName));
    }

    // A sentence needs no blocks, and can be copied. What no message's blocks hold is sent as text, in parts: a person's words are never cut.
    private static bool IsText(Reply reply) => reply is Reply.Notice or Reply.ExpertAnswered { Text.Length: > BlockLimits.AllText * 3 / 4 };

    /// <summary>The blocks of a reply on a surface that takes so many.</summary>
    /// <param name="reply">The reply.</param>
    /// <param name="place">Where it will stand.</param>
    /// <param name="most">How many blocks the surface takes.</param>
    /// <param name="action">The first part of the buttons' <c>action_id</c>.</param>
    public static JsonArray Blocks(Reply reply, SlackPlace place, int most, string action)
    {
        var blocks = new BlockWriter(most, action, place.Scope == ChatScope.Personal || place.OnlyAsker ? null : place.Asker);
        Write(blocks, reply, place);
        return blocks.End();
    }

    private static void Write(BlockWriter blocks, Reply reply, SlackPlace place)
    {
        switch (reply)
        {
            case Reply.Answered answered:
                AnsweredBlocks.Write(blocks, answered, place);
                break;
            case Reply.Large large:
                LargeBlocks.Write(blocks, large);
                break;
            case Reply.Notice notice:
                blocks.Paragraphs(notice.Text);
                break;
            case Reply.Welcome welcome:
                TalkBlocks.Write(blocks, welcome);
                break;
            case Reply.Help help:
                TalkBlocks.Write(blocks, help);
                break;
            case Reply.ReasonsAsked reasons:
                TalkBlocks.Write(blocks, reasons);
                break;
            case Reply.Found found:
                FoundBlocks.Write(blocks, found);
                break;
            case Reply.Tip tip:
                TipBlocks.Write(blocks, tip);
                break;
            case Reply.Practise practise:
                PractiseBlocks.Write(blocks, practise);
                break;
            case Reply.Settings settings:
                SettingsBlocks.Write(blocks, settings);
                break;
            case Reply.ExpertWanted wanted:
                ExpertBlocks.Write(blocks, wanted);
                break;
            case Reply.ExpertAnswered answered:
                ExpertBlocks.Write(blocks, answered);
                break;
            default:
                throw new ArgumentOutOfRangeException(nameof(reply), reply.GetType().Name, "A reply that has no blocks.");
        }
    }
}
