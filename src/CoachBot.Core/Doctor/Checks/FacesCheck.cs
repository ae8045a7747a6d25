using CoachBot.Core.Knowledge;

namespace CoachBot.Core.Doctor.Checks;

/// <summary>A face that is missing, or that lags behind the other: no face carries a date, so what counts is what each one has.</summary>
internal sealed class FacesCheck : ICaseCheck
{
    private static readonly (string Field, Func<Face, int> Count)[] Fields =
    [
        ("title", face => Has(face.Title)),
        ("cue", face => Has(face.Cue)),
        ("situation", face => Has(face.Situation)),
        ("asks", face => face.Asks.Count),
        ("say", face => face.Say.Count),
        ("do", face => face.Do.Count),
        ("avoid", face => face.Avoid.Count),
        ("avoid.instead", face => face.Avoid.Count(item => item.Instead is not null)),
        ("avoid.why", face => face.Avoid.Count(item => item.Why is not null)),
        ("escalate", face => face.Escalate.Count),
        ("why", face => Has(face.Why)),
        ("tip", face => Has(face.Tip)),
        ("note", face => Has(face.Note)),
        ("drill", face => face.Drill is null ? 0 : 1),
        ("drill.wrong", face => face.Drill?.Wrong.Count ?? 0),
        ("drill.good", face => face.Drill?.Good.Count ?? 0),
    ];

    /// <inheritdoc />
    public string Name => "faces";

    /// <inheritdoc />
    public IEnumerable<Symptom> Examine(CheckUp checkUp) => checkUp.Pack.Cases.SelectMany(Examine);

    private IEnumerable<Symptom> Examine(Case @case)
    {
        var missing = SpokenFace.Of(@case).Where(spoken => Fields.All(field => field.Count(spoken.Face) == 0)).ToList();
        return missing.Count > 0
            ? missing.Select(spoken => new Symptom(@case.Id, Name, ProblemSeverity.Error, DoctorTexts.Get("FaceMissing", spoken.Language)))
            : Fields
                .Select(field => (field.Field, Zh: field.Count(@case.Zh), En: field.Count(@case.En)))
                .Where(field => field.Zh != field.En)
                .Select(field => new Symptom(@case.Id, Name, ProblemSeverity.Error, DoctorTexts.Get("FaceDiffers", field.Field, field.Zh, field.En)));
    }

    private static int Has(string? text) => string.IsNullOrWhiteSpace(text) ? 0 : 1;
}
