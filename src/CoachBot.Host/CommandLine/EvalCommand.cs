using System.Collections.Concurrent;
using System.CommandLine;
using System.Text.Json;
using CoachBot.Core.Coaching;
using CoachBot.Core.Drafting;
using CoachBot.Core.Evaluation;
using CoachBot.Host.Resources;
using CoachBot.Infrastructure.Search;

namespace CoachBot.Host.CommandLine;

/// <summary><c>eval [FILES]</c>: the figures of finding and refusing.</summary>
internal static class EvalCommand
{
    private const int AskedAtOnce = 8;

    /// <summary>The command.</summary>
    public static Command Create(SettingsOptions settings)
    {
        var files = new Argument<string[]>("files") { Description = HostTexts.Get("EvalFiles"), Arity = ArgumentArity.ZeroOrMore };
        var json = new Option<bool>("--json") { Description = HostTexts.Get("Json") };
        var floor = new Option<string?>("--floor") { Description = HostTexts.Get("EvalFloor") };
        var misses = new Option<bool>("--misses") { Description = HostTexts.Get("EvalMisses") };
        var with = ConfiguredModel.Option();
        var command = new Command("eval", HostTexts.Get("Eval")) { files, json, floor, misses, with };
        command.SetAction(async (parsed, cancel) =>
        {
            var options = settings.Of(parsed);
            if (Questions(options, parsed.GetValue(files) ?? []) is not { } questions)
            {
                return ExitCode.Usage;
            }

            if (OpenedCoach.Open(options) is not { } opened)
            {
                return ExitCode.Problems;
            }

            var report = Terminal.Progress(HostTexts.Get("Evaluating"), progress => Evaluation.Run(opened.Coach, questions, progress, cancel));
            Print(report, parsed.GetValue(json), parsed.GetValue(misses));
            if (parsed.GetValue(with) is not null)
            {
                if (await ConfiguredModel.PassAsync(opened, options, cancel) is not { } model)
                {
                    return ExitCode.Problems;
                }

                Terminal.Note(HostTexts.Get("EvalWithModel"));
                Print(await WithModelAsync(opened, model, questions, cancel), parsed.GetValue(json), parsed.GetValue(misses));
            }

            return parsed.GetValue(floor) is { } path ? Compare(report, path) : ExitCode.Ok;
        });
        return command;
    }

    private static void Print(EvaluationReport report, bool json, bool misses)
    {
        if (json)
        {
            Terminal.Write(JsonSerializer.Serialize(report, EvaluationJson.Default.EvaluationReport));
        }
        else
        {
            EvalReport.Print(report, misses);
        }
    }

    // Some at a time: an endpoint answers in parallel what it would take long to answer one by one.
    private static async Task<EvaluationReport> WithModelAsync(OpenedCoach opened, IModelPass model, List<EvaluationQuestion> questions, CancellationToken cancel)
    {
        var answers = new ConcurrentDictionary<string, Answer>(StringComparer.Ordinal);
        var texts = questions.Select(question => question.Text).Distinct().ToList();
        await Terminal.ProgressAsync(HostTexts.Get("Evaluating"), async progress =>
        {
            await Parallel.ForEachAsync(texts, new ParallelOptions { MaxDegreeOfParallelism = AskedAtOnce, CancellationToken = cancel }, async (text, stop) =>
            {
                answers[text] = await model.ImproveAsync(opened.Coach.Answer(text, explain: true), null, stop);
                progress?.Report((double)answers.Count / texts.Count);
            });
            return answers.Count;
        });
        return Evaluation.Run(text => answers[text], questions, null, cancel);
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
