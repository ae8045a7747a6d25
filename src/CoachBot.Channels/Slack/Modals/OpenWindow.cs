using System.Text.Json.Nodes;
using CoachBot.Channels.Slack.Interactivity;
using CoachBot.Channels.Slack.Wire;
using CoachBot.Core.Language;

namespace CoachBot.Channels.Slack.Modals;

/// <summary>The buttons that open a window: on the Home, and where a window came too late.</summary>
internal sealed class OpenWindow(ModalWindows windows, SearchDesk search) : IInteractionHandler
{
    /// <summary>The first part of the buttons' <c>action_id</c>; the window's name follows.</summary>
    public const string ActionName = "open";

    /// <summary>The window to ask in.</summary>
    public const string Ask = "ask";

    /// <summary>The trainers' search.</summary>
    public const string Search = "search";

    /// <inheritdoc />
    public string Type => "block_actions";

    /// <inheritdoc />
    public string Name => ActionName;

    /// <inheritdoc />
    public Task<SlackAnswer> AnswerAsync(Interaction interaction, SlackWorkspace workspace, CancellationToken cancel)
    {
        var window = interaction.Actions[0].Value;
        return Task.FromResult(window is Ask or Search ? Open(interaction, workspace, window) : SlackAnswer.Empty);
    }

    /// <summary>Opens a window once the interaction is acknowledged.</summary>
    public SlackAnswer Open(Interaction interaction, SlackWorkspace workspace, string window) => SlackAnswer.Then(later =>
        windows.OpenAsync(workspace, interaction.UserId, interaction.TriggerId, window, language => View(window, language), later));

    private JsonObject View(string window, AnswerLanguage language) =>
        window == Ask ? AskWindow.View(language) : search.View(SearchState.New(language));
}
