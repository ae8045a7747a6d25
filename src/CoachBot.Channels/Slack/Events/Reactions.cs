namespace CoachBot.Channels.Slack.Events;

/// <summary>What a reaction says of an answer.</summary>
internal static class Reactions
{
    private static readonly HashSet<string> Good = new(StringComparer.Ordinal)
    {
        "+1", "thumbsup", "heart", "white_check_mark", "heavy_check_mark", "ok_hand", "clap", "pray", "tada", "100", "raised_hands", "star",
    };

    private static readonly HashSet<string> Bad = new(StringComparer.Ordinal)
    {
        "-1", "thumbsdown", "x", "no_entry_sign", "angry", "rage", "disappointed", "confused", "slightly_frowning_face",
    };

    /// <summary>True well, false badly, null neither. The tone of skin does not matter.</summary>
    public static bool? Read(string? name)
    {
        var plain = name?.Split("::", 2)[0] ?? "";
        return Good.Contains(plain) ? true : Bad.Contains(plain) ? false : null;
    }
}
