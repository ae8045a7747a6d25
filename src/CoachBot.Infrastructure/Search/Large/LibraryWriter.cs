using CoachBot.Core.Knowledge;
using CoachBot.Infrastructure.Search.Analysis;
using Lucene.Net.Analysis.Core;
using Lucene.Net.Index;
using Lucene.Net.Util;
using LuceneDirectory = Lucene.Net.Store.Directory;

namespace CoachBot.Infrastructure.Search.Large;

/// <summary>Writes the index of a library.</summary>
internal static class LibraryWriter
{
    // Each part of the index costs every question something: build few and large ones.
    private const int BuildingMegabytes = 512;
    private const int UpdatingMegabytes = 32;

    /// <summary>A writer on a directory; one at a time.</summary>
    public static IndexWriter Open(LuceneDirectory directory, OpenMode mode) => new(directory, new IndexWriterConfig(LuceneVersion.LUCENE_48, new KeywordAnalyzer())
    {
        OpenMode = mode,
        Similarity = LibrarySimilarity.Instance,
        RAMBufferSizeMB = mode == OpenMode.CREATE ? BuildingMegabytes : UpdatingMegabytes,
    });

    /// <summary>Writes all cases and the redirects of a pack, with as many threads as there are processors.</summary>
    /// <param name="directory">Where to; what stands there is replaced.</param>
    /// <param name="frame">The glossary to analyse with, and the redirects.</param>
    /// <param name="entries">The cases; never all in memory at once.</param>
    /// <param name="asks">How staff ask for a redirect.</param>
    public static void WriteAll(
        LuceneDirectory directory, KnowledgePack frame, IEnumerable<LibraryEntry> entries, Func<string, IReadOnlyList<string>> asks)
    {
        var documents = new LibraryDocuments(new TextAnalysis(new Glossary(frame.Glossary)));
        using var writer = Open(directory, OpenMode.CREATE);
        foreach (var redirect in frame.Redirects)
        {
            writer.AddDocuments(documents.Of(redirect, asks(redirect.Id)));
        }

        Parallel.ForEach(
            entries,
            new ParallelOptions { MaxDegreeOfParallelism = Environment.ProcessorCount },
            entry => writer.AddDocuments(documents.Of(entry)));
        writer.Commit();
    }
}
