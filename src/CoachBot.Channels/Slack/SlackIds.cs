namespace CoachBot.Channels.Slack;

/// <summary>Ids that are unique beyond one Slack channel, where a message's <c>ts</c> alone is not.</summary>
internal static class SlackIds
{
    /// <summary>A message's id, and so the id of the thread that hangs on it.</summary>
    public static string Message(string channel, string ts) => $"{channel}:{ts}";

    /// <summary>The <c>ts</c> in a message's id, exactly as Slack wrote it; null when it is none of ours.</summary>
    public static string? TsOf(string? message) => message is not null && message.IndexOf(':', StringComparison.Ordinal) is > 0 and var colon ? message[(colon + 1)..] : null;

    /// <summary>At most 400 characters: what the inbox takes. What is longer ends in its hash.</summary>
    public static string Bounded(string id)
    {
        const int most = 400;
        return id.Length <= most ? id : id[..(most - 65)] + ":" + Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(System.Text.Encoding.UTF8.GetBytes(id)));
    }
}
