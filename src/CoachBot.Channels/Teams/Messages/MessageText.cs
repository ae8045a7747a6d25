using System.Buffers;
using System.Net;
using System.Text;
using CoachBot.Channels.Teams.Wire;

namespace CoachBot.Channels.Teams.Messages;

/// <summary>The text that a person typed, out of what Teams makes of it.</summary>
internal static class MessageText
{
    /// <summary>What stands beyond is cut off: nobody at a counter types so much, and finding would take its time.</summary>
    public const int Longest = 4_000;

    private static readonly SearchValues<char> s_marks = SearchValues.Create("<&\u00a0\r\n\t ");

    /// <summary>The text without the mention of the bot, without markup and odd spaces. Mentions of others stay, as their names.</summary>
    public static string Clean(string? text, Mentions? mentions, string? bot)
    {
        if (string.IsNullOrEmpty(text))
        {
            return "";
        }

        if (!text.AsSpan().ContainsAny(s_marks))
        {
            return Cut(text);
        }

        var plain = Cut(text);
        foreach (var mention in mentions?.All ?? [])
        {
            plain = mention.MentionedId == bot
                ? plain.Replace(mention.Text, " ", StringComparison.OrdinalIgnoreCase)
                : plain.Replace(mention.Text, NameOf(mention.Text), StringComparison.OrdinalIgnoreCase);
        }

        return Spaced(WebUtility.HtmlDecode(plain));
    }

    private static string NameOf(string mention) =>
        mention.StartsWith("<at>", StringComparison.OrdinalIgnoreCase) && mention.EndsWith("</at>", StringComparison.OrdinalIgnoreCase) ? mention[4..^5] : mention;

    private static string Cut(string text)
    {
        if (text.Length <= Longest)
        {
            return text;
        }

        return char.IsHighSurrogate(text[Longest - 1]) ? text[..(Longest - 1)] : text[..Longest];
    }

    /// <summary>One space for many; line ends stay, one for many.</summary>
    private static string Spaced(string text)
    {
        var spaced = new StringBuilder(text.Length);
        char? gap = null;
        foreach (var letter in text)
        {
            if (letter is '\n' or '\r')
            {
                gap = '\n';
            }
            else if (char.IsWhiteSpace(letter) || letter is '\u200b' or '\ufeff')
            {
                gap ??= ' ';
            }
            else
            {
                if (gap is { } between && spaced.Length > 0)
                {
                    spaced.Append(between);
                }

                gap = null;
                spaced.Append(letter);
            }
        }

        return spaced.ToString();
    }
}
