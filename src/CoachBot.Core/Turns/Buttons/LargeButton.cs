using CoachBot.Core.Coaching;
using CoachBot.Core.Language;
using CoachBot.Core.Resources;

namespace CoachBot.Core.Turns.Buttons;

/// <summary>Shows what is said to the customer in large letters, and nothing else that stands on the card.</summary>
public sealed class LargeButton(Coach coach) : IButton
{
    /// <inheritdoc />
    public string Verb => CardVerbs.Large;

    /// <inheritdoc />
    public Task<IReadOnlyList<OutgoingReply>> PressAsync(Turn turn, CardAction action, CancellationToken cancel)
    {
        var language = AnswerLanguageCodes.Of(action[CardData.Language]) ?? turn.Language;
        var card = coach.Card(action[CardData.Case] ?? "", language);
        Reply reply = card switch
        {
            null => new Reply.Notice(CardTexts.Get("CaseGone", language), language),
            { Say.Count: 0 } => new Reply.Notice(TurnTexts.Get("NothingToShow", language), language),
            _ => new Reply.Large(card.Id, card.Say.Select(line => line.Text).ToList(), language, action[CardData.Question]),
        };
        return Task.FromResult<IReadOnlyList<OutgoingReply>>([new OutgoingReply(reply, ReplyPlacement.OnlyAsker)]);
    }
}
