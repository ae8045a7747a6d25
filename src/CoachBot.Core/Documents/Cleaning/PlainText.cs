using System.Text;

namespace CoachBot.Core.Documents.Cleaning;

/// <summary>Takes out of a text what nobody can see or read: control characters, halves of surrogate pairs, doubled spaces.</summary>
internal static class PlainText
{
    /// <summary>The lines of a text, cleaned; empty ones are left out.</summary>
    public static IEnumerable<string> Lines(string text) =>
        text.Split(['\n', '\r', '\u2028', '\u2029', '\v', '\f']).Select(Line).Where(line => line.Length > 0);

    private static string Line(string text)
    {
        var line = new StringBuilder(text.Length);
        foreach (var rune in text.EnumerateRunes())
        {
            if (IsSpace(rune.Value))
            {
                AppendSpace(line);
            }
            else if (IsReadable(rune))
            {
                Append(line, rune);
            }
        }

        return line.ToString().TrimEnd();
    }

    private static bool IsSpace(int value) => value is ' ' or '\t' or 0xA0 or 0x3000 or (>= 0x2000 and <= 0x200A) or 0x202F;

    // EnumerateRunes turns half a surrogate pair into U+FFFD.
    private static bool IsReadable(Rune rune) =>
        rune.Value is not (0xFFFD or 0xFEFF or (>= 0x200B and <= 0x200F) or 0xAD)
        && !Rune.IsControl(rune)
        && Rune.GetUnicodeCategory(rune) is not (System.Globalization.UnicodeCategory.OtherNotAssigned or System.Globalization.UnicodeCategory.PrivateUse);

    // Old exports of Chinese slides carry a look-alike of 置 in every "set up".
    private static void Append(StringBuilder line, Rune rune)
    {
        if (rune.IsBmp)
        {
            line.Append(rune.Value == '臵' ? '置' : (char)rune.Value);
        }
        else
        {
            line.Append(rune.ToString());
        }
    }

    private static void AppendSpace(StringBuilder line)
    {
        if (line.Length > 0 && line[^1] != ' ')
        {
            line.Append(' ');
        }
    }
}
