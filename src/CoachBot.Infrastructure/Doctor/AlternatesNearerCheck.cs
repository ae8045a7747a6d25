using CoachBot.Core.Doctor;
using CoachBot.Core.Knowledge;

namespace CoachBot.Infrastructure.Doctor;

/// <summary>Alternates that are nearer to another case: left out of the index, they bring that case's card.</summary>
internal sealed class AlternatesNearerCheck(Lazy<List<TriedQuestion>> tried) : ICaseCheck
{
    private const double MostLost = 0.08;
    private const int ShownAtMost = 4;

    /// <inheritdoc />
    public string Name => "alternates-nearer-to-another";

    /// <inheritdoc />
    public IEnumerable<Symptom> Examine(CheckUp checkUp) =>
        from asked in tried.Value.Where(question => !question.Typical).GroupBy(question => question.CaseId)
        let lost = asked.Where(question => question.WrongCard is not null).ToList()
        where lost.Count > asked.Count() * MostLost
        select new Symptom(asked.Key, Name, ProblemSeverity.Warning, Text(lost, asked.Count()));

    private static string Text(List<TriedQuestion> lost, int all) => DoctorTexts.Get(
        "AlternatesNearer",
        lost.Count,
        all,
        IndexChecks.Count(lost.Select(question => question.WrongCard!)),
        IndexChecks.Show(lost.OrderByDescending(Margin).Take(ShownAtMost).Select(question => (question.Text, question.WrongCard))));

    // How much surer the index is of the wrong case than of the right one.
    private static double Margin(TriedQuestion question) =>
        (question.First?.Score ?? 0) - (question.Findings.Cases.FirstOrDefault(hit => hit.Id == question.CaseId)?.Score ?? 0);
}
