using CoachBot.Channels.Slack.Api;
using CoachBot.Channels.Slack.Wire;
using CoachBot.Core.Turns;

namespace CoachBot.Channels.Slack.Sending;

/// <summary>
/// Messages in a channel that one person sees: through the response address while it is good, then as an ephemeral message, and where the
/// bot is not in the channel, as a direct message.
/// </summary>
internal sealed class PrivateAnswers(ISlackApi api, ResponsePoster responses)
{
    /// <summary>Sends a message to the route's person.</summary>
    public async Task<Delivery> SendAsync(SlackWorkspace workspace, SlackRoute route, SlackMessage message, bool replace, CancellationToken cancel)
    {
        message = message with { Text = SlackParts.First(message.Text) };
        if (await responses.SendAsync(route.Response, message, replace && route.Private ? ResponseKind.Replace : ResponseKind.ForOne, cancel) is { } sent)
        {
            return sent;
        }

        var outcome = await api.CallAsync(workspace, SlackMethods.PostEphemeral, Arguments(route.Channel, message, new("user", route.User), new("thread_ts", route.Thread)), cancel);
        return outcome is SlackOutcome.Failed { Error.Code: "not_in_channel" or "channel_not_found" or "user_not_in_channel" or "is_archived" }
            ? await SendDirectlyAsync(workspace, route.User!, message, cancel)
            : outcome is SlackOutcome.Ok ? new Delivery.Sent(null) : Deliveries.Of(outcome, route.Channel);
    }

    /// <summary>Sends a message to a person's direct conversation.</summary>
    public async Task<Delivery> SendDirectlyAsync(SlackWorkspace workspace, string user, SlackMessage message, CancellationToken cancel)
    {
        var opened = await api.CallAsync(workspace, SlackMethods.OpenConversation, [new("users", user)], cancel);
        return opened is SlackOutcome.Ok { Body: var body } && body.Object("channel")?.Text("id") is { } channel
            ? Deliveries.Of(await api.CallAsync(workspace, SlackMethods.PostMessage, Arguments(channel, message), cancel), channel)
            : opened is SlackOutcome.Ok ? new Delivery.Refused("no-conversation") : Deliveries.Of(opened is SlackOutcome.Doubtful ? new SlackOutcome.Unreached("open") : opened, user);
    }

    private static List<KeyValuePair<string, string?>> Arguments(string channel, SlackMessage message, params KeyValuePair<string, string?>[] more) =>
    [
        new("channel", channel),
        new("text", message.Text),
        new("blocks", message.Blocks is { } blocks ? SlackApiCalls.Json(blocks) : null),
        .. more,
    ];
}
