using System.CommandLine;
using System.Globalization;
using CoachBot.Core.Doctor;
using CoachBot.Core.Evaluation;
using CoachBot.Core.Knowledge;
using CoachBot.Host.Resources;
using CoachBot.Infrastructure.Doctor;
using CoachBot.Infrastructure.Search;

namespace CoachBot.Host.CommandLine;

/// <summary><c>knowledge doctor</c>: what a strict trainer would send back, case by case.</summary>
internal static class KnowledgeDoctorCommand
{
    /// <summary>The command.</summary>
    public static Command Create(SettingsOptions settings, TimeProvider clock)
    {
        var today = new Option<DateOnly?>("--today") { Description = HostTexts.Get("DoctorToday"), CustomParser = Day };
        var against = new Option<string?>("--against") { Description = HostTexts.Get("DoctorAgainst") };
        var json = new Option<bool>("--json") { Description = HostTexts.Get("Json") };
        var command = new Command("doctor", HostTexts.Get("Doctor")) { today, against, json };
        command.SetAction((parsed, cancel) =>
        {
            var stored = parsed.GetValue(against);
            if (stored is not null && !File.Exists(stored))
            {
                Terminal.Complain(HostTexts.Get("EvalNoFile", stored));
                return Task.FromResult(ExitCode.Usage);
            }

            var before = stored is null ? null : EvalCommand.StoredReport(stored);
            var options = settings.Of(parsed);
            var questions = before is null ? null : EvalCommand.Questions(options, []);
            if (stored is not null && questions is null)
            {
                return Task.FromResult(ExitCode.Usage);
            }

            if (OpenedCoach.Open(options) is not { } opened)
            {
                return Task.FromResult(ExitCode.Problems);
            }

            var day = parsed.GetValue(today) ?? DateOnly.FromDateTime(clock.GetLocalNow().DateTime);
            var symptoms = Terminal.Progress(HostTexts.Get("Examining"), progress => Examine(opened, options, day, progress, cancel));
            var worse = before is null ? null : Worse(opened, before, questions!, cancel);
            DoctorReport.Print(symptoms, worse, opened.Coach.Pack, parsed.GetValue(json));
            return Task.FromResult(symptoms.Any(symptom => symptom.Severity == ProblemSeverity.Error) ? ExitCode.Problems : ExitCode.Ok);
        });
        return command;
    }

    private static IReadOnlyList<Symptom> Examine(OpenedCoach opened, KnowledgeOptions options, DateOnly today, IProgress<double>? progress, CancellationToken cancel)
    {
        var checks = IndexChecks.Of(opened.Search.Index, CaseSearch.KnowledgeHome(options.Folder));
        return new CaseDoctor([.. CaseDoctor.OnPaper, .. checks]).Examine(new CheckUp(opened.Coach.Pack, today), progress, cancel);
    }

    private static IReadOnlyList<WorseCase> Worse(OpenedCoach opened, EvaluationReport before, List<EvaluationQuestion> questions, CancellationToken cancel)
    {
        var now = Terminal.Progress(HostTexts.Get("Evaluating"), progress => Evaluation.Run(opened.Coach, questions, progress, cancel));
        return EvaluationComparison.Worse(before, now, opened.Coach.Pack);
    }

    private static DateOnly? Day(System.CommandLine.Parsing.ArgumentResult result)
    {
        var text = result.Tokens.Single().Value;
        if (DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day))
        {
            return day;
        }

        result.AddError(HostTexts.Get("BadDay", text));
        return null;
    }
}
