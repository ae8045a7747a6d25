using System.Globalization;
using CoachBot.Core.Evaluation;
using CoachBot.Host.Resources;
using Spectre.Console;

namespace CoachBot.Host.CommandLine;

/// <summary>The report of an evaluation as tables.</summary>
internal static class EvalReport
{
    /// <summary>Prints the report.</summary>
    public static void Print(EvaluationReport report, bool misses)
    {
        if (report.InScope.Count > 0)
        {
            Terminal.Write(InScope(report.InScope));
        }

        if (report.OutOfScope.Count > 0)
        {
            Terminal.Write(OutOfScope(report.OutOfScope));
        }

        if (report.Signals is { } signals)
        {
            Terminal.Write(HostTexts.Get("SignalsHead"));
            Terminal.Write(HostTexts.Get("SignalsLine", signals.Questions, signals.Seen, signals.Traps, signals.FalseAlarms));
        }

        foreach (var miss in misses ? report.Misses : [])
        {
            Terminal.Write($"\n{miss.Id} [{miss.Problem}] {miss.Question}\n  + {miss.Expected}\n  - {miss.Got}\n  ? {miss.Why}");
        }
    }

    private static Table InScope(IReadOnlyList<FindingFigures> groups)
    {
        var table = New("InScope", "R@1", "R@3", "MRR@5", HostTexts.Get("AnsweredCol"), HostTexts.Get("AnsweredRightCol"), HostTexts.Get("ChooseCol"), HostTexts.Get("RedirectCol"), HostTexts.Get("NoneCol"));
        foreach (var group in groups)
        {
            table.AddRow(group.Group, Count(group.Questions), Share(group.RecallAt1), Share(group.RecallAt3), group.MeanReciprocalRank.ToString("F3", CultureInfo.InvariantCulture),
                Share(group.Answered), Share(group.AnsweredRight), Share(group.Choose), Share(group.Redirected), Share(group.None));
        }

        return table;
    }

    private static Table OutOfScope(IReadOnlyList<RefusalFigures> groups)
    {
        var table = New("OutOfScope", HostTexts.Get("AnsweredCol"), HostTexts.Get("ChooseCol"), HostTexts.Get("RedirectCol"), HostTexts.Get("NoneCol"));
        foreach (var group in groups)
        {
            table.AddRow(group.Group, Count(group.Questions), Share(group.Answered), Share(group.Choose), Share(group.Redirected), Share(group.None));
        }

        return table;
    }

    private static Table New(string title, params string[] columns)
    {
        var table = new Table().Title(HostTexts.Get(title)).Border(TableBorder.Markdown);
        foreach (var column in columns.Prepend(HostTexts.Get("Questions")).Prepend(HostTexts.Get("Group")))
        {
            table.AddColumn(column);
        }

        return table;
    }

    private static string Count(int count) => count.ToString(CultureInfo.InvariantCulture);

    private static string Share(double share) => (share * 100).ToString("F1", CultureInfo.InvariantCulture);
}
