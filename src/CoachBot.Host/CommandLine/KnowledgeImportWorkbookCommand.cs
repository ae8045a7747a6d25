using System.CommandLine;
using CoachBot.Core.Knowledge;
using CoachBot.Host.Resources;
using CoachBot.Infrastructure.Export;

namespace CoachBot.Host.CommandLine;

/// <summary><c>knowledge import-xlsx FILE --into FOLDER</c>: makes a knowledge folder of the workbook that <c>knowledge export</c> wrote.</summary>
internal static class KnowledgeImportWorkbookCommand
{
    /// <summary>The command.</summary>
    public static Command Create()
    {
        var file = new Argument<string>("file") { Description = HostTexts.Get("ImportWorkbookFile") };
        var into = new Option<string>("--into") { Description = HostTexts.Get("ImportWorkbookInto"), Required = true };
        var replace = new Option<bool>("--replace") { Description = HostTexts.Get("ImportWorkbookReplace") };
        var command = new Command("import-xlsx", HostTexts.Get("ImportWorkbook")) { file, into, replace };
        command.SetAction(parsed =>
        {
            var (path, folder) = (parsed.GetValue(file)!, parsed.GetValue(into)!);
            if (!File.Exists(path))
            {
                Terminal.Complain(HostTexts.Get("EvalNoFile", path));
                return ExitCode.Usage;
            }

            if (!parsed.GetValue(replace) && Directory.Exists(folder) && Directory.EnumerateFileSystemEntries(folder).Any())
            {
                Terminal.Complain(HostTexts.Get("ImportWorkbookNotEmpty", folder));
                return ExitCode.Usage;
            }

            return Import(path, folder);
        });
        return command;
    }

    private static int Import(string path, string folder)
    {
        try
        {
            var reading = Terminal.Wait(HostTexts.Get("Reading"), () => PackWorkbook.Import(path, folder));
            foreach (var problem in reading.Problems)
            {
                Terminal.Write(problem.ToString());
            }

            Terminal.Write(HostTexts.Get("ImportWorkbookDone", reading.Pack.Cases.Count, folder, reading.Problems.Count(problem => problem.Severity == ProblemSeverity.Error)));
            return reading.HasErrors ? ExitCode.Problems : ExitCode.Ok;
        }
        catch (FormatException e)
        {
            Terminal.Complain(e.Message);
            return ExitCode.Problems;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            Terminal.Complain(HostTexts.Get("CannotWrite", folder, e.Message));
            return ExitCode.Problems;
        }
    }
}
