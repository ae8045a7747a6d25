namespace CoachBot.Core.Language;

/// <summary>What a token is made of.</summary>
public enum TokenKind
{
    /// <summary>One Chinese character.</summary>
    Han,

    /// <summary>Two neighbouring Chinese characters.</summary>
    HanPair,

    /// <summary>A run of Latin letters and digits, without a possessive <c>'s</c>.</summary>
    Word,
}

/// <summary>A piece of folded text that can be looked up, and where it stands.</summary>
/// <param name="Text">The folded characters.</param>
/// <param name="Kind">What it is made of.</param>
/// <param name="Start">Offset of the first character, the same in the original text.</param>
/// <param name="Length">Length in characters of the original text.</param>
public readonly record struct Token(string Text, TokenKind Kind, int Start, int Length);

/// <summary>
/// Cuts folded text into every Chinese character, every overlapping pair of them, and Latin words. No dictionary and no
/// stop words: single characters and pairs together find more than segmented words do.
/// </summary>
public static class Tokenizer
{
    /// <summary>The tokens of a text in reading order; a character comes before the pair it begins.</summary>
    /// <param name="folded">A text that went through <see cref="TextFolding.Fold(string)"/>.</param>
    public static List<Token> Tokenize(string folded)
    {
        var tokens = new List<Token>(folded.Length * 2);
        for (var at = 0; at < folded.Length;)
        {
            at = TextFolding.IsHan(folded[at]) ? AddHan(folded, at, tokens)
                : IsWordCharacter(folded[at]) ? AddWord(folded, at, tokens)
                : at + 1;
        }

        return tokens;
    }

    private static int AddHan(string text, int at, List<Token> tokens)
    {
        tokens.Add(new Token(text.Substring(at, 1), TokenKind.Han, at, 1));
        if (at + 1 < text.Length && TextFolding.IsHan(text[at + 1]))
        {
            tokens.Add(new Token(text.Substring(at, 2), TokenKind.HanPair, at, 2));
        }

        return at + 1;
    }

    private static int AddWord(string text, int at, List<Token> tokens)
    {
        var end = at;
        while (end < text.Length && (IsWordCharacter(text[end]) || IsInnerApostrophe(text, end)))
        {
            end++;
        }

        var word = text.AsSpan(at, end - at);
        if (word.EndsWith("'s"))
        {
            word = word[..^2];
        }

        // don't and dont are the same to somebody in a hurry
        tokens.Add(new Token(word.ToString().Replace("'", "", StringComparison.Ordinal), TokenKind.Word, at, word.Length));
        return end;
    }

    private static bool IsWordCharacter(char character) => char.IsLetterOrDigit(character) && !TextFolding.IsHan(character);

    private static bool IsInnerApostrophe(string text, int at) =>
        text[at] == '\'' && at + 1 < text.Length && IsWordCharacter(text[at + 1]);
}
