using CoachBot.Core.Language;

namespace CoachBot.Core.Search.Keyword;

/// <summary>The marks and operator words of the search language; Chinese and full-width ones mean the same as ASCII.</summary>
internal static class KeywordMarks
{
    private const string Separators = ",;?!/\\[]{}<>&+~^=、。…—【】《》〈〉·";

    private static readonly HashSet<string> OrWords = ["OR", "或", "或者"];
    private static readonly HashSet<string> SmallOrWords = ["or", "Or"];
    private static readonly HashSet<string> AndWords = ["AND", "And", "and", "与", "和", "且", "并且"];
    private static readonly HashSet<string> NotWords = ["NOT", "不含", "排除"];

    /// <summary>The ASCII mark that a character stands for; other characters stay, capitals too.</summary>
    public static char Of(char character) => character switch
    {
        >= '\uFF01' and <= '\uFF5E' => Of((char)(character - 0xFEE0)),
        '“' or '”' or '„' or '‟' => '"',
        '\u2212' or '\u2013' or '\u2010' or '\u2011' => '-',
        '│' or '¦' => '|',
        _ => character,
    };

    /// <summary>Whether a character parts words and means nothing else.</summary>
    public static bool IsSeparator(char mark) => IsBlank(mark) || Separators.Contains(mark);

    /// <summary>Whether a character is white space or invisible.</summary>
    public static bool IsBlank(char mark) => char.IsWhiteSpace(mark) || char.IsControl(mark);

    /// <summary>The mark that closes what this one opens; null when it opens no quotation.</summary>
    public static char? Closer(char mark) => mark switch
    {
        '"' => '"',
        '「' => '」',
        '『' => '』',
        _ => null,
    };

    /// <summary>Whether the mark only ever closes a quotation.</summary>
    public static bool IsCloser(char mark) => mark is '」' or '』';

    /// <summary>What an operator word means; null for an ordinary word.</summary>
    public static LexemeKind? Operator(string word)
    {
        var plain = string.Concat(word.Select(character => TextFolding.IsHan(character) ? TextFolding.Fold(character) : Of(character)));
        return OrWords.Contains(plain) ? LexemeKind.Or
            : SmallOrWords.Contains(plain) ? LexemeKind.SmallOr
            : AndWords.Contains(plain) ? LexemeKind.And
            : NotWords.Contains(plain) ? LexemeKind.Not
            : null;
    }
}
