using System.Collections.Frozen;
using System.Text;

namespace CoachBot.Core.Language;

/// <summary>Shows a Simplified text in Traditional characters: the longest known word first, else character by character.</summary>
public static class TraditionalWriter
{
    private const int LongestWord = 7;

    /// <summary>Converts a text; what has no Traditional form stays as it is.</summary>
    public static string Write(string simplified) => Write(simplified, LanguageData.TraditionalWords);

    /// <summary>Converts the characters and leaves the words: for search results, which show the words that were searched for.</summary>
    public static string Spell(string simplified) => Write(simplified, LanguageData.TraditionalSpellings);

    private static string Write(string simplified, FrozenDictionary<string, string> words)
    {
        var written = new StringBuilder(simplified.Length);
        for (var at = 0; at < simplified.Length;)
        {
            at += WriteWord(simplified, at, words, written);
        }

        return written.ToString();
    }

    private static int WriteWord(string text, int at, FrozenDictionary<string, string> words, StringBuilder written)
    {
        if (!TextFolding.IsHan(text[at]))
        {
            written.Append(text[at]);
            return 1;
        }

        var lookup = words.GetAlternateLookup<ReadOnlySpan<char>>();
        for (var length = Math.Min(LongestWord, text.Length - at); length >= 2; length--)
        {
            if (lookup.TryGetValue(text.AsSpan(at, length), out var word))
            {
                written.Append(word);
                return length;
            }
        }

        written.Append(LanguageData.ToTraditional.GetValueOrDefault(text[at], text[at]));
        return 1;
    }
}
