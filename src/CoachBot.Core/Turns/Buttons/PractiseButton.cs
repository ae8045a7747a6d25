using CoachBot.Core.Practice;

namespace CoachBot.Core.Turns.Buttons;

/// <summary>Shows a case's drill: the customer's line, to be answered.</summary>
public sealed class PractiseButton(Drills drills) : IButton
{
    /// <inheritdoc />
    public string Verb => CardVerbs.Practise;

    /// <inheritdoc />
    public Task<IReadOnlyList<OutgoingReply>> PressAsync(Turn turn, CardAction action, CancellationToken cancel) =>
        Task.FromResult(drills.Show(turn, action, withSolution: false));
}
