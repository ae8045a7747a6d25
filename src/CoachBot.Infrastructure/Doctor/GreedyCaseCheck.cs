using CoachBot.Core.Doctor;
using CoachBot.Core.Knowledge;

namespace CoachBot.Infrastructure.Doctor;

/// <summary>A case that answers what was written for others: it hurts them all, so it is the one to mend.</summary>
internal sealed class GreedyCaseCheck(Lazy<List<TriedQuestion>> tried) : ICaseCheck
{
    private const int MostTaken = 8;
    private const int ShownAtMost = 3;

    /// <inheritdoc />
    public string Name => "greedy";

    /// <inheritdoc />
    public IEnumerable<Symptom> Examine(CheckUp checkUp) =>
        from taken in tried.Value.Where(question => question.WrongCard is not null).GroupBy(question => question.WrongCard!)
        where taken.Count() > MostTaken && checkUp.Pack.Cases.Any(@case => @case.Id == taken.Key)
        let victims = IndexChecks.Count(taken.Select(question => question.CaseId))
        let shown = string.Join("; ", taken.Take(ShownAtMost).Select(question => $"\"{question.Text}\" ({question.CaseId})"))
        select new Symptom(taken.Key, Name, ProblemSeverity.Warning, DoctorTexts.Get("Greedy", taken.Count(), victims, shown));
}
