using CoachBot.Core.Knowledge;
using CoachBot.Core.Language;

namespace CoachBot.Core.Practice;

/// <summary>A case's drill in one language.</summary>
/// <param name="CaseId">The case.</param>
/// <param name="Title">Its title.</param>
/// <param name="Drill">The customer's line, wrong answers with the reason, and what a good answer contains, as the reader gets them.</param>
/// <param name="Language">The language.</param>
public sealed record PracticeCard(string CaseId, string Title, Drill Drill, AnswerLanguage Language)
{
    /// <summary>The drill of a case; null when it has none.</summary>
    public static PracticeCard? Of(Case @case, AnswerLanguage language)
    {
        var face = @case.In(language);
        return face.Drill is not { } drill ? null : new PracticeCard(@case.Id, Show(face.Title), new Drill(
            Show(drill.Customer),
            drill.Wrong.Select(wrong => new WrongAnswer(Show(wrong.Answer), Show(wrong.Why))).ToList(),
            drill.Good.Select(Show).ToList()), language);

        string Show(string text) => LanguageFaces.Show(text, language);
    }
}
