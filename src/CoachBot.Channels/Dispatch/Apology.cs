using CoachBot.Core.Resources;
using CoachBot.Core.Turns;

namespace CoachBot.Channels.Dispatch;

/// <summary>What a person is told when a turn failed.</summary>
internal static class Apology
{
    /// <summary>The reply; none where nobody waits for one.</summary>
    public static IReadOnlyList<OutgoingReply> For(IncomingMessage message)
    {
        if (message.Content is MessageContent.Reacted or MessageContent.Uninstalled or MessageContent.Installed)
        {
            return [];
        }

        var language = MessageLanguage.Of(message);
        return [new OutgoingReply(new Reply.Notice(TurnTexts.Get("Failed", language), language), Key: "apology")];
    }
}
