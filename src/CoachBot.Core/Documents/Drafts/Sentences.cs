using System.Text.RegularExpressions;

namespace CoachBot.Core.Documents.Drafts;

/// <summary>Cuts text into sentences without losing the closing quotation mark.</summary>
internal static partial class Sentences
{
    /// <summary>The sentences of a text.</summary>
    public static IEnumerable<string> Of(string text) => End().Split(text).Select(sentence => sentence.Trim()).Where(sentence => sentence.Length > 0);

    /// <summary>The first sentences that fit; at least one, cut if it must be.</summary>
    public static string First(string text, int most, int longest)
    {
        var taken = "";
        foreach (var sentence in Of(text).Take(most))
        {
            if (taken.Length > 0 && taken.Length + sentence.Length > longest)
            {
                break;
            }

            taken += Cleaning.TornLines.Seam(taken, sentence) + sentence;
        }

        return taken.Length <= longest ? taken : taken[..(char.IsHighSurrogate(taken[longest - 2]) ? longest - 2 : longest - 1)] + "…";
    }

    [GeneratedRegex(@"(?<=[。!！?？;；…][”’」』]?)(?![”’」』。!！?？…])|(?<=[.!?][""')]?)\s+(?=[\p{Lu}""'(])")]
    private static partial Regex End();
}
