using CoachBot.Channels.Slack.Api;
using CoachBot.Channels.Slack.Wire;
using CoachBot.Core.Turns;

namespace CoachBot.Channels.Slack.Sending;

/// <summary>What an outcome of a call means to the one who sent a message.</summary>
internal static class Deliveries
{
    private static readonly TimeSpan Again = TimeSpan.FromSeconds(2);

    /// <summary>The delivery of a message to a channel.</summary>
    public static Delivery Of(SlackOutcome outcome, string channel) => outcome switch
    {
        SlackOutcome.Ok { Body: var body } => new Delivery.Sent(body.Text("ts") is { } ts ? SlackIds.Message(body.Text("channel") ?? channel, ts) : null),
        SlackOutcome.Limited { After: var after } => new Delivery.Later(after, "rate-limited"),
        SlackOutcome.Unreached { Reason: var reason } => new Delivery.Later(Again, reason),
        SlackOutcome.Doubtful { Reason: var reason } => new Delivery.Unknown(reason),
        SlackOutcome.Failed { Error.Code: var code } when SlackErrors.IsGone(code) => new Delivery.Gone(code),
        SlackOutcome.Failed { Error.Code: var code } => new Delivery.Refused(code),
        _ => throw new InvalidOperationException($"An outcome without meaning: {outcome.GetType().Name}"),
    };
}
