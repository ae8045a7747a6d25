using CoachBot.Core.Doctor;
using CoachBot.Core.Knowledge;
using CoachBot.Core.Search;

namespace CoachBot.Infrastructure.Doctor;

/// <summary>A typical question that finds another case although the index has read it: whoever asks it gets the wrong card.</summary>
internal sealed class TypicalQuestionsLostCheck(ICaseIndex index) : ICaseCheck
{
    /// <inheritdoc />
    public string Name => "asks-lost";

    /// <inheritdoc />
    public IEnumerable<Symptom> Examine(CheckUp checkUp) => checkUp.Pack.Cases.Where(@case => @case.Published).SelectMany(Examine);

    private IEnumerable<Symptom> Examine(Case @case)
    {
        var asks = @case.Zh.Asks.Concat(@case.En.Asks).ToList();
        var lost = asks
            .Select(text => new TriedQuestion(@case.Id, text, Typical: true, index.Find(new CaseQuery(text))))
            .Where(tried => tried.WrongCard is not null || tried.First?.Id != @case.Id)
            .ToList();
        if (lost.Count > 0)
        {
            var shown = IndexChecks.Show(lost.Select(tried => (tried.Text, tried.WrongCard ?? tried.First?.Id)));
            yield return new Symptom(@case.Id, Name, ProblemSeverity.Error, DoctorTexts.Get("AsksLost", lost.Count, asks.Count, shown));
        }
    }
}
