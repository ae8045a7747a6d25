using System.CommandLine;
using CoachBot.Core.Knowledge;
using CoachBot.Host.Resources;
using CoachBot.Infrastructure.Export;
using CoachBot.Infrastructure.Knowledge;
using CoachBot.Infrastructure.Search;

namespace CoachBot.Host.CommandLine;

/// <summary><c>knowledge export FOLDER</c>: the pack on paper and as a workbook to edit.</summary>
internal static class KnowledgeExportCommand
{
    private const string Document = "knowledge.docx";
    private const string Workbook = "knowledge.xlsx";

    /// <summary>The command.</summary>
    public static Command Create(SettingsOptions settings, TimeProvider clock)
    {
        var target = new Argument<string>("folder") { Description = HostTexts.Get("ExportFolder") };
        var command = new Command("export", HostTexts.Get("Export")) { target };
        command.SetAction(parsed =>
        {
            var reading = Terminal.Wait(HostTexts.Get("Reading"), () => new KnowledgeFolder(CaseSearch.KnowledgeHome(settings.Of(parsed).Folder)).Read());
            if (reading.HasErrors)
            {
                Terminal.Complain(HostTexts.Get("ExportBroken"));
                foreach (var problem in reading.Problems.Where(problem => problem.Severity == ProblemSeverity.Error))
                {
                    Terminal.Complain("  " + problem);
                }

                return ExitCode.Problems;
            }

            return Write(reading.Pack, parsed.GetValue(target)!, DateOnly.FromDateTime(clock.GetLocalNow().DateTime));
        });
        return command;
    }

    private static int Write(KnowledgePack pack, string folder, DateOnly today)
    {
        try
        {
            Directory.CreateDirectory(folder);
            var document = Path.Combine(folder, Document);
            var workbook = Path.Combine(folder, Workbook);
            PackDocument.Write(pack, document, today);
            PackWorkbook.Write(pack, workbook);
            Terminal.Write(HostTexts.Get("ExportDone", pack.Cases.Count, document, workbook));
            return ExitCode.Ok;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            Terminal.Complain(HostTexts.Get("CannotWrite", folder, e.Message));
            return ExitCode.Problems;
        }
    }
}
