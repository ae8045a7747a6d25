using CoachBot.Core.Knowledge;
using CoachBot.Core.Language;
using CoachBot.Core.Turns;

namespace CoachBot.Core.Tips;

/// <summary>Makes the post of a case's tip.</summary>
public static class TipReply
{
    /// <summary>The post; null when the pack no longer has the case or the case has no tip.</summary>
    /// <param name="pack">The pack.</param>
    /// <param name="caseId">The case.</param>
    /// <param name="languages">One or two languages; the first is that of headings and buttons.</param>
    public static Reply.Tip? Of(KnowledgePack pack, string caseId, IReadOnlyList<AnswerLanguage> languages)
    {
        var found = pack.Cases.FirstOrDefault(@case => @case.Id == caseId && TipFilter.None.Takes(@case));
        return found is null ? null : new Reply.Tip(
            found.Id,
            languages.Select(language => Lesson(found, language)).ToList(),
            found.In(languages[0]).Drill is not null,
            languages[0]);
    }

    private static TipLesson Lesson(Case @case, AnswerLanguage language)
    {
        var face = @case.In(language);
        return new TipLesson(language, LanguageFaces.Show(face.Title, language), LanguageFaces.Show(face.Tip, language));
    }
}
