namespace CoachBot.Channels.Slack.Wire;

/// <summary>A slash command as it was typed.</summary>
internal sealed record SlashCommand
{
    /// <summary>The command with its slash.</summary>
    public required string Command { get; init; }

    /// <summary>What follows it, mentions and links in Slack's own writing; may be empty.</summary>
    public required string Text { get; init; }

    /// <summary>Who typed it.</summary>
    public required string UserId { get; init; }

    /// <summary>Where.</summary>
    public required string ChannelId { get; init; }

    /// <summary>The app it was meant for.</summary>
    public string? AppId { get; init; }

    /// <summary>The workspace.</summary>
    public string? TeamId { get; init; }

    /// <summary>The organisation; null outside Enterprise Grid.</summary>
    public string? EnterpriseId { get; init; }

    /// <summary>Whether the installation is one for the whole organisation.</summary>
    public bool IsOrganisation { get; init; }

    /// <summary>Opens one view within 3 s.</summary>
    public string? TriggerId { get; init; }

    /// <summary>Where replies may be posted, 5 times within 30 minutes; a secret.</summary>
    public string? ResponseUrl { get; init; }
}
