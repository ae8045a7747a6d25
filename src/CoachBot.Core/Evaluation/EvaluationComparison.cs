using CoachBot.Core.Knowledge;

namespace CoachBot.Core.Evaluation;

/// <summary>Compares two evaluations case by case.</summary>
public static class EvaluationComparison
{
    /// <summary>
    /// The cases that are answered worse than before: more of their questions miss now. A question with several right cases
    /// counts for each of them.
    /// </summary>
    /// <param name="before">The stored report.</param>
    /// <param name="now">The report of this moment, on the same questions.</param>
    /// <param name="pack">Says which case covers which expected unit.</param>
    public static IReadOnlyList<WorseCase> Worse(EvaluationReport before, EvaluationReport now, KnowledgePack pack)
    {
        var covering = pack.Cases
            .SelectMany(@case => @case.Covers.Select(unit => (unit, @case.Id)))
            .ToLookup(pair => pair.unit, pair => pair.Id, StringComparer.Ordinal);
        var old = ByCase(before);
        var known = before.Misses.Select(miss => miss.Id).ToHashSet(StringComparer.Ordinal);
        return ByCase(now)
            .Select(missed => new WorseCase(
                missed.Key,
                old[missed.Key].Count(),
                missed.Count(),
                missed.Where(miss => !known.Contains(miss.Id)).ToList()))
            .Where(one => one.MissedNow > one.MissedBefore)
            .OrderBy(one => one.CaseId, StringComparer.Ordinal)
            .ToList();

        ILookup<string, Miss> ByCase(EvaluationReport report) => report.Misses
            .Where(miss => miss.Problem == Evaluation.MissedFirst)
            .SelectMany(miss => miss.Expected.Split(", ").SelectMany(unit => covering[unit]).Distinct().Select(id => (id, miss)))
            .ToLookup(pair => pair.id, pair => pair.miss, StringComparer.Ordinal);
    }
}

/// <summary>A case that is answered worse than before.</summary>
/// <param name="CaseId">The case.</param>
/// <param name="MissedBefore">How many of its questions missed.</param>
/// <param name="MissedNow">How many miss now.</param>
/// <param name="New">The questions that did not miss before.</param>
public sealed record WorseCase(string CaseId, int MissedBefore, int MissedNow, IReadOnlyList<Miss> New);
