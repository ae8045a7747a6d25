using CoachBot.Core.Doctor;
using CoachBot.Core.Knowledge;

namespace CoachBot.Infrastructure.Doctor;

/// <summary>Typical questions that would not find their case if they did not stand in it: questions near them will not either.</summary>
internal sealed class TypicalQuestionsHardCheck(Lazy<List<TriedQuestion>> tried) : ICaseCheck
{
    private const double LeastOffered = 0.6;
    private const int ShownAtMost = 4;

    /// <inheritdoc />
    public string Name => "asks-hard";

    /// <inheritdoc />
    public IEnumerable<Symptom> Examine(CheckUp checkUp) =>
        from asked in tried.Value.Where(question => question.Typical).GroupBy(question => question.CaseId)
        let all = asked.Count()
        let missed = asked.Where(question => !question.Offered).ToList()
        where all - missed.Count < all * LeastOffered
        let shown = IndexChecks.Show(missed.Take(ShownAtMost).Select(question => (question.Text, question.WrongCard)))
        select new Symptom(asked.Key, Name, ProblemSeverity.Warning, DoctorTexts.Get("AsksHard", missed.Count, all, shown));
}
