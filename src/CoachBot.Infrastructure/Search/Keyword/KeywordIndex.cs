using System.Collections.Frozen;
using CoachBot.Core.Knowledge;
using CoachBot.Core.Language;
using CoachBot.Core.Search.Keyword;
using CoachBot.Infrastructure.Search.Indexing;
using Lucene.Net.Search;
using Lucene.Net.Store;

namespace CoachBot.Infrastructure.Search.Keyword;

/// <summary>The keyword index of one state of the knowledge, in memory; never changed, replaced as a whole.</summary>
internal sealed class KeywordIndex
{
    private readonly IndexSearcher _searcher;
    private readonly KeywordEntry[] _byDocument;
    private readonly FrozenDictionary<KeywordField, FrozenDictionary<string, int>> _values;

    public KeywordIndex(KnowledgePack pack, IReadOnlyList<KeywordPassage> passages)
    {
        Pack = pack;
        var texts = new FaceTexts(pack.People);
        Entries = pack.Cases.Select(KeywordEntry (@case) => new CaseEntry(@case, texts))
            .Concat(passages.Select(passage => new PassageEntry(passage, pack)))
            .DistinctBy(entry => entry.Id)
            .OrderBy(entry => entry.Id, StringComparer.Ordinal)
            .ToList();

        var directory = new RAMDirectory();
        LuceneIndexes.Write(directory, Entries.Select(KeywordDocuments.Of));
        _searcher = LuceneIndexes.Open(directory);

        // a merge may reorder documents, so ask the index which is which
        var byId = Entries.ToDictionary(entry => entry.Id, StringComparer.Ordinal);
        _byDocument = Enumerable.Range(0, _searcher.IndexReader.MaxDoc)
            .Select(document => byId[_searcher.Doc(document).Get(KeywordIndexFields.StoredId)])
            .ToArray();
        _values = Enum.GetValues<KeywordField>().ToFrozenDictionary(field => field, field => Entries
            .SelectMany(entry => entry.Values(field))
            .CountBy(TextFolding.Fold)
            .ToFrozenDictionary(pair => pair.Key, pair => pair.Value));
    }

    /// <summary>The knowledge it was made from.</summary>
    public KnowledgePack Pack { get; }

    /// <summary>All cases and passages by id.</summary>
    public IReadOnlyList<KeywordEntry> Entries { get; }

    /// <summary>The values that occur in a field, folded, with how many entries have them.</summary>
    public IReadOnlyDictionary<string, int> Values(KeywordField field) => _values[field];

    /// <summary>All that fits, with its score, in no order.</summary>
    public List<(KeywordEntry Entry, double Score)> Find(Query query, Filter? filter) =>
        _searcher.Search(query, filter, Math.Max(1, _byDocument.Length)).ScoreDocs
            .Select(hit => (_byDocument[hit.Doc], Math.Round(hit.Score, 4)))
            .ToList();

    /// <summary>Whether anything fits.</summary>
    public bool Has(Query query) => _searcher.Search(query, 1).TotalHits > 0;
}
