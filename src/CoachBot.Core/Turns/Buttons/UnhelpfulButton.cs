using CoachBot.Core.Questions;
using CoachBot.Core.Resources;
using CoachBot.Core.Turns.Handling;

namespace CoachBot.Core.Turns.Buttons;

/// <summary>It did not help: noted at once, and asked why until a reason comes.</summary>
public sealed class UnhelpfulButton(IQuestionLog log, QuestionMemory memory) : IButton
{
    /// <inheritdoc />
    public string Verb => CardVerbs.Unhelpful;

    /// <inheritdoc />
    public async Task<IReadOnlyList<OutgoingReply>> PressAsync(Turn turn, CardAction action, CancellationToken cancel)
    {
        if (action[CardData.Question] is not { } id || await log.FindAsync(id, cancel) is not { } question)
        {
            return turn.Say(TurnTexts.Get("QuestionGone", turn.Language), ReplyPlacement.OnlyAsker);
        }

        var at = turn.Message.ReceivedAt;
        var reason = UnhelpfulReasonCodes.Of(action[CardData.Reason]);
        await log.RateAsync(new Feedback(question.Id, turn.Person, Helpful: false, reason, at), cancel);
        await memory.OpenGapAsync(question, GapCause.Unhelpful, at, cancel);
        return reason is null
            ? [new OutgoingReply(new Reply.ReasonsAsked(question.Id, turn.Language), ReplyPlacement.OnlyAsker)]
            : turn.Say(TurnTexts.Get("ThanksUnhelpful", turn.Language), ReplyPlacement.OnlyAsker);
    }
}
