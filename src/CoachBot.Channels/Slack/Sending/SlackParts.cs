namespace CoachBot.Channels.Slack.Sending;

/// <summary>Cuts a long text of mrkdwn into messages Slack neither truncates nor splits by itself.</summary>
internal static class SlackParts
{
    /// <summary>The longest text of one message.</summary>
    public const int MostCharacters = 3_900;

    // Longer ones are no token of Slack's, only a stray bracket.
    private const int LongestToken = 300;

    /// <summary>The parts in order, each at most <see cref="MostCharacters"/>: cut between paragraphs, lines, sentences or words, never within a token, an entity or a character.</summary>
    public static IReadOnlyList<string> Of(string text)
    {
        var parts = new List<string>();
        var rest = text.AsMemory();
        while (rest.Length > MostCharacters)
        {
            var end = EndOf(rest.Span[..MostCharacters]);
            parts.Add(rest[..end].ToString().TrimEnd());
            rest = rest[end..].TrimStart();
        }

        if (rest.Length > 0 || parts.Count == 0)
        {
            parts.Add(rest.ToString());
        }

        return parts;
    }

    /// <summary>The first part, marked as cut when it is not all.</summary>
    public static string First(string text) => text.Length <= MostCharacters ? text : text[..EndOf(text.AsSpan(0, MostCharacters - 1))].TrimEnd() + "…";

    private static int EndOf(ReadOnlySpan<char> text)
    {
        foreach (var border in (ReadOnlySpan<string>)["\n\n", "\n", "。", ". ", " "])
        {
            var at = text.LastIndexOf(border);
            if (at > text.Length / 2 && !CutsToken(text, at + border.Length))
            {
                return at + border.Length;
            }
        }

        var end = text.Length;
        if (char.IsHighSurrogate(text[end - 1]))
        {
            end--;
        }

        return CutsToken(text, end) ? OpeningOf(text[..end]) : end;
    }

    private static bool CutsToken(ReadOnlySpan<char> text, int end) => OpeningOf(text[..end]) < end;

    // Where the token or entity begins that is still open at the end; the end itself when none is.
    private static int OpeningOf(ReadOnlySpan<char> text)
    {
        var token = text.LastIndexOf('<');
        if (token > text.LastIndexOf('>') && token > 0 && text.Length - token <= LongestToken)
        {
            return token;
        }

        var entity = text.LastIndexOf('&');
        return entity > 0 && text.Length - entity < 5 && text[entity..].IndexOf(';') < 0 ? entity : text.Length;
    }
}
