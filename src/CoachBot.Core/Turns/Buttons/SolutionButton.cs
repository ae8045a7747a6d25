using CoachBot.Core.Practice;

namespace CoachBot.Core.Turns.Buttons;

/// <summary>Shows what a good answer to a drill contains.</summary>
public sealed class SolutionButton(Drills drills) : IButton
{
    /// <inheritdoc />
    public string Verb => CardVerbs.Solution;

    /// <inheritdoc />
    public Task<IReadOnlyList<OutgoingReply>> PressAsync(Turn turn, CardAction action, CancellationToken cancel) =>
        Task.FromResult(drills.Show(turn, action, withSolution: true));
}
