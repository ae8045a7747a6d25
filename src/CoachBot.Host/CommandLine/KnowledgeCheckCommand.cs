using System.CommandLine;
using CoachBot.Core.Knowledge;
using CoachBot.Host.Resources;
using CoachBot.Infrastructure.Knowledge;
using CoachBot.Infrastructure.Search;

namespace CoachBot.Host.CommandLine;

/// <summary><c>knowledge check</c>: every problem of every file.</summary>
internal static class KnowledgeCheckCommand
{
    /// <summary>The command.</summary>
    public static Command Create(SettingsOptions settings)
    {
        var command = new Command("check", HostTexts.Get("Check"));
        command.SetAction(parsed =>
        {
            var folder = CaseSearch.KnowledgeHome(settings.Of(parsed).Folder);
            var reading = Terminal.Wait(HostTexts.Get("Reading"), () => new KnowledgeFolder(folder).Read());
            foreach (var problem in reading.Problems)
            {
                Terminal.Write(problem.ToString());
            }

            Terminal.Write(Summary(reading));
            return reading.HasErrors ? ExitCode.Problems : ExitCode.Ok;
        });
        return command;
    }

    private static string Summary(KnowledgeReading reading)
    {
        var errors = reading.Problems.Count(problem => problem.Severity == ProblemSeverity.Error);
        var warnings = reading.Problems.Count - errors;
        var alternates = reading.Pack.Alternates.Sum(entry => entry.Hands.Sum(hand => hand.Zh.Count + hand.En.Count));
        return errors > 0
            ? HostTexts.Get("CheckBad", errors, warnings)
            : HostTexts.Get("CheckOk", reading.Pack.Cases.Count, reading.Pack.Redirects.Count, alternates, warnings);
    }
}
