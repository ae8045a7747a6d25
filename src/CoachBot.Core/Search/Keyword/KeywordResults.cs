using CoachBot.Core.Language;

namespace CoachBot.Core.Search.Keyword;

/// <summary>One page of what a keyword search found.</summary>
/// <param name="Total">How many cases and passages fit, on all pages.</param>
/// <param name="Page">This page, counted from 1.</param>
/// <param name="Pages">How many pages there are; at least 1.</param>
/// <param name="Hits">Best first, equal scores by id; without words by id; without anything by title.</param>
/// <param name="Hints">How the query was taken where it could not be taken as written.</param>
public sealed record KeywordResults(
    int Total, int Page, int Pages, IReadOnlyList<KeywordHit> Hits, IReadOnlyList<KeywordHint> Hints);

/// <summary>A case or passage that fits.</summary>
public sealed record KeywordHit
{
    /// <summary>The case's or passage's id.</summary>
    public required string Id { get; init; }

    /// <summary>The case's kind by its code, or <c>passage</c>.</summary>
    public required string Kind { get; init; }

    /// <summary>In the language shown.</summary>
    public required string Title { get; init; }

    /// <summary>What to highlight in the title.</summary>
    public required IReadOnlyList<TextRange> TitleRanges { get; init; }

    /// <summary>Comparable within one search only; 0 where there were no words to score by.</summary>
    public required double Score { get; init; }

    /// <summary>One to three pieces of the text, best first; one without ranges when the words stand only in the title.</summary>
    public required IReadOnlyList<KeywordFragment> Fragments { get; init; }

    /// <summary>Roles by their codes.</summary>
    public IReadOnlyList<string> Roles { get; init; } = [];

    /// <summary>Keywords.</summary>
    public IReadOnlyList<string> Tags { get; init; } = [];

    /// <summary>False for a draft, which staff are never answered from.</summary>
    public required bool Published { get; init; }

    /// <summary>The language shown.</summary>
    public required AnswerLanguage Language { get; init; }

    /// <summary>The document of a passage; null for a case.</summary>
    public string? Document { get; init; }

    /// <summary>The heading a passage stands under; null for a case.</summary>
    public string? Heading { get; init; }

    /// <summary>The page a passage stands on, where its document has pages.</summary>
    public int? Page { get; init; }
}

/// <summary>A piece of a text, with what was found in it.</summary>
/// <param name="Field">Where it stands, by the paths of the case format: <c>say.1</c>, <c>avoid.2.instead</c>, <c>text</c> of a passage.</param>
/// <param name="Text">The piece: a substring of the field as it is shown.</param>
/// <param name="Start">Where the piece begins in the field.</param>
/// <param name="CutAfter">Whether the field goes on after the piece.</param>
/// <param name="Ranges">What to highlight, counted within <paramref name="Text"/>; in order, never overlapping.</param>
public sealed record KeywordFragment(string Field, string Text, int Start, bool CutAfter, IReadOnlyList<TextRange> Ranges)
{
    /// <summary>Whether the field begins before the piece.</summary>
    public bool CutBefore => Start > 0;
}

/// <summary>A stretch of a text, in UTF-16 characters.</summary>
/// <param name="Start">Its first character.</param>
/// <param name="Length">At least 1.</param>
public readonly record struct TextRange(int Start, int Length)
{
    /// <summary>The character after its last.</summary>
    public int End => Start + Length;
}
