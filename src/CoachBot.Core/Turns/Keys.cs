namespace CoachBot.Core.Turns;

/// <summary>A conversation whose state is kept: a personal chat, a group, or one thread of a channel.</summary>
/// <param name="Channel">The channel's code: see <see cref="ChannelNames"/>.</param>
/// <param name="Tenant">The Teams tenant or the Slack workspace; empty where a channel has none.</param>
/// <param name="Conversation">The channel's own id of the chat, opaque.</param>
/// <param name="Thread">The id of the message a thread hangs on; null outside threads.</param>
public sealed record ConversationKey(string Channel, string Tenant, string Conversation, string? Thread = null);

/// <summary>A person on one channel. The same human in Teams and in Slack is two of them.</summary>
/// <param name="Channel">The channel's code.</param>
/// <param name="Tenant">The Teams tenant or the Slack workspace.</param>
/// <param name="Id">The stable id: the directory's object id in Teams where it is known, the user id in Slack.</param>
public sealed record PersonKey(string Channel, string Tenant, string Id);

/// <summary>Where a reply goes, and all that the channel needs to reach it again after a restart.</summary>
/// <param name="Conversation">The conversation.</param>
/// <param name="Route">The channel's own JSON (service address, bot id, ...); opaque here, at most 4,000 characters.</param>
public sealed record Address(ConversationKey Conversation, string Route);

/// <summary>The codes of the channels.</summary>
public static class ChannelNames
{
    /// <summary>Microsoft Teams, and what speaks its protocol.</summary>
    public const string Teams = "teams";

    /// <summary>Slack.</summary>
    public const string Slack = "slack";

    /// <summary>The command line.</summary>
    public const string Terminal = "terminal";
}
