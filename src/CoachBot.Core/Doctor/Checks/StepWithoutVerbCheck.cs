using CoachBot.Core.Doctor.Words;
using CoachBot.Core.Knowledge;
using CoachBot.Core.Language;

namespace CoachBot.Core.Doctor.Checks;

/// <summary>A step that names a thing and tells nobody to do anything with it.</summary>
internal sealed class StepWithoutVerbCheck : ICaseCheck
{
    /// <inheritdoc />
    public string Name => "step-without-verb";

    /// <inheritdoc />
    public IEnumerable<Symptom> Examine(CheckUp checkUp) =>
        from @case in checkUp.Pack.Cases
        from spoken in SpokenFace.Of(@case)
        from step in spoken.Face.Do.Index()
        where spoken.IsChinese ? !HasChineseVerb(step.Item) : !HasEnglishVerb(step.Item)
        select new Symptom(@case.Id, Name, ProblemSeverity.Warning, DoctorTexts.Get("NoVerb", spoken.Language, step.Index + 1, step.Item));

    private static bool HasChineseVerb(string step) =>
        WordList.ChineseVerbs.Value.Any(verb => TextFolding.Fold(step).Contains(verb, StringComparison.Ordinal));

    private static bool HasEnglishVerb(string step) =>
        Tokenizer.Tokenize(TextFolding.Fold(step)).Any(token => WordList.EnglishVerbs.Value.Contains(token.Text));
}
