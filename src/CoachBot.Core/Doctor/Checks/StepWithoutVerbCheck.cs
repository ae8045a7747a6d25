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
        Tokenizer.Tokenize(TextFolding.Fold(step)).Index().Any(token => IsVerb(token.Item.Text, token.Index == 0));

    // "The supervisor greets" says who does it and what. "Have her seated" begins a step; "the papers we have" does not.
    private static bool IsVerb(string word, bool first) =>
        WordList.EnglishVerbs.Value.Contains(word)
        || (word.EndsWith('s') && (WordList.EnglishVerbs.Value.Contains(word[..^1]) || (word.EndsWith("es", StringComparison.Ordinal) && WordList.EnglishVerbs.Value.Contains(word[..^2]))))
        || (first && word == "have");
}
