using CoachBot.Core.Language;

namespace CoachBot.Core.Search.Keyword;

/// <summary>A trainer's query as it was understood; made by <see cref="KeywordQueryParser"/>, the same for every channel.</summary>
public sealed record KeywordQuery
{
    /// <summary>Pages hold this many hits unless asked otherwise.</summary>
    public const int UsualPageSize = 10;

    /// <summary>What must hold, all of it; empty when nothing but filters was given.</summary>
    public IReadOnlyList<KeywordClause> Clauses { get; init; } = [];

    /// <summary>What narrows the search.</summary>
    public IReadOnlyList<KeywordFilter> Filters { get; init; } = [];

    /// <summary>What could not be taken as it was written.</summary>
    public IReadOnlyList<KeywordHint> Hints { get; init; } = [];

    /// <summary>The language of the person: hits are shown in it where they can be, hints always.</summary>
    public AnswerLanguage Language { get; init; } = AnswerLanguage.En;

    /// <summary>Counted from 1.</summary>
    public int Page { get; init; } = 1;

    /// <summary>Hits a page.</summary>
    public int PageSize { get; init; } = UsualPageSize;

    /// <summary>The query as it was understood, in the search language itself.</summary>
    public override string ToString() => string.Join(' ', Clauses.Select(clause => clause.ToString()).Concat(Filters.Select(filter => filter.ToString())));
}
