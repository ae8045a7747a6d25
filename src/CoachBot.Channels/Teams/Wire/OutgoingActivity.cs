namespace CoachBot.Channels.Teams.Wire;

/// <summary>An activity as we send it. The translator fills what is said; the connector adds whom it goes to.</summary>
internal sealed record OutgoingActivity
{
    public string Type { get; init; } = "message";

    public string? Text { get; init; }

    /// <summary>Always there beside a text: what is assumed without it differs from channel to channel.</summary>
    public string? TextFormat { get; init; }

    /// <summary>What a notification shows of a card.</summary>
    public string? Summary { get; init; }

    public IReadOnlyList<OutgoingAttachment>? Attachments { get; init; }

    public IReadOnlyList<RawJson>? Entities { get; init; }

    public RawJson? ChannelData { get; init; }

    public string? Locale { get; init; }

    public string? InputHint { get; init; }

    public string? ChannelId { get; init; }

    public OutgoingAccount? From { get; init; }

    public OutgoingAccount? Recipient { get; init; }

    public OutgoingConversation? Conversation { get; init; }

    public string? ReplyToId { get; init; }

    /// <summary>A text as it was written, no markup.</summary>
    public static OutgoingActivity Plain(string text) => new() { Text = text, TextFormat = "plain" };

    /// <summary>An adaptive card.</summary>
    public static OutgoingActivity Card(RawJson card, string summary) =>
        new() { Summary = summary, Attachments = [new OutgoingAttachment(OutgoingAttachment.AdaptiveCard, card)] };
}

/// <summary>A card.</summary>
/// <param name="ContentType">Its kind.</param>
/// <param name="Content">The card itself.</param>
internal sealed record OutgoingAttachment(string ContentType, RawJson Content)
{
    /// <summary>The content type of an adaptive card.</summary>
    public const string AdaptiveCard = "application/vnd.microsoft.card.adaptive";
}

/// <summary>A person or the bot.</summary>
internal sealed record OutgoingAccount(string Id, string? Name = null);

/// <summary>A chat.</summary>
internal sealed record OutgoingConversation(string Id, string? ConversationType = null, bool? IsGroup = null, string? TenantId = null);
