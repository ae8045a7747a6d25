using System.Text.Json.Nodes;
using CoachBot.Channels.Slack.Wire;

namespace CoachBot.Channels.Slack.Api;

/// <summary>The calls by name, nested values written as Slack wants them.</summary>
internal static class SlackApiCalls
{
    /// <summary>Opens a modal; the trigger is used up whatever happens.</summary>
    public static Task<SlackOutcome> OpenViewAsync(this ISlackApi api, SlackWorkspace workspace, string triggerId, JsonObject view, CancellationToken cancel) =>
        api.CallAsync(workspace, SlackMethods.OpenView, [new("trigger_id", triggerId), new("view", Json(view))], cancel);

    /// <summary>Puts a modal above the one the trigger comes from.</summary>
    public static Task<SlackOutcome> PushViewAsync(this ISlackApi api, SlackWorkspace workspace, string triggerId, JsonObject view, CancellationToken cancel) =>
        api.CallAsync(workspace, SlackMethods.PushView, [new("trigger_id", triggerId), new("view", Json(view))], cancel);

    /// <summary>Replaces a view; with a hash only when nobody else did meanwhile.</summary>
    public static Task<SlackOutcome> UpdateViewAsync(this ISlackApi api, SlackWorkspace workspace, string viewId, string? hash, JsonObject view, CancellationToken cancel) =>
        api.CallAsync(workspace, SlackMethods.UpdateView, [new("view_id", viewId), new("hash", hash), new("view", Json(view))], cancel);

    /// <summary>Publishes a person's Home.</summary>
    public static Task<SlackOutcome> PublishHomeAsync(this ISlackApi api, SlackWorkspace workspace, string userId, JsonObject view, CancellationToken cancel) =>
        api.CallAsync(workspace, SlackMethods.PublishView, [new("user_id", userId), new("view", Json(view))], cancel);

    /// <summary>A nested value as it goes into a form field.</summary>
    public static string Json(JsonNode node) => node.ToJsonString(SlackWriting.Plain);
}
