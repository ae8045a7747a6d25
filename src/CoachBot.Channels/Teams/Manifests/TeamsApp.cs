namespace CoachBot.Channels.Teams.Manifests;

/// <summary>What a bank says of its own installation; the rest of the manifest is the same everywhere.</summary>
public sealed record TeamsApp
{
    /// <summary>The bot's application id; the Teams app has the same.</summary>
    public required Guid AppId { get; init; }

    /// <summary>The name of the bot's host, without scheme, port or path.</summary>
    public required string Host { get; init; }

    /// <summary>The app's version, three numbers; it must grow with every update that is uploaded.</summary>
    public required string Version { get; init; }

    /// <summary>Who runs the bot, at most 32 characters.</summary>
    public required string Developer { get; init; }

    /// <summary>Where people read about the bot. Default: the page that the bot itself serves.</summary>
    public Uri Website => Own ?? new Uri($"https://{Host}{AboutPage.Path}");

    /// <summary>Where people read what is kept of them.</summary>
    public Uri Privacy => PrivacyPage ?? new Uri($"https://{Host}{AboutPage.Path}#privacy");

    /// <summary>Where people read the terms of use.</summary>
    public Uri Terms => TermsPage ?? new Uri($"https://{Host}{AboutPage.Path}#terms");

    /// <summary>A page of the bank's own about the bot; null: there is none.</summary>
    public Uri? Own { get; init; }

    /// <summary>A page of the bank's own on privacy; null: there is none.</summary>
    public Uri? PrivacyPage { get; init; }

    /// <summary>A page of the bank's own with the terms of use; null: there is none.</summary>
    public Uri? TermsPage { get; init; }
}
