using System.CommandLine;
using CoachBot.Core.Coverage;
using CoachBot.Core.Knowledge;
using CoachBot.Host.Resources;
using CoachBot.Infrastructure.Knowledge;
using CoachBot.Infrastructure.Search;

namespace CoachBot.Host.CommandLine;

/// <summary><c>knowledge coverage [CATALOGUE]</c>: which units of the catalogue the cases answer for.</summary>
internal static class KnowledgeCoverageCommand
{
    private static readonly string DefaultCatalogue = Path.Combine("..", "shared", "catalogue");

    /// <summary>The command.</summary>
    public static Command Create(SettingsOptions settings)
    {
        var catalogue = new Argument<string?>("catalogue") { Description = HostTexts.Get("CoverageCatalogue"), Arity = ArgumentArity.ZeroOrOne };
        var json = new Option<bool>("--json") { Description = HostTexts.Get("Json") };
        var command = new Command("coverage", HostTexts.Get("Coverage")) { catalogue, json };
        command.SetAction(parsed =>
        {
            if (Catalogue(parsed.GetValue(catalogue) ?? DefaultCatalogue) is not { } units)
            {
                return ExitCode.Usage;
            }

            var folder = CaseSearch.KnowledgeHome(settings.Of(parsed).Folder);
            var reading = Terminal.Wait(HostTexts.Get("Reading"), () => new KnowledgeFolder(folder).Read());
            var broken = reading.Problems.Where(problem => problem.Severity == ProblemSeverity.Error).Select(problem => problem.File).Distinct().Count();
            if (broken > 0)
            {
                Terminal.Complain(HostTexts.Get("ProblemsFound", broken));
            }

            var report = CoverageReport.Of(reading.Pack, units);
            CoverageListing.Print(report, parsed.GetValue(json));
            return report.HasProblems ? ExitCode.Problems : ExitCode.Ok;
        });
        return command;
    }

    private static IReadOnlyList<CatalogueUnit>? Catalogue(string folder)
    {
        if (!Directory.Exists(folder))
        {
            Terminal.Complain(HostTexts.Get("CoverageNoFolder", folder));
            return null;
        }

        try
        {
            var units = CatalogueFolder.Read(folder);
            if (units.Count > 0)
            {
                return units;
            }

            Terminal.Complain(HostTexts.Get("CoverageNoUnits", folder));
        }
        catch (FormatException e)
        {
            Terminal.Complain(e.Message);
        }

        return null;
    }
}
