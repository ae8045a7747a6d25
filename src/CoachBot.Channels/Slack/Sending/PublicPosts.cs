using CoachBot.Channels.Slack.Api;
using CoachBot.Channels.Slack.Wire;
using CoachBot.Core.Turns;

namespace CoachBot.Channels.Slack.Sending;

/// <summary>Messages that everybody in a conversation sees, at their pace; in place of an earlier one where that still stands.</summary>
internal sealed class PublicPosts(ISlackApi api, ResponsePoster responses, ChannelPace pace, TimeProvider time)
{
    // Within these few seconds the line is waited in; beyond, the message is told to come again to its place.
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(3);
    private static readonly TimeSpan LongestPutOff = TimeSpan.FromSeconds(20);

    /// <summary>Sends a message.</summary>
    /// <param name="workspace">The workspace.</param>
    /// <param name="route">Where to.</param>
    /// <param name="line">What keeps its place in the line when it has to come again.</param>
    /// <param name="message">The message.</param>
    /// <param name="replaces">The <c>ts</c> of the message it replaces; null for a new one.</param>
    /// <param name="cancel">Ends the attempt.</param>
    public async Task<Delivery> SendAsync(SlackWorkspace workspace, SlackRoute route, object line, SlackMessage message, string? replaces, CancellationToken cancel)
    {
        var parts = message.Blocks is null ? SlackParts.Of(message.Text) : [SlackParts.First(message.Text)];
        if (replaces is not null && parts.Count == 1 && await ReplaceAsync(workspace, route, message with { Text = parts[0] }, replaces, cancel) is { } replaced)
        {
            return replaced;
        }

        var wait = pace.Wait(workspace.Tenant, route.Channel, line);
        if (wait > Patience)
        {
            var putOff = wait - TimeSpan.FromSeconds(1);
            return new Delivery.Later(putOff < LongestPutOff ? putOff : LongestPutOff, "pace");
        }

        await Task.Delay(wait, time, cancel);
        var first = await PostAsync(workspace, route, message with { Text = parts[0] }, cancel);
        if (first is not Delivery.Later)
        {
            pace.Leave(line);
        }

        return first is Delivery.Sent && parts.Count > 1 ? await PostRestAsync(workspace, route, first, parts, cancel) : first;
    }

    // Null: the old message stands no more, so a new one is posted.
    private async Task<Delivery?> ReplaceAsync(SlackWorkspace workspace, SlackRoute route, SlackMessage message, string ts, CancellationToken cancel)
    {
        var outcome = await api.CallAsync(workspace, SlackMethods.Update,
            [new("channel", route.Channel), new("ts", ts), new("text", message.Text), new("blocks", message.Blocks is { } blocks ? SlackApiCalls.Json(blocks) : "[]")], cancel);
        return outcome is SlackOutcome.Failed { Error.Code: "message_not_found" or "cant_update_message" or "edit_window_closed" or "msg_too_long" or "streaming_state_conflict" }
            ? null
            : Deliveries.Of(outcome, route.Channel);
    }

    private async Task<Delivery> PostAsync(SlackWorkspace workspace, SlackRoute route, SlackMessage message, CancellationToken cancel)
    {
        var outcome = await api.CallAsync(workspace, SlackMethods.PostMessage,
        [
            new("channel", route.Channel),
            new("thread_ts", route.Thread),
            new("text", message.Text),
            new("blocks", message.Blocks is { } blocks ? SlackApiCalls.Json(blocks) : null),
            new("unfurl_links", "false"),
            new("unfurl_media", "false"),
        ], cancel);

        // A response address reaches channels that the bot is no member of: a private answer that is shared there.
        return outcome is SlackOutcome.Failed { Error.Code: "not_in_channel" or "channel_not_found" } && await responses.SendAsync(route.Response, message, ResponseKind.ForAll, cancel) is { } sent
            ? sent
            : Deliveries.Of(outcome, route.Channel);
    }

    // Once a first part is out, the whole is never begun anew: what fails then leaves the send in doubt.
    private async Task<Delivery> PostRestAsync(SlackWorkspace workspace, SlackRoute route, Delivery first, IReadOnlyList<string> parts, CancellationToken cancel)
    {
        foreach (var part in parts.Skip(1))
        {
            var delivery = await PostPartAsync(workspace, route, part, cancel);
            if (delivery is not Delivery.Sent)
            {
                return new Delivery.Unknown("in-part");
            }
        }

        return first;
    }

    private async Task<Delivery> PostPartAsync(SlackWorkspace workspace, SlackRoute route, string part, CancellationToken cancel)
    {
        var line = new object();
        await Task.Delay(pace.Wait(workspace.Tenant, route.Channel, line), time, cancel);
        var delivery = await PostAsync(workspace, route, new SlackMessage(part), cancel);
        if (delivery is Delivery.Later { After: var after } && after <= LongestPutOff)
        {
            await Task.Delay(after, time, cancel);
            delivery = await PostAsync(workspace, route, new SlackMessage(part), cancel);
        }

        return delivery;
    }
}
