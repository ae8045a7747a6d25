using System.Text.Json.Nodes;
using CoachBot.Channels.Slack.Api;
using CoachBot.Channels.Slack.Blocks;
using CoachBot.Channels.Slack.Home;
using CoachBot.Channels.Slack.Interactivity;
using CoachBot.Channels.Slack.Sending;
using CoachBot.Channels.Slack.Wire;
using CoachBot.Core.Turns;

namespace CoachBot.Channels.Slack.Modals;

/// <summary>
/// The buttons of cards on the Home and in windows: each is a turn. What it says opens above the Home, takes the place of the card it was
/// pressed on, or lies above the window; a changed setting is shown on the Home itself.
/// </summary>
internal sealed class WindowButtons(WindowTurns turns, ISlackApi api, ISlackHomes homes, ISlackBlocks blocks, PrivateAnswers answers) : IInteractionHandler
{
    /// <inheritdoc />
    public string Type => "block_actions";

    /// <inheritdoc />
    public string Name => CardWindow.ActionName;

    /// <inheritdoc />
    public Task<SlackAnswer> AnswerAsync(Interaction interaction, SlackWorkspace workspace, CancellationToken cancel) => Task.FromResult(
        interaction.View is { } view && ButtonValue.Read(interaction.Actions[0].Value) is var (action, _)
            ? SlackAnswer.Then(later => PressAsync(interaction, workspace, view, action, later))
            : SlackAnswer.Empty);

    private async Task PressAsync(Interaction interaction, SlackWorkspace workspace, SlackView view, CardAction action, CancellationToken cancel)
    {
        var reply = await turns.RunAsync(interaction, workspace, new MessageContent.Pressed(action, null), cancel);
        if (action.Verb is CardVerbs.SetLanguage or CardVerbs.SetHere)
        {
            homes.Refresh(workspace, interaction.UserId);
        }

        if (reply is not null && !(view.Type == "home" && reply is Reply.Settings))
        {
            await ShowAsync(interaction, workspace, view, reply, cancel);
        }
    }

    private async Task ShowAsync(Interaction interaction, SlackWorkspace workspace, SlackView view, Reply reply, CancellationToken cancel)
    {
        var window = CardWindow.View(reply);
        if (view.Type == "home")
        {
            await OpenAsync(interaction, workspace, window, reply, cancel);
            return;
        }

        var inPlace = view.CallbackId == CardWindow.CallbackId && reply is not Reply.Notice;
        if (inPlace || await api.PushViewAsync(workspace, interaction.TriggerId ?? "", window, cancel) is not SlackOutcome.Ok)
        {
            await api.UpdateViewAsync(workspace, view.Id, null, window, cancel);
        }
    }

    // A window that came too late is said directly instead.
    private async Task OpenAsync(Interaction interaction, SlackWorkspace workspace, JsonObject window, Reply reply, CancellationToken cancel)
    {
        if (interaction.TriggerId is not { } trigger || await api.OpenViewAsync(workspace, trigger, window, cancel) is not SlackOutcome.Ok)
        {
            await answers.SendDirectlyAsync(workspace, interaction.UserId, blocks.Render(reply, CardWindow.Place), cancel);
        }
    }
}
