namespace CoachBot.Core.Turns.Buttons;

/// <summary>Shows the case that was picked.</summary>
public sealed class ShowButton(ShownCases cases) : IButton
{
    /// <inheritdoc />
    public string Verb => CardVerbs.Show;

    /// <inheritdoc />
    public Task<IReadOnlyList<OutgoingReply>> PressAsync(Turn turn, CardAction action, CancellationToken cancel) =>
        cases.ShowAsync(turn, action, new CaseView(ReplyPlacement.New, Picks: true), cancel);
}
