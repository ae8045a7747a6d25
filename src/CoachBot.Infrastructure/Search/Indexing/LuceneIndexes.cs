using Lucene.Net.Analysis.Core;
using Lucene.Net.Documents;
using Lucene.Net.Index;
using Lucene.Net.Search;
using Lucene.Net.Search.Similarities;
using Lucene.Net.Util;
using LuceneDirectory = Lucene.Net.Store.Directory;

namespace CoachBot.Infrastructure.Search.Indexing;

/// <summary>Writes and opens the two Lucene indexes: whole cases, and single alternates.</summary>
internal static class LuceneIndexes
{
    /// <summary>
    /// BM25, not Lucene's default; lengths matter little (b 0.3) because a case's text is long on purpose. Must be the same
    /// when writing (norms) and searching.
    /// </summary>
    public static readonly Similarity Similarity = new BM25Similarity(1.2f, 0.3f);

    /// <summary>Writes documents into an empty directory.</summary>
    public static void Write(LuceneDirectory directory, IEnumerable<Document> documents)
    {
        using var analyzer = new KeywordAnalyzer();
        var config = new IndexWriterConfig(LuceneVersion.LUCENE_48, analyzer)
        {
            OpenMode = OpenMode.CREATE,
            Similarity = Similarity,
            RAMBufferSizeMB = 64,
        };
        using var writer = new IndexWriter(directory, config);
        foreach (var document in documents)
        {
            writer.AddDocument(document);
        }

        writer.ForceMerge(1);
        writer.Commit();
    }

    /// <summary>A searcher over a directory; share it, it is safe for many threads.</summary>
    public static IndexSearcher Open(LuceneDirectory directory) => new(DirectoryReader.Open(directory)) { Similarity = Similarity };
}
