using CoachBot.Core.Language;

namespace CoachBot.Core.Alerts;

/// <summary>
/// A trigger of a risk signal, as written in <c>signals.yaml</c>: parts joined by <c>+</c> that must all stand in one clause.
/// A Chinese part is met anywhere in the clause; an English one by whole words, inflected or not.
/// </summary>
internal sealed class SignalPattern
{
    private readonly string[] _han;
    private readonly string[][] _phrases;

    public SignalPattern(string trigger)
    {
        var parts = TextFolding.Fold(trigger).Split('+', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        _han = parts.Where(part => part.Any(TextFolding.IsHan)).ToArray();
        _phrases = parts.Where(part => !part.Any(TextFolding.IsHan)).Select(Words).Where(words => words.Length > 0).ToArray();
        Needs = Marks(string.Concat(_han), _phrases.SelectMany(phrase => phrase));
    }

    /// <summary>What must stand in a clause for it to be met, as <see cref="Clause.Has"/> tells it; a bit may stand for several things.</summary>
    public ulong Needs { get; }

    /// <summary>Whether all parts stand in the clause.</summary>
    public bool IsMetBy(Clause clause)
    {
        foreach (var part in _han)
        {
            if (!clause.Text.Contains(part, StringComparison.Ordinal))
            {
                return false;
            }
        }

        foreach (var phrase in _phrases)
        {
            if (!Stands(phrase, clause.Words))
            {
                return false;
            }
        }

        return _han.Length + _phrases.Length > 0;
    }

    private static bool Stands(string[] phrase, string[] words)
    {
        for (var at = 0; at + phrase.Length <= words.Length; at++)
        {
            if (StandsAt(at, phrase, words))
            {
                return true;
            }
        }

        return false;
    }

    // A thousand patterns look at every question: most words differ in their first letter, which no inflection changes.
    private static bool StandsAt(int at, string[] phrase, string[] words)
    {
        for (var part = 0; part < phrase.Length; part++)
        {
            if (words[at + part][0] != phrase[part][0] || !EnglishInflection.IsFormOf(words[at + part], phrase[part]))
            {
                return false;
            }
        }

        return true;
    }

    // A bit for each Chinese character, and for each word by its first two letters, which all its forms share.
    private static ulong Marks(string text, IEnumerable<string> words)
    {
        var marks = 0UL;
        foreach (var character in text)
        {
            marks |= TextFolding.IsHan(character) ? Mark(character) : 0;
        }

        foreach (var word in words)
        {
            marks |= Mark(word.Length > 1 ? (31 * word[0]) + word[1] : word[0]);
        }

        return marks;
    }

    private static ulong Mark(int thing) => 1UL << (thing & 63);

    private static string[] Words(string text) => Tokenizer.Tokenize(text)
        .Where(token => token.Kind == TokenKind.Word)
        .Select(token => token.Text)
        .ToArray();

    /// <summary>A stretch of folded text between punctuation marks.</summary>
    /// <param name="Text">The folded text.</param>
    /// <param name="Words">Its Latin words.</param>
    internal sealed record Clause(string Text, string[] Words)
    {
        private static readonly char[] Breaks = [',', '.', '!', '?', ';', ':', '\n', '\r', '，', '。', '！', '？', '；', '：', '、', '…'];

        /// <summary>Which characters and words stand in it, by their bits.</summary>
        public ulong Has { get; } = Marks(Text, Words);

        /// <summary>The clauses of a text: what stands between two punctuation marks of any kind.</summary>
        public static List<Clause> Of(string text) => TextFolding.Fold(text)
            .Split(Breaks, StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
            .Select(part => new Clause(part, SignalPattern.Words(part)))
            .ToList();
    }
}
