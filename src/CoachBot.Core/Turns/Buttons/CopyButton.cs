using CoachBot.Core.Coaching;
using CoachBot.Core.Language;
using CoachBot.Core.Resources;

namespace CoachBot.Core.Turns.Buttons;

/// <summary>Gives what is said as a message of its own, with nothing else in it, to be copied.</summary>
public sealed class CopyButton(Coach coach) : IButton
{
    /// <inheritdoc />
    public string Verb => CardVerbs.Copy;

    /// <inheritdoc />
    public Task<IReadOnlyList<OutgoingReply>> PressAsync(Turn turn, CardAction action, CancellationToken cancel)
    {
        var language = AnswerLanguageCodes.Of(action[CardData.Language]) ?? turn.Language;
        var text = coach.Card(action[CardData.Case] ?? "", language) switch
        {
            null => CardTexts.Get("CaseGone", language),
            { Say.Count: 0 } => TurnTexts.Get("NothingToShow", language),
            var card => string.Join("\n\n", card.Say.Select(line => line.Text)),
        };
        return Task.FromResult<IReadOnlyList<OutgoingReply>>([new OutgoingReply(new Reply.Notice(text, language), ReplyPlacement.OnlyAsker)]);
    }
}
