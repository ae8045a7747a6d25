using CoachBot.Core.Doctor.Words;
using CoachBot.Core.Knowledge;

namespace CoachBot.Core.Doctor.Checks;

/// <summary>Two tips that say the same: the channel would read one lesson twice.</summary>
internal sealed class TwinTipsCheck : ICaseCheck
{
    private const double Alike = 0.35;
    private const double Same = 0.95;

    /// <inheritdoc />
    public string Name => "twin-tips";

    /// <inheritdoc />
    public IEnumerable<Symptom> Examine(CheckUp checkUp) => InFace("zh", checkUp.Pack.Cases, @case => @case.Zh.Tip)
        .Concat(InFace("en", checkUp.Pack.Cases, @case => @case.En.Tip));

    private IEnumerable<Symptom> InFace(string language, IReadOnlyList<Case> cases, Func<Case, string> tip) =>
        from pair in Likeness.Pairs(cases.Select(tip).ToList(), Alike)
        let other = cases[pair.One]
        select new Symptom(
            cases[pair.Other].Id,
            Name,
            pair.Likeness >= Same ? ProblemSeverity.Error : ProblemSeverity.Warning,
            DoctorTexts.Get("TwinTips", language, other.Id, pair.Likeness, tip(other)));
}
