using CoachBot.Core.Knowledge;

namespace CoachBot.Core.Doctor.Checks;

/// <summary>A case of high risk that does not say whom to hand over to.</summary>
internal sealed class HandOverCheck : ICaseCheck
{
    /// <inheritdoc />
    public string Name => "hand-over";

    /// <inheritdoc />
    public IEnumerable<Symptom> Examine(CheckUp checkUp) => checkUp.Pack.Cases
        .Where(@case => @case.Risk == CaseRisk.High)
        .SelectMany(@case => SpokenFace.Of(@case)
            .Where(spoken => spoken.Face.Escalate.Count == 0)
            .Select(spoken => new Symptom(@case.Id, Name, ProblemSeverity.Error, DoctorTexts.Get("NoHandOver", spoken.Language))));
}
