using CoachBot.Core.Knowledge;

namespace CoachBot.Core.Doctor.Checks;

/// <summary>A case that staff can ask for in fewer than twenty ways a language.</summary>
internal sealed class FewAlternatesCheck : ICaseCheck
{
    private const int Fewest = 20;

    /// <inheritdoc />
    public string Name => "few-alternates";

    /// <inheritdoc />
    public IEnumerable<Symptom> Examine(CheckUp checkUp)
    {
        var alternates = checkUp.Pack.Alternates.ToDictionary(entry => entry.Id, StringComparer.Ordinal);
        return
            from @case in checkUp.Pack.Cases
            where @case.Published
            let hands = alternates.GetValueOrDefault(@case.Id)?.Hands ?? []
            from face in new[] { (Language: "zh", Count: hands.Sum(hand => hand.Zh.Count)), (Language: "en", Count: hands.Sum(hand => hand.En.Count)) }
            where face.Count < Fewest
            select new Symptom(@case.Id, Name, ProblemSeverity.Warning, DoctorTexts.Get("FewAlternates", face.Language, face.Count, Fewest));
    }
}
