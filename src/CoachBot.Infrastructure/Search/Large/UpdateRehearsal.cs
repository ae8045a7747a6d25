using CoachBot.Core.Knowledge;
using CoachBot.Infrastructure.Search.Analysis;
using Lucene.Net.Index;
using Lucene.Net.Search;
using Lucene.Net.Store;

namespace CoachBot.Infrastructure.Search.Large;

/// <summary>
/// Takes a case into a library that is thrown away, so that the way an update goes is compiled before the first one comes: that is
/// several times the work of the update itself.
/// </summary>
internal static class UpdateRehearsal
{
    /// <summary>Does so; nothing is changed by it.</summary>
    /// <param name="case">Any case of the library.</param>
    /// <param name="analysis">How texts become terms.</param>
    /// <param name="searchers">What makes searchers.</param>
    public static void Run(Case @case, TextAnalysis analysis, SearcherFactory searchers)
    {
        using var directory = new RAMDirectory();
        using var writer = LibraryWriter.Open(directory, OpenMode.CREATE_OR_APPEND);
        using var states = new SearcherManager(writer, applyAllDeletes: true, searchers);
        var documents = new LibraryDocuments(analysis);
        var entry = LibraryEntry.Of(@case with { Published = true }, alternates: null);
        for (var time = 0; time < 2; time++)
        {
            // The second time there is something to replace.
            writer.UpdateDocuments(LibraryWriter.IdTerm(@case.Id), documents.Of(entry));
            states.MaybeRefreshBlocking();
        }

        var searcher = states.Acquire();
        _ = new LibrarySignals(searcher).Read(analysis.AnalyzeForIndex(@case.En.Title));
        states.Release(searcher);
    }
}
