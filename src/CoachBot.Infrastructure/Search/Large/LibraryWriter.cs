using CoachBot.Core.Knowledge;
using CoachBot.Infrastructure.Search.Analysis;
using CoachBot.Infrastructure.Search.Voting;
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

    /// <summary>Writes all of a library, with as many threads as there are processors. Readers see what was there before until it is whole.</summary>
    /// <param name="directory">Where to; what stands there is replaced.</param>
    /// <param name="pack">All but the cases.</param>
    /// <param name="entries">The cases; never all in memory at once.</param>
    /// <param name="origin">What they were made from.</param>
    public static void WriteAll(LuceneDirectory directory, KnowledgePack pack, IEnumerable<LibraryEntry> entries, LibraryOrigin origin)
    {
        var documents = new LibraryDocuments(new TextAnalysis(new Glossary(pack.Glossary)));
        using var writer = Open(directory, OpenMode.CREATE);
        LibraryFrame.Write(writer, pack, origin);
        WriteRedirects(writer, documents, pack);
        Parallel.ForEach(
            entries,
            new ParallelOptions { MaxDegreeOfParallelism = Environment.ProcessorCount },
            entry => writer.AddDocuments(documents.Of(entry)));
        writer.Commit();
    }

    /// <summary>Replaces single cases and all that is not a case.</summary>
    public static void WriteChanges(IndexWriter writer, KnowledgePack pack, LibraryChanges changes, LibraryOrigin origin)
    {
        var documents = new LibraryDocuments(new TextAnalysis(new Glossary(pack.Glossary)));
        writer.DeleteDocuments(changes.Gone.Select(IdTerm).ToArray());
        foreach (var entry in changes.Entries)
        {
            writer.UpdateDocuments(IdTerm(entry.Case.Id), documents.Of(entry));
        }

        WriteRedirects(writer, documents, pack);
        LibraryFrame.Write(writer, pack, origin);
        writer.Commit();
    }

    /// <summary>Teaches the voter on risk signals, unless it has learnt from the same examples before.</summary>
    public static void LearnSignals(string folder, KnowledgePack pack)
    {
        var path = Path.Combine(folder, LibraryFrame.VoterOf(pack));
        if (pack.SignalExamples.Count == 0 || File.Exists(path))
        {
            return;
        }

        if (VoterTraining.Learn(SignalTrainingSet.Of(pack, new TextAnalysis(new Glossary(pack.Glossary)))) is { } voter)
        {
            // Written beside and moved into place: another process sees a whole voter or none.
            var draft = $"{path}.{Guid.NewGuid():N}";
            VoterFile.Write(draft, voter);
            File.Move(draft, path, overwrite: true);
        }
    }

    /// <summary>The term that stands for all documents of a case or redirect.</summary>
    public static Term IdTerm(string id) => new(LibraryFields.Id, id);

    private static void WriteRedirects(IndexWriter writer, LibraryDocuments documents, KnowledgePack pack)
    {
        var alternates = LibraryEntry.AlternatesOf(pack);
        foreach (var redirect in pack.Redirects)
        {
            writer.UpdateDocuments(IdTerm(redirect.Id), documents.Of(redirect, alternates.GetValueOrDefault(redirect.Id)));
        }
    }
}

/// <summary>How a pack differs from what a library holds.</summary>
/// <param name="Entries">Cases that are new or other.</param>
/// <param name="Gone">Ids of cases and redirects that are no longer there.</param>
internal sealed record LibraryChanges(IReadOnlyList<LibraryEntry> Entries, IReadOnlyList<string> Gone);
