using CoachBot.Core.Documents;
using CoachBot.Core.Language;
using CoachBot.Core.Search;
using CoachBot.Infrastructure.Search.Analysis;
using CoachBot.Infrastructure.Search.Indexing;
using Lucene.Net.Documents;
using Lucene.Net.Index;
using Lucene.Net.Search;
using Lucene.Net.Store;
using Document = Lucene.Net.Documents.Document;
using Fields = CoachBot.Infrastructure.Search.Indexing.Fields;

namespace CoachBot.Infrastructure.Search.Passages;

/// <summary>A passage that fits.</summary>
/// <param name="Passage">The passage.</param>
/// <param name="Share">BM25 as a share of the most the question could reach, 0 to 1.</param>
/// <param name="Terms">The question's terms that stand in it.</param>
internal sealed record PassageHit(Passage Passage, float Share, IReadOnlyList<string> Terms);

/// <summary>Finds passages of raw documents: characters, pairs, stems and concepts as for cases, and translated words beside them.</summary>
internal sealed class PassageIndex
{
    private const int HeadingWeight = 2;
    private const int MostTerms = 80;

    // Of two passages that are each the best in their own way, the one with the question's own words comes first.
    private const float MatterWeight = 0.97f;

    // Passages that each way of looking hands in.
    private const int Compared = 100;
    private const float ConceptWeight = 2f;

    // A single character says little in long texts, a translated word less than the word itself.
    private const float CharacterWeight = 0.3f;
    private const float TranslationWeight = 0.8f;

    private readonly IReadOnlyList<Passage> _passages;
    private readonly TextAnalysis _analysis;
    private readonly TranslationDictionary _dictionary;
    private readonly MatterTable _matters;
    private readonly IndexSearcher _searcher;

    /// <summary>Indexes passages in memory.</summary>
    /// <param name="passages">The passages.</param>
    /// <param name="analysis">How texts become terms.</param>
    /// <param name="matters">How what staff say is written; the one that the program carries, unless a measurement takes another.</param>
    public PassageIndex(IReadOnlyList<Passage> passages, TextAnalysis analysis, MatterTable? matters = null)
    {
        _passages = passages;
        _matters = matters ?? (passages.Count == 0 ? MatterTable.Empty : MatterTable.Shipped);
        _analysis = analysis;
        _dictionary = TranslationDictionary.For(passages.Select(passage => TextFolding.Fold($"{passage.Heading}\n{passage.Text}")).ToList());
        var directory = new RAMDirectory();
        LuceneIndexes.Write(directory, passages.Select(DocumentOf));
        _searcher = LuceneIndexes.Open(directory);
    }

    /// <summary>The best passages as answers show them.</summary>
    public List<PassageMatch> Matches(CaseQuery query) => Find(query.Text, query.Take).ConvertAll(hit => new PassageMatch(
        hit.Passage,
        Math.Round(hit.Share / 2, 4),
        query.Explain ? new HitExplanation(hit.Share, 0, null, 0, hit.Terms) : null));

    /// <summary>The best passages, best first, equal ones in the order of the documents.</summary>
    public List<PassageHit> Find(string question, int take)
    {
        if (_passages.Count == 0)
        {
            return [];
        }

        var folded = TextFolding.Fold(question.Length > TextAnalysis.MostCharacters ? question[..TextAnalysis.MostCharacters] : question);
        var analyzed = _analysis.Analyze(question);
        var known = analyzed.Terms.Distinct().Where(term => term.Length > 1).ToList();
        var chinese = LanguageDetector.Detect(question).IsChinese();
        return Together(Ranked(QueryFor(analyzed, folded)), Ranked(QueryFor(_matters.Write(folded)), chinese ? "en" : "zh"))
            .Take(take)
            .Select(hit => new PassageHit(_passages[hit.Passage], hit.Share, Shared(_passages[hit.Passage], known)))
            .ToList();
    }

    // Each way of looking counts by its own best, so that neither drowns the other; how good the best is, is for the better of them to say.
    private static IEnumerable<(int Passage, float Share)> Together(Ranking byWord, Ranking byMatter)
    {
        var share = Math.Min(1, Math.Max(byWord.Share, byMatter.Share));
        var sums = byWord.Hits.Concat(byMatter.Hits.Select(hit => (hit.Passage, Part: hit.Part * MatterWeight)))
            .GroupBy(hit => hit.Passage)
            .Select(group => (Passage: group.Key, Sum: group.Sum(hit => hit.Part)))
            .OrderByDescending(hit => hit.Sum).ThenBy(hit => hit.Passage)
            .ToList();
        return sums.Select(hit => (hit.Passage, share * hit.Sum / sums[0].Sum));
    }

