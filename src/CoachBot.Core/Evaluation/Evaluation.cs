using System.Globalization;
using CoachBot.Core.Coaching;

namespace CoachBot.Core.Evaluation;

/// <summary>Asks the engine questions whose right answers are known, and counts.</summary>
public static class Evaluation
{
    /// <summary>The problem of a question whose first match is wrong.</summary>
    public const string MissedFirst = "missed";

    /// <summary>Asks the engine all questions.</summary>
    /// <param name="coach">The engine.</param>
    /// <param name="questions">The questions.</param>
    /// <param name="progress">Told the share done, 0 to 1.</param>
    /// <param name="cancel">Stops between questions.</param>
    public static EvaluationReport Run(
        Coach coach, IReadOnlyList<EvaluationQuestion> questions, IProgress<double>? progress, CancellationToken cancel) =>
        Run(text => coach.Answer(text, explain: true), questions, progress, cancel);

    /// <summary>Asks all questions of whatever answers them.</summary>
    /// <param name="answer">What answers.</param>
    /// <param name="questions">The questions.</param>
    /// <param name="progress">Told the share done, 0 to 1.</param>
    /// <param name="cancel">Stops between questions.</param>
    public static EvaluationReport Run(
        Func<string, Answer> answer, IReadOnlyList<EvaluationQuestion> questions, IProgress<double>? progress, CancellationToken cancel)
    {
        var asked = new List<Asked>(questions.Count);
        foreach (var question in questions)
        {
            cancel.ThrowIfCancellationRequested();
            asked.Add(new Asked(question, answer(question.Text)));
            progress?.Report((double)asked.Count / questions.Count);
        }

        var inScope = asked.Where(one => one.Question is { Alerts: null, Expect.Count: > 0 }).ToList();
        var outOfScope = asked.Where(one => one.Question is { Alerts: null, Expect.Count: 0 }).ToList();
        return new EvaluationReport
        {
            InScope = Groups(inScope, one => one.Face, one => one.Question.Style ?? "", Finding),
            OutOfScope = Groups(outOfScope, one => one.Question.Difficulty ?? "", _ => "", Refusal),
            Signals = Signals(asked.Where(one => one.Question.Alerts is not null).ToList()),
            Misses = asked.Select(one => one.Miss()).OfType<Miss>().ToList(),
        };
    }

    private static List<T> Groups<T>(List<Asked> asked, Func<Asked, string> first, Func<Asked, string> second, Func<string, List<Asked>, T> count) =>
        asked.Count == 0 ? [] : [.. By(asked, first, count), .. By(asked, second, count), count("all", asked)];

    private static IEnumerable<T> By<T>(List<Asked> asked, Func<Asked, string> group, Func<string, List<Asked>, T> count) => asked
        .GroupBy(group)
        .Where(part => part.Key.Length > 0)
        .OrderBy(part => part.Key, StringComparer.Ordinal)
        .Select(part => count(part.Key, part.ToList()));

    private static FindingFigures Finding(string group, List<Asked> asked) => new(
        group,
        asked.Count,
        Share(asked, one => one.Rank == 1),
        Share(asked, one => one.Rank is >= 1 and <= 3),
        asked.Average(one => one.Rank == 0 ? 0 : 1d / one.Rank),
        Share(asked, one => one.Answer.Outcome == Outcome.Answered),
        Share(asked.Where(one => one.Answer.Outcome == Outcome.Answered).ToList(), one => one.Rank == 1),
        Share(asked, one => one.Answer.Outcome == Outcome.Choose),
        Share(asked, one => one.Answer.Outcome == Outcome.Redirect),
        Share(asked, one => one.Answer.Outcome == Outcome.None));

    private static RefusalFigures Refusal(string group, List<Asked> asked) => new(
        group,
        asked.Count,
        Share(asked, one => one.Answer.Outcome == Outcome.Answered),
        Share(asked, one => one.Answer.Outcome == Outcome.Choose),
        Share(asked, one => one.Answer.Outcome == Outcome.Redirect),
        Share(asked, one => one.Answer.Outcome == Outcome.None));

    private static SignalFigures? Signals(List<Asked> asked)
    {
        if (asked.Count == 0)
        {
            return null;
        }

        var traps = asked.Where(one => one.Question.Alerts!.Count == 0).ToList();
        var expected = asked.SelectMany(one => one.Question.Alerts!.Select(id => one.Answer.Alerts.Any(alert => alert.Id == id))).ToList();
        return new SignalFigures(
            asked.Count - traps.Count,
            traps.Count,
            expected.Count == 0 ? 1 : (double)expected.Count(seen => seen) / expected.Count,
            Share(traps, one => one.Answer.Alerts.Count > 0));
    }

    private static double Share(List<Asked> asked, Func<Asked, bool> test) => asked.Count == 0 ? 0 : (double)asked.Count(test) / asked.Count;

    private sealed record Asked(EvaluationQuestion Question, Answer Answer)
    {
        /// <summary>Rank of the first right match, 0 when there is none.</summary>
        public int Rank { get; } = 1 + Answer.Matches.ToList().FindIndex(match => match.Covers.Any(Question.Expect.Contains));

        /// <summary>The face that carries the question: mixed and Traditional ones are Chinese.</summary>
        public string Face => Question.Lang == "en" ? "en" : "zh";

        public Miss? Miss() => Problem() is not { } problem ? null : new Miss(
            Question.Id,
            Question.Text,
            problem,
            string.Join(", ", Question.Alerts ?? Question.Expect),
            Question.Alerts is null
                ? string.Join(", ", Answer.Matches.Take(3).Select(match => string.Create(CultureInfo.InvariantCulture, $"{match.Id} {match.Score:F2}")))
                : string.Join(", ", Answer.Alerts.Select(alert => alert.Id)),
            Question.Alerts is null && Answer.Matches is [{ Why: { } why }, ..]
                ? string.Create(CultureInfo.InvariantCulture, $"nearest “{why.NearestAlternate}”, vote {why.Vote:F2}, terms {string.Join(' ', why.Terms)}")
                : "");

        private string? Problem() => Question switch
        {
            { Alerts: { } alerts } => alerts.ToHashSet().SetEquals(Answer.Alerts.Select(alert => alert.Id)) ? null : "signals",
            { Expect.Count: 0 } => Answer.Outcome == Outcome.Answered ? "false answer" : null,
            _ => Rank == 1 ? null : MissedFirst,
        };
    }
}
