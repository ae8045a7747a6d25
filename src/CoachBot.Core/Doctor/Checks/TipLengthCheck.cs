using CoachBot.Core.Knowledge;

namespace CoachBot.Core.Doctor.Checks;

/// <summary>A tip that is longer than a daily post may be.</summary>
internal sealed class TipLengthCheck : ICaseCheck
{
    private const int Most = 200;

    /// <inheritdoc />
    public string Name => "tip-length";

    /// <inheritdoc />
    public IEnumerable<Symptom> Examine(CheckUp checkUp) =>
        from @case in checkUp.Pack.Cases
        from spoken in SpokenFace.Of(@case)
        where spoken.Face.Tip.Length > Most
        select new Symptom(@case.Id, Name, ProblemSeverity.Error, DoctorTexts.Get("TipTooLong", spoken.Language, spoken.Face.Tip.Length, Most));
}
