using CoachBot.Channels.Teams.Cards;
using CoachBot.Core.Coaching;
using CoachBot.Core.Language;
using CoachBot.Core.Turns;

namespace CoachBot.Channels.Teams.Invokes;

/// <summary>Cases as cards that somebody sends on: nobody asked, so no question hangs on them.</summary>
internal sealed class CaseCards(Coach coach)
{
    /// <summary>The case's card; null when the pack no longer has it.</summary>
    /// <param name="id">The case.</param>
    /// <param name="language">The language.</param>
    /// <param name="text">The line to choose it by; null: what tells it from its neighbours.</param>
    /// <param name="brief">Whether the short card is enough: in lists, where there are many.</param>
    public ResultCard? Of(string id, AnswerLanguage language, string? text, bool brief)
    {
        if (coach.Card(id, language) is not { } card || coach.Match(id, 1, language) is not { } match)
        {
            return null;
        }

        var answer = new Answer { Question = card.Title, Language = language, Outcome = Outcome.Answered, Card = card, Matches = [match] };
        var reply = new Reply.Answered(answer, QuestionId: null, brief, [], AskWhom: "");
        return new ResultCard(id, card.Title, text ?? match.Cue, language, TeamsCards.Card(reply, CardPlace.Message));
    }
}
