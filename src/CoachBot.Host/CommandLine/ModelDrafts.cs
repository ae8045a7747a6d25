using CoachBot.Core.Documents;
using CoachBot.Host.Resources;
using CoachBot.Infrastructure.Documents;
using CoachBot.Infrastructure.Drafting;

namespace CoachBot.Host.CommandLine;

/// <summary><c>knowledge import --draft</c>: draft cases with both faces from the passages of documents.</summary>
internal static class ModelDrafts
{
    /// <summary>Drafts from files and everything below folders, and says what became of each section.</summary>
    public static async Task<int> RunAsync(string[] paths, string knowledgeFolder, CancellationToken cancel)
    {
        if (ConfiguredModel.Open() is not { } model)
        {
            return ExitCode.Problems;
        }

        var passages = Passages(paths, cancel);
        var outcomes = await Terminal.ProgressAsync(HostTexts.Get("Drafting"), progress =>
            model.DraftAsync(passages, Path.Combine(knowledgeFolder, "cases"), progress, cancel));
        if (outcomes is null)
        {
            Terminal.Complain(HostTexts.Get("NoChatModel", AzureOpenAIOptions.Section));
            return ExitCode.Problems;
        }

        foreach (var outcome in outcomes)
        {
            Terminal.Write(HostTexts.Get("Draft" + outcome.State, outcome.Passage, outcome.File ?? "", outcome.Dropped));
        }

        return outcomes.Any(outcome => outcome.State == DraftState.NoAnswer) ? ExitCode.Problems : ExitCode.Ok;
    }

    private static List<Passage> Passages(string[] paths, CancellationToken cancel)
    {
        var files = new DiskFiles();
        var found = paths.SelectMany(files.Find).DistinctBy(file => file.Path).ToList();
        var names = DocumentNames.Of(found.Select(file => file.Name).Distinct().ToList());
        var gate = DocumentReaders.Gate(TimeProvider.System);
        var section = 0;
        var passages = new List<Passage>();
        foreach (var file in found)
        {
            if (files.Read(file) is { } content && gate.Open(names[file.Name], file.Path, content, cancel) is DocumentOutcome.Read read)
            {
                // Sections are numbered within a document; here they must not meet.
                var cut = PassageCutter.Cut(read.Document);
                passages.AddRange(cut.Select(passage => passage with { Section = passage.Section + section }));
                section += cut.Count == 0 ? 0 : cut.Max(passage => passage.Section) + 1;
            }
        }

        return passages;
    }
}
