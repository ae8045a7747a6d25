using CoachBot.Core.Questions;
using CoachBot.Core.Resources;

namespace CoachBot.Core.Turns.Buttons;

/// <summary>It helped.</summary>
public sealed class HelpfulButton(IQuestionLog log) : IButton
{
    /// <inheritdoc />
    public string Verb => CardVerbs.Helpful;

    /// <inheritdoc />
    public async Task<IReadOnlyList<OutgoingReply>> PressAsync(Turn turn, CardAction action, CancellationToken cancel)
    {
        if (action[CardData.Question] is not { } id || await log.FindAsync(id, cancel) is not { } question)
        {
            return turn.Say(TurnTexts.Get("QuestionGone", turn.Language), ReplyPlacement.OnlyAsker);
        }

        await log.RateAsync(new Feedback(question.Id, turn.Person, Helpful: true, null, turn.Message.ReceivedAt), cancel);
        return turn.Say(TurnTexts.Get("ThanksHelpful", turn.Language), ReplyPlacement.OnlyAsker);
    }
}
