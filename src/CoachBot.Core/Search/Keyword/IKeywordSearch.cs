namespace CoachBot.Core.Search.Keyword;

/// <summary>The trainers' search by words: exact, complete and in a stable order. Safe to call from many threads.</summary>
public interface IKeywordSearch
{
    /// <summary>One page of all that fits. Never throws for what stands in a query.</summary>
    KeywordResults Search(KeywordQuery query);
}
