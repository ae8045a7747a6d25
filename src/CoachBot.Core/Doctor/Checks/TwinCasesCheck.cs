using CoachBot.Core.Doctor.Words;
using CoachBot.Core.Knowledge;

namespace CoachBot.Core.Doctor.Checks;

/// <summary>Two cases that are nearly one: whoever asks gets either, and only one of them is kept true.</summary>
internal sealed class TwinCasesCheck : ICaseCheck
{
    private const double Alike = 0.3;

    /// <inheritdoc />
    public string Name => "twin-cases";

    /// <inheritdoc />
    public IEnumerable<Symptom> Examine(CheckUp checkUp) =>
        from pair in Likeness.Pairs(checkUp.Pack.Cases.Select(Text).ToList(), Alike)
        let one = checkUp.Pack.Cases[pair.One]
        let other = checkUp.Pack.Cases[pair.Other]
        select new Symptom(
            other.Id, Name, ProblemSeverity.Warning, DoctorTexts.Get("TwinCases", one.Id, one.Zh.Title, one.En.Title, pair.Likeness));

    private static string Text(Case @case) => string.Join('\n', SpokenFace.Of(@case).SelectMany(spoken => Text(spoken.Face)));

    private static IEnumerable<string> Text(Face face) =>
        [face.Title, face.Situation, .. face.Say, .. face.Do, .. face.Avoid.Select(item => item.Dont), face.Why];
}
