using System.Globalization;
using CoachBot.Core.Language;

namespace CoachBot.Core.Search.Keyword;

/// <summary>
/// Reads the trainers' search language: words (all must occur), <c>"phrases"</c>, <c>OR</c>, <c>-not</c>, brackets,
/// <c>prefix*</c> and filters such as <c>role:teller</c>. OR binds its two neighbours: <c>atm OR cash fraud</c> wants fraud
/// and one of the two others. Never throws: what cannot be is left out and said in a hint.
/// </summary>
public static class KeywordQueryParser
{
    /// <summary>More of a pasted text than this is not read.</summary>
    public const int MostCharacters = 2_000;

    /// <summary>More words than these are not searched.</summary>
    public const int MostWords = 32;

    /// <summary>The most hits a page can hold.</summary>
    public const int MostPageSize = 50;

    /// <summary>Reads a query.</summary>
    /// <param name="text">As the person typed it.</param>
    /// <param name="page">Counted from 1.</param>
    /// <param name="pageSize">Hits a page, 1 to <see cref="MostPageSize"/>.</param>
    /// <param name="language">The language to show and to hint in; null for that of the query.</param>
    public static KeywordQuery Parse(
        string? text, int page = 1, int pageSize = KeywordQuery.UsualPageSize, AnswerLanguage? language = null)
    {
        var read = text ?? "";
        var hints = new HintList();
        if (read.Length > MostCharacters)
        {
            hints.Add(KeywordHintKind.TooLong, MostCharacters.ToString(CultureInfo.InvariantCulture));
            read = read[..MostCharacters];
        }

        var lexemes = new KeywordLexer(read, hints).Read();
        var grammar = new KeywordGrammar(lexemes, hints);
        var clauses = grammar.Read();
        return new KeywordQuery
        {
            Clauses = clauses,
            Filters = grammar.Filters,
            Hints = hints.Hints,
            Language = language ?? ShownIn(grammar.Filters) ?? LanguageDetector.Detect(Words(lexemes) is { Length: > 0 } words ? words : read),
            Page = Math.Max(1, page),
            PageSize = Math.Clamp(pageSize, 1, MostPageSize),
        };
    }

    private static string Words(IReadOnlyList<Lexeme> lexemes) => string.Join(
        ' ',
        lexemes.Where(lexeme => lexeme.Kind is LexemeKind.Word or LexemeKind.Prefix or LexemeKind.Phrase).Select(lexeme => lexeme.Text));

    private static AnswerLanguage? ShownIn(IReadOnlyList<KeywordFilter> filters)
    {
        var languages = filters.Where(filter => filter is { Field: KeywordField.Lang, Excluded: false }).Select(filter => filter.Value).ToList();
        return languages.Count != 1 ? null : languages[0] switch
        {
            "en" => AnswerLanguage.En,
            "zh" => AnswerLanguage.Zh,
            _ => AnswerLanguage.ZhHant,
        };
    }
}
