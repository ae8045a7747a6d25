namespace CoachBot.Channels.Teams.Wire;

/// <summary>The words of the protocol, compared as they are written.</summary>
internal static class ActivityWords
{
    public const string Teams = "msteams";

    public const string Message = "message";
    public const string MessageUpdate = "messageUpdate";
    public const string MessageReaction = "messageReaction";
    public const string ConversationUpdate = "conversationUpdate";
    public const string InstallationUpdate = "installationUpdate";
    public const string Invoke = "invoke";
    public const string Event = "event";
    public const string Command = "command";
    public const string CommandResult = "commandResult";
    public const string Typing = "typing";

    public const string ExpectReplies = "expectReplies";

    /// <summary>The tenant an activity says it is of.</summary>
    public static string? TenantOf(Activity activity) => activity.ChannelData?.TenantId ?? activity.Conversation?.TenantId;
}
