using CoachBot.Core.Experts;
using CoachBot.Core.Questions;
using CoachBot.Core.Resources;

namespace CoachBot.Core.Turns.Buttons;

/// <summary>Asks the experts.</summary>
public sealed class ExpertButton(IQuestionLog log, ExpertDesk desk) : IButton
{
    /// <inheritdoc />
    public string Verb => CardVerbs.Expert;

    /// <inheritdoc />
    public async Task<IReadOnlyList<OutgoingReply>> PressAsync(Turn turn, CardAction action, CancellationToken cancel) =>
        action[CardData.Question] is { } id && await log.FindAsync(id, cancel) is { } question
            ? await desk.AskAsync(turn, question, cancel)
            : turn.Say(TurnTexts.Get("QuestionGone", turn.Language), ReplyPlacement.OnlyAsker);
}
