using System.CommandLine;
using CoachBot.Core.Documents.Import;
using CoachBot.Host.Resources;
using CoachBot.Infrastructure.Documents;
using CoachBot.Infrastructure.Search;

namespace CoachBot.Host.CommandLine;

/// <summary><c>knowledge import PATH...</c>: what each document gives, and draft cases from the scenes in it.</summary>
internal static class KnowledgeImportCommand
{
    /// <summary>The command.</summary>
    public static Command Create(SettingsOptions settings)
    {
        var paths = new Argument<string[]>("paths") { Description = HostTexts.Get("ImportPaths"), Arity = ArgumentArity.OneOrMore };
        var draft = new Option<bool>("--draft") { Description = HostTexts.Get("ImportDraft") };
        var command = new Command("import", HostTexts.Get("Import")) { paths, draft };
        command.SetAction((parsed, cancel) =>
        {
            var folder = CaseSearch.KnowledgeHome(settings.Of(parsed).Folder);
            if (parsed.GetValue(draft))
            {
                return ModelDrafts.RunAsync(parsed.GetValue(paths)!, folder, cancel);
            }

            var import = new DocumentImport(new DiskFiles(), DocumentReaders.Gate(TimeProvider.System), new DraftFolder(folder));
            var report = Terminal.Progress(HostTexts.Get("Importing"), progress => import.Run(parsed.GetValue(paths)!, new Share(progress), cancel));
            foreach (var outcome in report.Outcomes)
            {
                Terminal.Write(Line(outcome));
            }

            Terminal.Write(HostTexts.Get("ImportTotal", report.Outcomes.Count, report.Passages, report.NewDrafts, Path.Combine(folder, "cases", "drafts")));
            return Task.FromResult(report.HasRefusals ? ExitCode.Problems : ExitCode.Ok);
        });
        return command;
    }

    private static string Line(ImportOutcome outcome) => outcome switch
    {
        ImportOutcome.Taken taken => HostTexts.Get("ImportTaken", taken.File, taken.Passages, taken.NewDrafts.Count, taken.KnownDrafts.Count),
        ImportOutcome.Refused refused => HostTexts.Get("ImportRefused", refused.File, RefusalTexts.Of(refused.Reason)),
        _ => outcome.File,
    };

    private sealed class Share(IProgress<double>? bar) : IProgress<ImportProgress>
    {
        public void Report(ImportProgress value) => bar?.Report((double)value.Done / value.Total);
    }
}
