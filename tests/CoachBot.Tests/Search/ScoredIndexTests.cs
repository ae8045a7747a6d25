using CoachBot.Infrastructure.Search.Evidence;
using CoachBot.Infrastructure.Search.Indexing;
using CsCheck;
using Lucene.Net.Documents;
using Lucene.Net.Index;
using Lucene.Net.Search;
using Lucene.Net.Store;
using Xunit;

using Fields = CoachBot.Infrastructure.Search.Indexing.Fields;

namespace CoachBot.Tests.Search;

/// <summary>What is added up in memory must be what Lucene would have found.</summary>
public sealed class ScoredIndexTests
{
    private const int Documents = 400;
    private static readonly string[] Words = ["card", "customer", "queue", "note", "notes", "form", "wait", "angry", "取款", "假钞", "柜台", "counterfeit"];
    private static readonly IndexSearcher Searcher = Build();
    private static readonly ScoredIndex Index = new(Searcher);

    [Fact]
    public void Best_AnyTermsAndWeights_ScoresAndOrdersAsLuceneDoes() =>
        Gen.Select(Gen.Select(Gen.Int[0, Words.Length], Gen.Float[0.1f, 2f]).Array[1, 6], Gen.Int[1, 60]).Sample(
            (terms, take) =>
            {
                var query = new BooleanQuery(disableCoord: true);
                foreach (var (word, weight) in terms)
                {
                    query.Add(new TermQuery(new Term(Fields.Text, Word(word))) { Boost = weight }, Occur.SHOULD);
                }

                var expected = Searcher.Search(query, Documents).ScoreDocs;
                var found = Index.Best(terms.Select(term => (Index.Look(Fields.Text, Word(term.Item1)), term.Item2)), take);

                var scores = expected.ToDictionary(hit => hit.Doc, hit => hit.Score);
                Assert.Equal(Math.Min(take, expected.Length), found.Count);
                for (var at = 0; at < found.Count; at++)
                {
                    Assert.Equal(expected[at].Score, found[at].Score, 0.0005f);
                    Assert.Equal(scores[found[at].Document], found[at].Score, 0.0005f);
                }
            },
            iter: 500);

    [Theory]
    [InlineData("counterfiet", "counterfeit")]
    [InlineData("custmer", "customer")]
    [InlineData("crad", "card")]
    [InlineData("notesx", "notes")]
    [InlineData("bard", null)]
    [InlineData("cd", null)]
    [InlineData("qwertyuiop", null)]
    public void Near_MistypedWord_FindsWhatItWasMeantFor(string typed, string? meant)
    {
        var near = Index.Near(typed).ToList();

        var nearest = near.Count == 0 ? null : Words.Single(word => ReferenceEquals(Index.Look(Fields.Text, word), near[0].Term));
        Assert.Equal(meant, nearest);
    }

    [Fact]
    public void Look_WordNobodyWrote_IsNowhere() => Assert.Equal(0, Index.Look(Fields.Text, "llama").Frequency);

    [Fact]
    public void Best_EmptyIndex_FindsNothing()
    {
        var directory = new RAMDirectory();
        LuceneIndexes.Write(directory, []);
        var empty = new ScoredIndex(LuceneIndexes.Open(directory));

        Assert.Empty(empty.Best([(empty.Look(Fields.Text, "card"), 1f)], 5));
        Assert.Empty(empty.Near("cards"));
    }

    // One past the last is a word that no document has.
    private static string Word(int at) => at < Words.Length ? Words[at] : "llama";

    private static IndexSearcher Build()
    {
        var random = new Random(1);
        var directory = new RAMDirectory();
        LuceneIndexes.Write(directory, Enumerable.Range(0, Documents).Select(_ =>
        {
            // The first words are in most documents, the last in few.
            var terms = Enumerable.Range(0, random.Next(1, 15)).Select(_ => Words[(int)(Words.Length * Math.Pow(random.NextDouble(), 2))]).ToList();
            return new Document { new TextField(Fields.Text, new TermStream(terms)) };
        }));
        return LuceneIndexes.Open(directory);
    }
}
