using CoachBot.Core.Language;
using CoachBot.Core.Resources;
using CoachBot.Core.Tips;

namespace CoachBot.Core.Turns.Buttons;

/// <summary>Another tip instead of this one.</summary>
public sealed class AnotherTipButton(ITips tips) : IButton
{
    /// <inheritdoc />
    public string Verb => CardVerbs.AnotherTip;

    /// <inheritdoc />
    public async Task<IReadOnlyList<OutgoingReply>> PressAsync(Turn turn, CardAction action, CancellationToken cancel)
    {
        var language = AnswerLanguageCodes.Of(action[CardData.Language]) ?? turn.Language;
        var another = await tips.AnotherAsync(turn.Conversation, action[CardData.Case], language, cancel);
        return another is null
            ? [new OutgoingReply(new Reply.Notice(TurnTexts.Get("NoTip", language), language), ReplyPlacement.OnlyAsker)]
            : [new OutgoingReply(another, ReplyPlacement.Replace)];
    }
}
