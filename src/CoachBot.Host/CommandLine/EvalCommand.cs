using System.CommandLine;
using System.Text.Json;
using CoachBot.Core.Evaluation;
using CoachBot.Host.Resources;
using CoachBot.Infrastructure.Search;

namespace CoachBot.Host.CommandLine;

/// <summary><c>eval [FILES]</c>: the figures of finding and refusing.</summary>
internal static class EvalCommand
{
    /// <summary>The command.</summary>
    public static Command Create(SettingsOptions settings)
    {
        var files = new Argument<string[]>("files") { Description = HostTexts.Get("EvalFiles"), Arity = ArgumentArity.ZeroOrMore };
        var json = new Option<bool>("--json") { Description = HostTexts.Get("Json") };
        var floor = new Option<string?>("--floor") { Description = HostTexts.Get("EvalFloor") };
        var misses = new Option<bool>("--misses") { Description = HostTexts.Get("EvalMisses") };
        var command = new Command("eval", HostTexts.Get("Eval")) { files, json, floor, misses };
        command.SetAction((parsed, cancel) =>
        {
            var options = settings.Of(parsed);
            if (Questions(options, parsed.GetValue(files) ?? []) is not { } questions)
            {
                return Task.FromResult(ExitCode.Usage);
            }

            if (OpenedCoach.Open(options) is not { } opened)
            {
                return Task.FromResult(ExitCode.Problems);
            }

            var report = Terminal.Progress(HostTexts.Get("Evaluating"), progress => Evaluation.Run(opened.Coach, questions, progress, cancel));
            if (parsed.GetValue(json))
            {
                Terminal.Write(JsonSerializer.Serialize(report, EvaluationJson.Default.EvaluationReport));
            }
            else
            {
                EvalReport.Print(report, parsed.GetValue(misses));
            }

            return Task.FromResult(parsed.GetValue(floor) is { } path ? Compare(report, path) : ExitCode.Ok);
        });
        return command;
    }

    /// <summary>A report that was stored with <c>--json</c>; null, with the reason on standard error, when the file is none.</summary>
    public static EvaluationReport? StoredReport(string path)
    {
        try
        {
            return JsonSerializer.Deserialize(File.ReadAllText(path), EvaluationJson.Default.EvaluationReport);
        }
        catch (JsonException e)
        {
            Terminal.Complain(HostTexts.Get("EvalBadReport", path, e.Message));
            return null;
        }
    }

    /// <summary>The questions of the named files, or of the knowledge folder; null, with the reason on standard error, when one is not usable.</summary>
    public static List<EvaluationQuestion>? Questions(KnowledgeOptions options, string[] named)
    {
        var folder = Path.Combine(CaseSearch.KnowledgeHome(options.Folder), "evaluation");
        var files = named.Length > 0 ? named
            : Directory.Exists(folder) ? Directory.GetFiles(folder, "*.jsonl").Order(StringComparer.Ordinal).ToArray()
            : [];
        if (files.Length == 0)
        {
            Terminal.Complain(HostTexts.Get("EvalNoFiles", folder));
            return null;
        }

        if (Array.Find(files, file => !File.Exists(file)) is { } missing)
        {
            Terminal.Complain(HostTexts.Get("EvalNoFile", missing));
            return null;
        }

        try
        {
            return files.SelectMany(EvaluationQuestion.ReadFile).ToList();
        }
        catch (FormatException e)
        {
            Terminal.Complain(HostTexts.Get("EvalBadFile", e.Message));
            return null;
        }
    }

    private static int Compare(EvaluationReport report, string path)
    {
        if (!File.Exists(path))
        {
            Terminal.Complain(HostTexts.Get("EvalNoFile", path));
            return ExitCode.Usage;
        }

        var floor = JsonSerializer.Deserialize(File.ReadAllText(path), EvaluationJson.Default.EvaluationFloor)!;
        var breaches = floor.Breaches(report);
        if (breaches.Count == 0)
        {
            Terminal.Note(HostTexts.Get("FloorHolds"));
            return ExitCode.Ok;
        }

        Terminal.Complain(HostTexts.Get("FloorBreached"));
        foreach (var breach in breaches)
        {
            Terminal.Complain("  " + breach);
        }

        return ExitCode.Problems;
    }
}
