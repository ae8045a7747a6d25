using System.Text.Json;

namespace CoachBot.Channels.Teams.Wire;

/// <summary>
/// An activity as a channel sends it. Only what we use; all else is passed over, dates included, so that no odd value of theirs is a
/// failure. A member of the wrong kind refuses the activity.
/// </summary>
internal sealed class Activity
{
    public string? Type { get; set; }

    public string? Id { get; set; }

    public string? Name { get; set; }

    public string? ChannelId { get; set; }

    public string? ServiceUrl { get; set; }

    public ChannelAccount? From { get; set; }

    public ChannelAccount? Recipient { get; set; }

    public ConversationAccount? Conversation { get; set; }

    public string? ReplyToId { get; set; }

    public string? Locale { get; set; }

    public string? Text { get; set; }

    public string? DeliveryMode { get; set; }

    /// <summary><c>add</c>, <c>remove</c>, <c>add-upgrade</c>, <c>remove-upgrade</c> of an <c>installationUpdate</c>; an open set.</summary>
    public string? Action { get; set; }

    /// <summary>The payload of an invoke, an event or a submitted card: any JSON.</summary>
    public JsonElement? Value { get; set; }

    public Mentions? Entities { get; set; }

    public List<Attachment?>? Attachments { get; set; }

    public ChannelData? ChannelData { get; set; }

    public List<ChannelAccount?>? MembersAdded { get; set; }

    public List<ChannelAccount?>? MembersRemoved { get; set; }

    public List<Reaction?>? ReactionsAdded { get; set; }

    public List<Reaction?>? ReactionsRemoved { get; set; }
}

/// <summary>A person or a bot.</summary>
internal sealed class ChannelAccount
{
    public string? Id { get; set; }

    public string? Name { get; set; }

    public string? AadObjectId { get; set; }
}

/// <summary>A chat.</summary>
internal sealed class ConversationAccount
{
    public string? Id { get; set; }

    /// <summary><c>personal</c>, <c>groupChat</c> or <c>channel</c> in Teams; an open set.</summary>
    public string? ConversationType { get; set; }

    public bool? IsGroup { get; set; }

    public string? TenantId { get; set; }
}

/// <summary>What a message carries besides its text; the content itself is not read.</summary>
internal sealed class Attachment
{
    public string? ContentType { get; set; }
}

/// <summary>A reaction; <c>type</c> is an open set.</summary>
internal sealed class Reaction
{
    public string? Type { get; set; }
}
