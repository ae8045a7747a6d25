namespace CoachBot.Channels.Slack.Blocks;

/// <summary>Texts as Slack's mrkdwn takes them: nothing in them becomes a mention, a link or a broadcast.</summary>
internal static class Mrkdwn
{
    /// <summary>The text with the three signs escaped that mean something to Slack.</summary>
    public static string Escape(string text) =>
        text.Replace("&", "&amp;", StringComparison.Ordinal).Replace("<", "&lt;", StringComparison.Ordinal).Replace(">", "&gt;", StringComparison.Ordinal);

    /// <summary>The text escaped and in bold. Signs that would end the bold are replaced by ones that look the same.</summary>
    public static string Bold(string text) => text.Length == 0 ? "" : $"*{Still(Escape(text))}*";

    /// <summary>The text escaped, with no sign left that formats.</summary>
    public static string Plain(string text) => Still(Escape(text));

    private static string Still(string text) =>
        text.Replace('*', '∗').Replace('_', 'ˍ').Replace('~', '∼').Replace('`', 'ˋ').Replace('\n', ' ');
}
