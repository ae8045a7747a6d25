using CoachBot.Core.Language;

namespace CoachBot.Core.Drafting.Fitting;

/// <summary>Negations, conditions and numerals (<c>Data/guard-words.txt</c>): a sentence with one of them is not shortened.</summary>
internal static class GuardWords
{
    private static readonly List<List<string>> Phrases = WordList.Read("guard-words")
        .Select(phrase => ClauseReader.Read(phrase).SelectMany(units => units).ToList())
        .ToList();

    /// <summary>Whether a text holds one of them.</summary>
    public static bool AnyIn(string text)
    {
        var units = Tokenizer.Tokenize(TextFolding.Fold(text)).Where(token => token.Kind != TokenKind.HanPair).Select(token => token.Text).ToList();
        return Enumerable.Range(0, units.Count).Any(at =>
            Phrases.Exists(phrase => at + phrase.Count <= units.Count && phrase.SequenceEqual(units.GetRange(at, phrase.Count))));
    }
}
