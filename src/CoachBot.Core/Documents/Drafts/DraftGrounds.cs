using System.Text.RegularExpressions;
using CoachBot.Core.Language;

namespace CoachBot.Core.Documents.Drafts;

/// <summary>Whether a proposed line of a draft rests on the passage that it names.</summary>
public static partial class DraftGrounds
{
    private const int LeastQuote = 4;
    private const int MostText = 400;
    private const double LeastShared = 0.5;

    /// <summary>
    /// True when the quote stands in the passage word for word, the line in the passage's language is mostly made of the quote's
    /// words, and neither language has a figure that the quote has not.
    /// </summary>
    public static bool Holds(DraftLine line, IReadOnlyList<Passage> passages)
    {
        if (passages.FirstOrDefault(passage => passage.Id == line.Passage) is not { } passage || line.Zh.Length > MostText || line.En.Length > MostText)
        {
            return false;
        }

        var quote = Bare(line.Quote);
        var own = passage.Language == "en" ? line.En : line.Zh;
        return quote.Length >= LeastQuote
            && Bare(passage.Heading + passage.Text).Contains(quote, StringComparison.Ordinal)
            && Shared(own, line.Quote) >= LeastShared
            && Figures(line.Zh).Concat(Figures(line.En)).All(Figures(line.Quote).ToHashSet().Contains);
    }

    private static double Shared(string text, string quote)
    {
        var units = Units(text);
        var known = Units(quote).ToHashSet(StringComparer.Ordinal);
        return units.Count == 0 ? 0 : (double)units.Count(known.Contains) / units.Count;
    }

    private static List<string> Units(string text) => Tokenizer.Tokenize(TextFolding.Fold(text))
        .Where(token => token.Kind != TokenKind.HanPair)
        .Select(token => token.Text)
        .ToList();

    private static string Bare(string text) => Blanks().Replace(TextFolding.Fold(text), "");

    private static IEnumerable<string> Figures(string text) => FigurePattern().Matches(TextFolding.Fold(text)).Select(match => match.Value.Replace(",", "", StringComparison.Ordinal));

    [GeneratedRegex("[\\s\\p{P}\\p{S}]+")]
    private static partial Regex Blanks();

    [GeneratedRegex("[0-9][0-9,.]*[0-9]|[0-9]")]
    private static partial Regex FigurePattern();
}
