namespace CoachBot.Core.Search.Keyword;

/// <summary>What a piece of a query is.</summary>
internal enum LexemeKind
{
    /// <summary>A word or run of Chinese.</summary>
    Word,

    /// <summary>A word that may go on.</summary>
    Prefix,

    /// <summary>What stood between quotes.</summary>
    Phrase,

    /// <summary>A field and its values.</summary>
    Filter,

    /// <summary>OR.</summary>
    Or,

    /// <summary>A small <c>or</c>, most likely meant as the operator.</summary>
    SmallOr,

    /// <summary>AND: what is meant anyway.</summary>
    And,

    /// <summary>NOT, or a minus before a word.</summary>
    Not,

    /// <summary>An opening bracket.</summary>
    Open,

    /// <summary>A closing bracket.</summary>
    Close,
}

/// <summary>A piece of a query.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Text">As it was typed, without its marks.</param>
/// <param name="Field">The field of a filter.</param>
/// <param name="Values">The values of a filter, by their codes.</param>
internal sealed record Lexeme(LexemeKind Kind, string Text, KeywordField Field = default, IReadOnlyList<string>? Values = null)
{
    /// <summary>Whether it is either spelling of OR.</summary>
    public bool IsOr => Kind is LexemeKind.Or or LexemeKind.SmallOr;
}
