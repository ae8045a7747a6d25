using CoachBot.Core.Documents.Drafts;

namespace CoachBot.Core.Documents.Import;

/// <summary>
/// Turns documents into draft cases: <c>knowledge import PATH</c>. Importing twice changes nothing, since a draft's id comes
/// from what it says; one bad file never keeps the others out.
/// </summary>
public sealed class DocumentImport(IDocumentFiles files, DocumentGate gate, IDraftStore drafts)
{
    /// <summary>Imports files and everything below folders.</summary>
    /// <param name="paths">Files or folders.</param>
    /// <param name="progress">Hears of every file as it is done.</param>
    /// <param name="cancel">Stops between two files.</param>
    public ImportReport Run(IReadOnlyList<string> paths, IProgress<ImportProgress> progress, CancellationToken cancel)
    {
        var found = paths.Select(path => (Path: path, Files: files.Find(path))).ToList();
        var all = found.SelectMany(pair => pair.Files).DistinctBy(file => file.Path).ToList();
        var names = DocumentNames.Of(all.Select(file => file.Name).Distinct().ToList());
        var outcomes = new List<ImportOutcome>(
            found.Where(pair => pair.Files.Count == 0).Select(pair => new ImportOutcome.Refused(pair.Path, RefusalReason.Unreadable)));
        foreach (var file in all)
        {
            cancel.ThrowIfCancellationRequested();
            outcomes.Add(Import(file, names[file.Name], cancel));
            progress.Report(new ImportProgress(outcomes.Count, all.Count, outcomes[^1]));
        }

        return new ImportReport(outcomes);
    }

    private ImportOutcome Import(DocumentFile file, string name, CancellationToken cancel)
    {
        if (!gate.Knows(file.Path) || file.Bytes > DocumentGate.MostBytes)
        {
            return new ImportOutcome.Refused(file.Name, gate.Knows(file.Path) ? RefusalReason.TooLarge : RefusalReason.UnknownFormat);
        }

        if (files.Read(file) is not { } content)
        {
            return new ImportOutcome.Refused(file.Name, RefusalReason.Unreadable);
        }

        return gate.Open(name, file.Path, content, cancel) switch
        {
            DocumentOutcome.Read read => Keep(file, read.Document),
            DocumentOutcome.Refused refused => new ImportOutcome.Refused(file.Name, refused.Reason),
            var other => throw new InvalidOperationException(other.GetType().Name),
        };
    }

    private ImportOutcome Keep(DocumentFile file, Document document)
    {
        var passages = PassageCutter.Cut(document);
        if (passages.Count == 0)
        {
            return new ImportOutcome.Refused(file.Name, RefusalReason.Empty);
        }

        var proposed = DraftProposer.Propose(passages).ToLookup(drafts.Add, draft => draft.Id);
        return new ImportOutcome.Taken(file.Name, document.Name, passages.Count, proposed[true].ToList(), proposed[false].ToList());
    }
}
