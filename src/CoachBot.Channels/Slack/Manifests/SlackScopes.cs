namespace CoachBot.Channels.Slack.Manifests;

/// <summary>The scopes that are asked for, and why. Scopes only ever add up, so each must earn its place.</summary>
internal static class SlackScopes
{
    /// <summary>The bot's scopes, in the order of the manifest.</summary>
    public static IReadOnlyList<string> Bot { get; } =
    [
        "app_mentions:read", // to hear mentions
        "assistant:write", // suggested questions, the status while an answer is made
        "channels:history", // to hear on in threads it answers in, and experts' answers
        "channels:read", // to know that it was invited
        "chat:write", // to answer
        "commands", // /coach and the shortcuts
        "groups:history", // the same in private channels
        "groups:read",
        "im:history", // to hear direct messages
        "im:write", // to open them
        "reactions:read", // a thumb up or down is feedback
        "users:read", // the language of a person's Slack
    ];
}
