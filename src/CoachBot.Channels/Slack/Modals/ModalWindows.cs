using System.Text.Json.Nodes;
using CoachBot.Channels.Slack.Api;
using CoachBot.Channels.Slack.Blocks;
using CoachBot.Channels.Slack.Resources;
using CoachBot.Channels.Slack.Sending;
using CoachBot.Channels.Slack.Wire;
using CoachBot.Core.Language;
using CoachBot.Core.Turns;

namespace CoachBot.Channels.Slack.Modals;

/// <summary>
/// Opens windows. A trigger is good for three seconds and one try, so the window opens before anything else is asked; its language is mended
/// when Slack has said it. A window that came too late leaves a button to open it.
/// </summary>
internal sealed class ModalWindows(ISlackApi api, ModalLanguage languages, PrivateAnswers answers)
{
    /// <summary>Opens a window.</summary>
    /// <param name="workspace">Where.</param>
    /// <param name="userId">For whom.</param>
    /// <param name="triggerId">What allows it; null where Slack gave none.</param>
    /// <param name="window">Which: see <see cref="OpenWindow"/>.</param>
    /// <param name="view">Writes it in a language.</param>
    /// <param name="cancel">Ends the wait.</param>
    public async Task OpenAsync(
        SlackWorkspace workspace, string userId, string? triggerId, string window, Func<AnswerLanguage, JsonObject> view, CancellationToken cancel)
    {
        var chosen = await languages.ChosenAsync(workspace, userId, cancel);
        var opened = triggerId is null ? null : await api.OpenViewAsync(workspace, triggerId, view(chosen ?? AnswerLanguage.En), cancel);
        var language = chosen ?? await languages.OfAsync(workspace, userId, cancel);
        if (opened is not SlackOutcome.Ok { Body: var body })
        {
            await OfferAsync(workspace, userId, window, language, cancel);
        }
        else if (language != (chosen ?? AnswerLanguage.En) && body.Object("view")?.Text("id") is { } id)
        {
            await api.UpdateViewAsync(workspace, id, body.Object("view")?.Text("hash"), view(language), cancel);
        }
    }

    private Task<Delivery> OfferAsync(SlackWorkspace workspace, string userId, string window, AnswerLanguage language, CancellationToken cancel)
    {
        var text = SlackTexts.Get("TooSlow", language);
        var blocks = new BlockWriter(BlockLimits.MessageBlocks, OpenWindow.ActionName);
        blocks.Text(new Run(text));
        blocks.Add(Inputs.Row(null, Inputs.Button($"{OpenWindow.ActionName}/{window}", SlackTexts.Get("OpenAgain", language), window)));
        return answers.SendDirectlyAsync(workspace, userId, new SlackMessage(Mrkdwn.Escape(text), blocks.End()), cancel);
    }
}
