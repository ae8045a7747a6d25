using System.Globalization;

namespace CoachBot.Channels.Slack.Blocks;

/// <summary>Cuts texts to a length without tearing a character apart.</summary>
internal static class TextCut
{
    private const string Ellipsis = "…";

    /// <summary>The text, or its beginning and an ellipsis.</summary>
    public static string To(string text, int most)
    {
        var whole = Whole(text);
        return whole.Length <= most ? whole : whole[..Border(whole, most - Ellipsis.Length)].TrimEnd() + Ellipsis;
    }

    /// <summary>The text in pieces of at most so many characters, cut at line ends or spaces where there are any.</summary>
    public static IEnumerable<string> Pieces(string text, int most)
    {
        var rest = Whole(text);
        while (rest.Length > most)
        {
            var at = Gap(rest, most);
            yield return rest[..at].TrimEnd();
            rest = rest[at..].TrimStart();
        }

        yield return rest;
    }

    /// <summary>Mrkdwn that is escaped already, cut at most so long, never within an entity or one of Slack's own tokens.</summary>
    public static string Mrkdwn(string escaped, int most)
    {
        var whole = Whole(escaped);
        if (whole.Length <= most)
        {
            return whole;
        }

        var at = Border(whole, most - Ellipsis.Length);
        var begun = whole.LastIndexOfAny(['&', '<'], at - 1);
        var closer = begun < 0 ? -1 : whole.IndexOf(whole[begun] == '&' ? ';' : '>', begun);
        return whole[..(begun >= 0 && closer >= at ? begun : at)].TrimEnd() + Ellipsis;
    }

    // Half surrogate pairs cannot be written as UTF-8.
    private static string Whole(string text) =>
        text.AsSpan().IndexOfAnyInRange('\ud800', '\udfff') < 0 ? text : string.Concat(text.EnumerateRunes().Select(rune => rune.ToString()));

    private static int Gap(string text, int most)
    {
        var line = text.LastIndexOf('\n', most - 1, most / 2);
        var space = line > 0 ? line : text.LastIndexOf(' ', most - 1, most / 2);
        return space > 0 ? space : Border(text, most);
    }

    // The last border between whole characters, as people see them, at or before a place.
    private static int Border(string text, int at)
    {
        var start = Math.Max(0, at - 64);
        while (start > 0 && char.IsLowSurrogate(text[start]))
        {
            start--;
        }

        var border = start;
        while (border < text.Length)
        {
            var next = border + StringInfo.GetNextTextElementLength(text, border);
            if (next > at)
            {
                break;
            }

            border = next;
        }

        return border > start ? border : char.IsLowSurrogate(text[at]) ? at - 1 : at;
    }
}
