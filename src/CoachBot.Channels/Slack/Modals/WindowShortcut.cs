using CoachBot.Channels.Slack.Interactivity;
using CoachBot.Channels.Slack.Wire;

namespace CoachBot.Channels.Slack.Modals;

/// <summary>A global shortcut that opens a window.</summary>
/// <param name="name">Its id in the manifest.</param>
/// <param name="window">The window: see <see cref="OpenWindow"/>.</param>
/// <param name="windows">Who opens it.</param>
internal sealed class WindowShortcut(string name, string window, OpenWindow windows) : IInteractionHandler
{
    /// <inheritdoc />
    public string Type => "shortcut";

    /// <inheritdoc />
    public string Name => name;

    /// <inheritdoc />
    public Task<SlackAnswer> AnswerAsync(Interaction interaction, SlackWorkspace workspace, CancellationToken cancel) =>
        Task.FromResult(windows.Open(interaction, workspace, window));
}
