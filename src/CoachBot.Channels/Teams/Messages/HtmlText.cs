using System.Text;

namespace CoachBot.Channels.Teams.Messages;

/// <summary>The words of a message whose payload is HTML. Nothing of the markup is kept, so none of it can do anything.</summary>
internal static class HtmlText
{
    // Longer than any message Teams takes; what is cut off was not typed by a person.
    private const int MostRead = 64 * 1024;

    /// <summary>The text; one pass, whatever stands in it.</summary>
    public static string Of(string html)
    {
        var read = html.AsSpan(0, Math.Min(html.Length, MostRead));
        var text = new StringBuilder(read.Length);
        while (read.Length > 0)
        {
            var open = read.IndexOf('<');
            if (open < 0)
            {
                text.Append(read);
                break;
            }

            text.Append(read[..open]);
            read = read[open..];
            var close = read.IndexOf('>');
            if (close < 0 || !IsTag(read))
            {
                // A sign and no tag: it stays what it is.
                text.Append("&lt;");
                read = read[1..];
                continue;
            }

            text.Append(IsInline(read) ? "" : "\n");
            read = read[(close + 1)..];
        }

        return MessageText.Clean(text.ToString(), null, null);
    }

    private static bool IsTag(ReadOnlySpan<char> tag) => tag.Length > 1 && (char.IsAsciiLetter(tag[1]) || tag[1] is '/' or '!');

    // A mention, emphasis or a link stands within a sentence; all else begins a new one.
    private static bool IsInline(ReadOnlySpan<char> tag)
    {
        var name = tag[1..].TrimStart('/');
        var end = name.IndexOfAny(" >/");
        name = end < 0 ? name : name[..end];
        return name is "at" or "b" or "strong" or "i" or "em" or "u" or "span" or "a" or "code" or "font";
    }
}
