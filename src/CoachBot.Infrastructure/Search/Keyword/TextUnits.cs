using CoachBot.Core.Language;
using CoachBot.Infrastructure.Search.Analysis;

namespace CoachBot.Infrastructure.Search.Keyword;

/// <summary>A Chinese character or a word, at one place of a text.</summary>
/// <param name="Text">Folded.</param>
/// <param name="IsHan">Whether it is a Chinese character.</param>
/// <param name="Start">Its place, the same in the original text.</param>
/// <param name="Length">Its length in the original text.</param>
internal readonly record struct TextUnit(string Text, bool IsHan, int Start, int Length)
{
    /// <summary>The character after it.</summary>
    public int End => Start + Length;

    /// <summary>What is looked up: the character, or the word's stem.</summary>
    public string Term => IsHan ? Text : Stem(EnglishStems.Of(Text));

    // The stemmer leaves queue and sue alone but makes queuing and sued queu and su.
    private static string Stem(string stem) => stem.EndsWith("ue", StringComparison.Ordinal) ? stem[..^1] : stem;
}

/// <summary>Cuts texts for the keyword search, the same way for the index, the query and the highlighting.</summary>
internal static class TextUnits
{
    // A "word" longer than this is no word; Lucene refuses very long terms.
    private const int LongestWord = 60;

    /// <summary>Characters and words in reading order.</summary>
    public static List<TextUnit> Of(string text) => Tokenizer.Tokenize(TextFolding.Fold(text))
        .Where(token => token.Kind != TokenKind.HanPair)
        .Select(token => new TextUnit(
            token.Text.Length > LongestWord ? token.Text[..LongestWord] : token.Text, token.Kind == TokenKind.Han, token.Start, token.Length))
        .ToList();

    /// <summary>Whether two neighbours are characters of one run.</summary>
    public static bool AreGlued(TextUnit before, TextUnit unit) => before.IsHan && unit.IsHan && before.End == unit.Start;
}
