using CoachBot.Infrastructure.Search.Indexing;
using CoachBot.Infrastructure.Search.Large;
using Lucene.Net.Documents;
using Lucene.Net.Index;
using Lucene.Net.Search;
using Lucene.Net.Store;
using Xunit;

namespace CoachBot.Tests.Search.Large;

/// <summary>What is added up list by list is what Lucene's own scorer finds: over several parts, windows and deleted documents.</summary>
public sealed class RarestFirstTests : IDisposable
{
    // More than two windows of documents.
    private const int Documents = 70_000;
    private static readonly string[] Asked = ["w1", "w2", "w7", "w40", "nowhere"];
    private readonly RAMDirectory _directory = new();
    private readonly DirectoryReader _reader;
    private readonly IndexSearcher _searcher;

    public RarestFirstTests()
    {
        var random = new Random(5);
        using (var writer = LibraryWriter.Open(_directory, OpenMode.CREATE))
        {
            for (var number = 0; number < Documents; number++)
            {
                writer.AddDocument(Document(number, random));
                if (number == Documents / 5)
                {
                    writer.Commit();
                }
            }

            writer.DeleteDocuments(Enumerable.Range(0, Documents / 3).Select(number => LibraryWriter.IdTerm($"{number * 3}")).ToArray());
        }

        _reader = DirectoryReader.Open(_directory);
        _searcher = new IndexSearcher(_reader) { Similarity = LibrarySimilarity.Instance };
    }

    public void Dispose()
    {
        _reader.Dispose();
        _directory.Dispose();
    }

    [Fact]
    public void Find_EveryListRead_FindsWhatLuceneFinds()
    {
        Assert.True(_reader.HasDeletions);
        Assert.True(_reader.Leaves.Count > 1);
        var any = new BooleanQuery(disableCoord: true);
        foreach (var word in Asked)
        {
            any.Add(new TermQuery(new Term(LibraryFields.Text, word)) { Boost = Weight(word) }, Occur.SHOULD);
        }

        var theirs = _searcher.Search(any, 50).ScoreDocs;
        var ours = Find(int.MaxValue);

        Assert.Equal(theirs.Select(hit => hit.Score), ours.Select(hit => hit.Score), (one, other) => Math.Abs(one - other) < 1e-4);
        Assert.Equal(theirs.Take(10).Select(hit => hit.Doc), ours.Take(10).Select(hit => hit.Doc));
    }

    [Fact]
    public void Find_CommonListsSkipped_KeepsTheScoresOfWhatItFinds()
    {
        var thorough = Find(int.MaxValue).ToDictionary(hit => hit.Doc, hit => hit.Score);
        var quick = Find(budget: 0);

        Assert.NotEmpty(quick);
        Assert.All(quick.Where(hit => thorough.ContainsKey(hit.Doc)), hit => Assert.Equal(thorough[hit.Doc], hit.Score, 1e-4));
    }

    private ScoreDoc[] Find(int budget) => new RarestFirst(_searcher, LibraryFields.Text, budget).Find(Asked.Select(Look).ToList(), 50);

    private AskedTerm Look(string word)
    {
        var term = new Term(LibraryFields.Text, word);
        return new AskedTerm(term, Weight(word), TermContext.Build(_searcher.TopReaderContext, term));
    }

    private static float Weight(string word) => word == "w2" ? 1.5f : 1;

    // Word number n stands in about every n-th document.
    private static Document Document(int number, Random random)
    {
        var words = Enumerable.Range(1, 60).Where(word => random.Next(word) == 0).SelectMany(word => Enumerable.Repeat($"w{word}", random.Next(1, 4)));
        return
        [
            new StringField(LibraryFields.Id, $"{number}", Field.Store.NO),
            new Field(LibraryFields.Text, new TermStream(words.ToList()), LibraryFields.Terms),
        ];
    }
}
