using CoachBot.Core.Turns.Handling;

namespace CoachBot.Core.Turns.Buttons;

/// <summary>Asks a text as if it had been typed.</summary>
public sealed class AskButton(TextTurns texts) : IButton
{
    /// <inheritdoc />
    public string Verb => CardVerbs.Ask;

    /// <inheritdoc />
    public Task<IReadOnlyList<OutgoingReply>> PressAsync(Turn turn, CardAction action, CancellationToken cancel) =>
        texts.TakeAsync(turn, action[CardData.Text] ?? "", cancel);
}
