using System.Text;

namespace CoachBot.Core.Language;

/// <summary>Shows a Simplified text in Traditional characters: the longest known word first, else character by character.</summary>
public static class TraditionalWriter
{
    private const int LongestWord = 7;

    /// <summary>Converts a text; what has no Traditional form stays as it is.</summary>
    public static string Write(string simplified)
    {
        var written = new StringBuilder(simplified.Length);
        for (var at = 0; at < simplified.Length;)
        {
            at += WriteWord(simplified, at, written);
        }

        return written.ToString();
    }

    private static int WriteWord(string text, int at, StringBuilder written)
    {
        if (!TextFolding.IsHan(text[at]))
        {
            written.Append(text[at]);
            return 1;
        }

        var words = LanguageData.TraditionalWords.GetAlternateLookup<ReadOnlySpan<char>>();
        for (var length = Math.Min(LongestWord, text.Length - at); length >= 2; length--)
        {
            if (words.TryGetValue(text.AsSpan(at, length), out var word))
            {
                written.Append(word);
                return length;
            }
        }

        written.Append(LanguageData.ToTraditional.GetValueOrDefault(text[at], text[at]));
        return 1;
    }
}
