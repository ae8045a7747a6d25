using CoachBot.Core.Coaching;
using CoachBot.Core.Drafting;
using CoachBot.Core.Language;
using CoachBot.Core.Preferences;
using CoachBot.Core.Resources;

namespace CoachBot.Core.Turns.Handling;

/// <summary>Makes the reply of an answer: what is said once above it, and whom to ask below.</summary>
public sealed class AnswerReplies(Coach coach, IPreferenceStore preferences)
{
    private const string WhoTrains = "training";

    /// <summary>The reply to a person.</summary>
    public async Task<Reply> OfAsync(Turn turn, Answer answer, string? questionId, CancellationToken cancel)
    {
        var notices = await NoticesAsync(turn, answer.Language, cancel);
        return Of(answer, questionId, turn.Preferences.CustomerIsHere, notices);
    }

    /// <summary>The reply without anything that is meant for one person alone.</summary>
    public Reply.Answered Of(Answer answer, string? questionId, bool brief, IReadOnlyList<string>? notices = null, bool full = false) =>
        new(answer, questionId, brief, notices ?? [], AskWhom(answer.Language), full);

    /// <summary>Whom to ask where nothing fits.</summary>
    public string AskWhom(AnswerLanguage language) => People.Name(coach.Pack, WhoTrains, language);

    private async Task<IReadOnlyList<string>> NoticesAsync(Turn turn, AnswerLanguage language, CancellationToken cancel)
    {
        if (!turn.Message.HidPersonalData || turn.Preferences.ToldOfMasking)
        {
            return [];
        }

        await preferences.WriteAsync(turn.Person, turn.Preferences with { ToldOfMasking = true }, cancel);
        return [TurnTexts.Get("DataHidden", language)];
    }
}