    // Passages of one language, with their part of the best of any: documents in the question's own language may tell it better.
    private Ranking Ranked((BooleanQuery Query, float Most) asked, string? language = null)
    {
        var hits = asked.Query.Clauses.Count == 0 ? [] : _searcher.Search(asked.Query, Compared).ScoreDocs;
        var ranked = hits.Where(hit => language is null || _passages[hit.Doc].Language == language).Select(hit => (hit.Doc, hit.Score / hits[0].Score)).ToList();
        return new Ranking(ranked, ranked.Count == 0 ? 0 : ranked[0].Item2 * hits[0].Score / asked.Most);
    }

    /// <param name="Hits">Passages with their part of the best one's score.</param>
    /// <param name="Share">The best one's share of the most that could be reached.</param>
    private sealed record Ranking(IReadOnlyList<(int Passage, float Part)> Hits, float Share);

    private static List<string> Shared(Passage passage, List<string> terms)
    {
        var text = TextFolding.Fold(passage.Text);
        return terms.Where(term => text.Contains(term, StringComparison.Ordinal)).Take(8).ToList();
    }

    private (BooleanQuery Query, float Most) QueryFor(AnalyzedText analyzed, string folded)
    {
        var query = new BooleanQuery(disableCoord: true);
        var most = 1e-6f;
        foreach (var term in analyzed.Terms.Distinct().Take(MostTerms))
        {
            Add(new Term(Fields.Text, term), term.Length == 1 && TextFolding.IsHan(term[0]) ? CharacterWeight : 1);
        }

        foreach (var concept in analyzed.Concepts.Distinct())
        {
            Add(new Term(Fields.Concepts, concept), ConceptWeight);
        }

        foreach (var group in _dictionary.Translate(folded))
        {
            query.Add(AnyOf(group), Occur.SHOULD);
        }

        return (query, most);

        void Add(Term term, float weight)
        {
            query.Add(new TermQuery(term) { Boost = weight }, Occur.SHOULD);
            most += weight * Most(term);
        }
    }

    private (BooleanQuery Query, float Most) QueryFor(List<WeightedWord> words)
    {
        var query = new BooleanQuery(disableCoord: true);
        var most = 1e-6f;
        foreach (var word in words)
        {
            var term = new Term(Fields.Text, word.Word);
            query.Add(new TermQuery(term) { Boost = word.Weight }, Occur.SHOULD);
            most += word.Weight * Most(term);
        }

        return (query, most);
    }

    // What BM25 gives for a term that stands there as often as it still rewards.
    private float Most(Term term)
    {
        var frequency = _searcher.IndexReader.DocFreq(term);
        return 2.2f * MathF.Log(1 + ((_searcher.IndexReader.MaxDoc - frequency + 0.5f) / (frequency + 0.5f)));
    }

    // One word of the question, whichever of its translations stands there: the best counts, not their sum.
    private static DisjunctionMaxQuery AnyOf(IReadOnlyList<string> translations)
    {
        var any = new DisjunctionMaxQuery(0.1f) { Boost = TranslationWeight };
        foreach (var translation in translations)
        {
            any.Add(translation.Length > 2 && TextFolding.IsHan(translation[0]) ? AllPairs(translation) : new TermQuery(new Term(Fields.Text, translation)));
        }

        return any;
    }

    private static BooleanQuery AllPairs(string word)
    {
        var pairs = new BooleanQuery(disableCoord: true);
        for (var at = 0; at + 2 <= word.Length; at++)
        {
            pairs.Add(new TermQuery(new Term(Fields.Text, word.Substring(at, 2))), Occur.MUST);
        }

        pairs.Boost = 1f / (word.Length - 1);
        return pairs;
    }

    private Document DocumentOf(Passage passage)
    {
        var document = new Document();
        foreach (var part in Enumerable.Repeat(passage.Heading, HeadingWeight).Concat(Pieces(passage.Text)))
        {
            var analyzed = _analysis.Analyze(part);
            AddTerms(document, Fields.Text, analyzed.Terms);
            AddTerms(document, Fields.Concepts, analyzed.Concepts);
        }

        return document;
    }

    // The analysis reads questions up to a bound; a passage is longer and must be read whole.
    private static IEnumerable<string> Pieces(string text)
    {
        for (var at = 0; at < text.Length; at += TextAnalysis.MostCharacters)
        {
            yield return text.Substring(at, Math.Min(TextAnalysis.MostCharacters, text.Length - at));
        }
    }

    private static void AddTerms(Document document, string field, IReadOnlyList<string> terms)
    {
        if (terms.Count > 0)
        {
            document.Add(new TextField(field, new TermStream(terms)));
        }
    }
}
