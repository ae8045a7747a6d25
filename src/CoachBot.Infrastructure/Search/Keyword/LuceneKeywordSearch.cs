using System.Globalization;
using CoachBot.Core.Knowledge;
using CoachBot.Core.Search.Keyword;

namespace CoachBot.Infrastructure.Search.Keyword;

/// <summary>
/// The trainers' search over Lucene.Net: published cases, drafts and passages of one state of the knowledge. Built in
/// memory in a fraction of a second; make a new one when the pack changes.
/// </summary>
public sealed class LuceneKeywordSearch : IKeywordSearch
{
    private const int MostMissing = 5;
    private readonly KeywordIndex _index;

    /// <summary>Builds the index.</summary>
    /// <param name="pack">The knowledge.</param>
    /// <param name="passages">Passages of raw documents; null for none.</param>
    public LuceneKeywordSearch(KnowledgePack pack, IReadOnlyList<KeywordPassage>? passages = null) =>
        _index = new KeywordIndex(pack, passages ?? []);

    /// <inheritdoc />
    public KeywordResults Search(KeywordQuery query)
    {
        var hints = new HintList(query.Hints);
        var languages = FilterCompiler.Languages(query.Filters);
        var compiler = new ClauseCompiler(_index, new PatternQueries(KeywordIndexFields.Of(languages)), hints);
        var words = compiler.Compile(query.Clauses);
        var filter = new FilterCompiler(_index, hints).Compile(query.Filters);
        var writer = new HitWriter(query.Language, languages, compiler.Wanted);
        var found = InOrder(query, _index.Find(words, filter), compiler.Wanted.Count > 0, writer);
        if (found.Count == 0)
        {
            SayWhyNothing(query, compiler, hints);
        }

        return Page(query, found, writer, hints);
    }

    private static List<(KeywordEntry Entry, double Score)> InOrder(
        KeywordQuery query, List<(KeywordEntry Entry, double Score)> found, bool scored, HitWriter writer)
    {
        var byId = found.OrderBy(hit => hit.Entry.Id, StringComparer.Ordinal);
        var ordered = scored ? byId.OrderByDescending(hit => hit.Score)
            : query.Clauses.Count + query.Filters.Count > 0 ? byId
            : byId.OrderBy(hit => TitleOrder.Key(writer.Title(hit.Entry)), StringComparer.Ordinal);
        return ordered.ToList();
    }

    private static void SayWhyNothing(KeywordQuery query, ClauseCompiler compiler, HintList hints)
    {
        var missing = compiler.Wanted.Where(pattern => !compiler.Occurs(pattern)).Select(pattern => pattern.Shown).Distinct().Take(MostMissing).ToList();
        if (missing.Count > 0)
        {
            hints.Add(KeywordHintKind.WordNowhere, HintList.Offer(missing));
        }
        else if (hints.Hints.Count == 0 && Math.Max(query.Clauses.Count, compiler.Wanted.Count) + query.Filters.Count > 1)
        {
            hints.Add(KeywordHintKind.NotTogether);
        }
    }

    private static KeywordResults Page(
        KeywordQuery query, List<(KeywordEntry Entry, double Score)> found, HitWriter writer, HintList hints)
    {
        var size = Math.Clamp(query.PageSize, 1, KeywordQueryParser.MostPageSize);
        var pages = Math.Max(1, (found.Count + size - 1) / size);
        var page = Math.Max(1, query.Page);
        if (page > pages)
        {
            hints.Add(
                KeywordHintKind.PastLastPage, page.ToString(CultureInfo.InvariantCulture), pages.ToString(CultureInfo.InvariantCulture));
        }

        var hits = page > pages ? [] : found.Skip((page - 1) * size).Take(size).Select(hit => writer.Write(hit.Entry, hit.Score)).ToList();
        return new KeywordResults(found.Count, page, pages, hits, hints.Hints);
    }
}
