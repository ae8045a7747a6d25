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
    private readonly ulong _begins;

    public SignalPattern(string trigger)
    {
        var parts = TextFolding.Fold(trigger).Split('+', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        _han = parts.Where(part => part.Any(TextFolding.IsHan)).ToArray();
        _phrases = parts.Where(part => !part.Any(TextFolding.IsHan)).Select(Words).Where(words => words.Length > 0).ToArray();
        _begins = Marks(_han.Concat(_phrases.Select(phrase => phrase[0])).Select(part => part[0]));
    }

    /// <summary>Whether one of the patterns is met by the clause. A thousand of them look at every question, so nothing is made on the way.</summary>
    public static bool IsAnyMetBy(SignalPattern[] patterns, Clause clause)
    {
        foreach (var pattern in patterns)
        {
            if (pattern.IsMetBy(clause))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Whether all parts stand in the clause.</summary>
    public bool IsMetBy(Clause clause)
    {
        // What begins with a character that the clause has nowhere does not stand in it.
        if ((_begins & ~clause.Characters) != 0)
        {
            return false;
        }

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

    // One bit for the characters that share it: no bit, no such character.
    private static ulong Marks(IEnumerable<char> characters)
    {
        var marks = 0UL;
        foreach (var character in characters)
        {
            marks |= 1UL << (character & 63);
        }

        return marks;
    }

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

        /// <summary>Which characters stand in it, by their bits.</summary>
        public ulong Characters { get; } = Marks(Text);

        /// <summary>The clauses of a text: what stands between two punctuation marks of any kind.</summary>
        public static List<Clause> Of(string text) => TextFolding.Fold(text)
            .Split(Breaks, StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
            .Select(part => new Clause(part, SignalPattern.Words(part)))
            .ToList();
    }
}
