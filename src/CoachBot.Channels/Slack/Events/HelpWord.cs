namespace CoachBot.Channels.Slack.Events;

/// <summary>The command that stands for a message without words; the words that the command router knows, not texts for people.</summary>
internal static class HelpWord
{
    /// <summary>The word in a person's language.</summary>
    public static string In(string? locale) => locale?.StartsWith("zh", StringComparison.OrdinalIgnoreCase) == true ? "帮助" : "help";
}
