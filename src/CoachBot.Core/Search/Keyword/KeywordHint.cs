using CoachBot.Core.Language;
using CoachBot.Core.Resources;

namespace CoachBot.Core.Search.Keyword;

/// <summary>What a query had that could not be taken as it was written; each has its sentence in <c>KeywordTexts.resx</c>.</summary>
public enum KeywordHintKind
{
    /// <summary>A quote without its mate was ignored.</summary>
    UnclosedQuote,

    /// <summary>A bracket without its mate was ignored or closed at the end.</summary>
    StrayBracket,

    /// <summary>An operator with nothing to work on was ignored.</summary>
    LoneOperator,

    /// <summary>A small <c>or</c> was read as the operator.</summary>
    SmallOr,

    /// <summary>No such field; its words were searched as text.</summary>
    UnknownField,

    /// <summary>A mistyped field was read as the nearest one.</summary>
    FieldReadAs,

    /// <summary>The field does not have this value; the filter was ignored.</summary>
    UnknownValue,

    /// <summary>A mistyped value was read as the nearest one.</summary>
    ValueReadAs,

    /// <summary>A filter without a value was ignored.</summary>
    MissingValue,

    /// <summary>No case has this value, so nothing can be found.</summary>
    ValueNowhere,

    /// <summary>A filter beside a word in an OR; filters always hold for the whole query.</summary>
    FilterInOr,

    /// <summary>A star that does not end a word.</summary>
    StarInside,

    /// <summary>No letter and no digit to look for.</summary>
    NothingToFind,

    /// <summary>The query was read up to a bound.</summary>
    TooLong,

    /// <summary>Only the first words were searched.</summary>
    TooManyWords,

    /// <summary>Chinese without spaces was found nowhere as a whole and was split.</summary>
    RunSplit,

    /// <summary>A word stands in no case at all.</summary>
    WordNowhere,

    /// <summary>Every word and filter holds somewhere, but nowhere do all of them.</summary>
    NotTogether,

    /// <summary>There are fewer pages.</summary>
    PastLastPage,
}

/// <summary>Tells the trainer how a query was taken and what would be allowed.</summary>
/// <param name="Kind">What was noticed.</param>
/// <param name="Blanks">What the sentence quotes: the piece of the query, allowed values.</param>
public sealed record KeywordHint(KeywordHintKind Kind, IReadOnlyList<string> Blanks)
{
    /// <summary>The sentence to show.</summary>
    public string In(AnswerLanguage language) => KeywordTexts.Get(Kind.ToString(), language, [.. Blanks]);
}
