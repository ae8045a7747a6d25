using System.Globalization;

namespace CoachBot.Core.Evaluation;

/// <summary>The figures under which a change must not fall; a file of its own, so that raising it is a change one can see.</summary>
public sealed record EvaluationFloor
{
    /// <summary>Least share with the right case first, in each language.</summary>
    public required double RecallAt1 { get; init; }

    /// <summary>Least share with the right case among three, in each language.</summary>
    public required double RecallAt3 { get; init; }

    /// <summary>Least share of questions in scope answered with a card, over both languages.</summary>
    public required double Answered { get; init; }

    /// <summary>Most false answers, by difficulty.</summary>
    public required IReadOnlyDictionary<string, double> FalseAnswers { get; init; }

    /// <summary>Most choices offered to questions out of scope, over all of them.</summary>
    public required double ChooseOutOfScope { get; init; }

    /// <summary>Least share of the expected risk signals seen.</summary>
    public required double SignalsSeen { get; init; }

    /// <summary>Most traps that raise a signal.</summary>
    public required double FalseAlarms { get; init; }

    /// <summary>Every figure that lies under the floor, in words; empty when all hold.</summary>
    public IReadOnlyList<string> Breaches(EvaluationReport report)
    {
        var breaches = new List<string>();
        foreach (var group in report.InScope.Where(group => group.Group is "zh" or "en"))
        {
            AtLeast($"Recall@1 {group.Group}", group.RecallAt1, RecallAt1);
            AtLeast($"Recall@3 {group.Group}", group.RecallAt3, RecallAt3);
        }

        foreach (var group in report.InScope.Where(group => group.Group == "all"))
        {
            AtLeast("answered in scope", group.Answered, Answered);
        }

        foreach (var group in report.OutOfScope.Where(group => FalseAnswers.ContainsKey(group.Group)))
        {
            AtMost($"false answers {group.Group}", group.Answered, FalseAnswers[group.Group]);
        }

        foreach (var group in report.OutOfScope.Where(group => group.Group == "all"))
        {
            AtMost("choices out of scope", group.Choose, ChooseOutOfScope);
        }

        if (report.Signals is { } signals)
        {
            AtLeast("signals seen", signals.Seen, SignalsSeen);
            AtMost("false alarms", signals.FalseAlarms, FalseAlarms);
        }

        return breaches;

        void AtLeast(string name, double value, double floor) => Note(value < floor, name, value, "under", floor);

        void AtMost(string name, double value, double ceiling) => Note(value > ceiling, name, value, "over", ceiling);

        void Note(bool broken, string name, double value, string side, double bound)
        {
            if (broken)
            {
                breaches.Add(string.Create(CultureInfo.InvariantCulture, $"{name}: {value:P1} is {side} {bound:P1}"));
            }
        }
    }
}
