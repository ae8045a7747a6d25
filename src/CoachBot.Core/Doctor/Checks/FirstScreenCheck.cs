using CoachBot.Core.Knowledge;

namespace CoachBot.Core.Doctor.Checks;

/// <summary>Say and Do must fit a phone's first screens.</summary>
internal sealed class FirstScreenCheck : ICaseCheck
{
    private const int MostChinese = 600;
    private const int MostEnglish = 1200;

    /// <inheritdoc />
    public string Name => "first-screen";

    /// <inheritdoc />
    public IEnumerable<Symptom> Examine(CheckUp checkUp) =>
        from @case in checkUp.Pack.Cases
        from spoken in SpokenFace.Of(@case)
        let length = spoken.Face.Say.Concat(spoken.Face.Do).Sum(line => line.Length)
        let most = spoken.IsChinese ? MostChinese : MostEnglish
        where length > most
        select new Symptom(@case.Id, Name, ProblemSeverity.Error, DoctorTexts.Get("FirstScreen", spoken.Language, length, most));
}
