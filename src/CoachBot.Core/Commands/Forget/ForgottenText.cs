using CoachBot.Core.Language;
using CoachBot.Core.Privacy;
using CoachBot.Core.Resources;

namespace CoachBot.Core.Commands.Forget;

/// <summary>Says what was deleted.</summary>
internal static class ForgottenText
{
    /// <summary>The sentence.</summary>
    public static string Of(Forgotten gone, AnswerLanguage language) => gone is { Questions: 0, Ratings: 0, Settings: 0, ExpertQuestions: 0, Messages: 0 }
        ? TurnTexts.Get("ForgotNothing", language)
        : TurnTexts.Get("Forgot", language, gone.Questions, gone.Ratings, gone.ExpertQuestions, gone.Messages, gone.Settings);
}
