using System.Text.Json.Nodes;
using CoachBot.Channels.Slack.Api;
using CoachBot.Channels.Slack.Interactivity;
using CoachBot.Core.Turns;
using CoachBot.Core.Turns.Handling;

namespace CoachBot.Channels.Slack.Events;

/// <summary>Real questions to press, above the field people type in.</summary>
internal sealed class SuggestedPrompts(ISlackApi api, SlackPeople people, Greeting greeting, FollowUps followUps)
{
    private const int MostPrompts = 4;

    /// <summary>Suggests them once the event is acknowledged. Workspaces that did not grant the scope simply show none.</summary>
    public void Suggest(SlackWorkspace workspace, string user, string channel, string? thread) => followUps.Add(async cancel =>
    {
        var language = MessageLanguage.OfTag(await people.LocaleAsync(workspace, user, cancel));
        var prompts = new JsonArray([.. greeting.Examples(language).Take(MostPrompts).Select(text => new JsonObject { ["title"] = text, ["message"] = text })]);
        if (prompts.Count > 0)
        {
            await api.CallAsync(workspace, SlackMethods.SetSuggestedPrompts,
                [new("channel_id", channel), new("thread_ts", thread), new("prompts", SlackApiCalls.Json(prompts))], cancel);
        }
    });
}
