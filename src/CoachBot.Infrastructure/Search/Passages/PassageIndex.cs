using CoachBot.Core.Documents;
using CoachBot.Core.Language;
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
    private const float ConceptWeight = 2f;

    // A single character says little in long texts, a translated word less than the word itself.
    private const float CharacterWeight = 0.3f;
    private const float TranslationWeight = 0.8f;

    private readonly IReadOnlyList<Passage> _passages;
    private readonly TextAnalysis _analysis;
    private readonly TranslationDictionary _dictionary;
    private readonly IndexSearcher _searcher;

    /// <summary>Indexes passages in memory.</summary>
    public PassageIndex(IReadOnlyList<Passage> passages, TextAnalysis analysis)
    {
        _passages = passages;
        _analysis = analysis;
        _dictionary = TranslationDictionary.For(passages.Select(passage => TextFolding.Fold($"{passage.Heading}\n{passage.Text}")).ToList());
        var directory = new RAMDirectory();
        LuceneIndexes.Write(directory, passages.Select(DocumentOf));
        _searcher = LuceneIndexes.Open(directory);
    }

    /// <summary>The best passages, best first, equal ones in the order of the documents.</summary>
    public List<PassageHit> Find(string question, int take)
    {
        if (_passages.Count == 0)
        {
            return [];
        }

        var folded = TextFolding.Fold(question.Length > TextAnalysis.MostCharacters ? question[..TextAnalysis.MostCharacters] : question);
        var analyzed = _analysis.Analyze(question);
        var (query, most) = QueryFor(analyzed, folded);
        var known = analyzed.Terms.Distinct().Where(term => term.Length > 1).ToList();
        return _searcher.Search(query, take).ScoreDocs
            .OrderByDescending(hit => hit.Score)
            .ThenBy(hit => hit.Doc)
            .Select(hit => new PassageHit(_passages[hit.Doc], Math.Min(1, hit.Score / most), Shared(_passages[hit.Doc], known)))
            .ToList();
    }

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
            var frequency = _searcher.IndexReader.DocFreq(term);
            most += weight * 2.2f * MathF.Log(1 + ((_searcher.IndexReader.MaxDoc - frequency + 0.5f) / (frequency + 0.5f)));
        }
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
