using CoachBot.Core.Coaching;
using CoachBot.Core.Language;
using CoachBot.Core.Resources;
using CoachBot.Core.Turns.Handling;

namespace CoachBot.Core.Turns.Buttons;

/// <summary>Shows everybody the card that one person got: the card alone, without the question.</summary>
public sealed class ShareButton(Coach coach, AnswerReplies replies) : IButton
{
    /// <inheritdoc />
    public string Verb => CardVerbs.Share;

    /// <inheritdoc />
    public Task<IReadOnlyList<OutgoingReply>> PressAsync(Turn turn, CardAction action, CancellationToken cancel)
    {
        var language = AnswerLanguageCodes.Of(action[CardData.Language]) ?? turn.Language;
        var id = action[CardData.Case] ?? "";
        var shared = coach.Card(id, language) is { } card && coach.Match(id, 1, language) is { } match
            ? new OutgoingReply(replies.Of(
                new Answer { Question = card.Title, Language = language, Outcome = Outcome.Answered, Card = card, Matches = [match] }, null, brief: false))
            : new OutgoingReply(new Reply.Notice(CardTexts.Get("CaseGone", language), language), ReplyPlacement.OnlyAsker);
        return Task.FromResult<IReadOnlyList<OutgoingReply>>([shared]);
    }
}
