using CoachBot.Core.Knowledge;

namespace CoachBot.Core.Language;

/// <summary>Picks the face of a language.</summary>
public static class LanguageFaces
{
    /// <summary>The face that carries a language; for Traditional the Simplified one, to be shown through <see cref="Show"/>.</summary>
    public static Face In(this Case @case, AnswerLanguage language) => language == AnswerLanguage.En ? @case.En : @case.Zh;

    /// <summary>The face of a redirect.</summary>
    public static RedirectFace In(this Redirect redirect, AnswerLanguage language) => language == AnswerLanguage.En ? redirect.En : redirect.Zh;

    /// <summary>A text of a face as the reader gets it: Traditional is written from Simplified, all else stays.</summary>
    public static string Show(string text, AnswerLanguage language) =>
        language == AnswerLanguage.ZhHant ? TraditionalWriter.Write(text) : text;
}
