namespace CoachBot.Core.Turns.Buttons;

/// <summary>Shows the whole procedure, also while the customer is here.</summary>
public sealed class FullButton(ShownCases cases) : IButton
{
    /// <inheritdoc />
    public string Verb => CardVerbs.Full;

    /// <inheritdoc />
    public Task<IReadOnlyList<OutgoingReply>> PressAsync(Turn turn, CardAction action, CancellationToken cancel) =>
        cases.ShowAsync(turn, action, new CaseView(ReplyPlacement.Replace, Full: true), cancel);
}
