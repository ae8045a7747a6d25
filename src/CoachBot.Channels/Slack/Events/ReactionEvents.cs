using CoachBot.Channels.Slack.Interactivity;
using CoachBot.Channels.Slack.Sending;
using CoachBot.Channels.Slack.Wire;
using CoachBot.Core.Turns;

namespace CoachBot.Channels.Slack.Events;

/// <summary>Reactions to the bot's messages.</summary>
internal sealed class ReactionEvents(SlackTurns turns) : IEventHandler
{
    /// <inheritdoc />
    public IReadOnlyList<string> Types { get; } = ["reaction_added"];

    /// <inheritdoc />
    public Task<EventTaking> TakeAsync(EventEnvelope envelope, SlackWorkspace? workspace, CancellationToken cancel) => Task.FromResult(Read(envelope, workspace!));

    private EventTaking Read(EventEnvelope envelope, SlackWorkspace workspace)
    {
        var happened = envelope.Event;
        var author = happened.Text("item_user");
        if (happened.Text("user") is not { Length: > 0 } user || user == workspace.BotUserId || (author is not null && author != workspace.BotUserId))
        {
            return new EventTaking.Nothing("not-for-us");
        }

        if (happened.Object("item") is not { } item || item.Text("channel") is not { Length: > 0 } channel || item.Text("ts") is not { Length: > 0 } ts
            || Reactions.Read(happened.Text("reaction")) is not { } helpful)
        {
            return new EventTaking.Nothing("no-opinion");
        }

        var route = new SlackRoute { Channel = channel, User = user };
        var id = $"reaction:{workspace.Tenant}:{channel}:{ts}:{user}:{(helpful ? "well" : "badly")}:{happened.Text("event_ts")}";
        return new EventTaking.Turn(turns.Of(workspace, id, route, new MessageContent.Reacted(SlackIds.Message(channel, ts), helpful)));
    }
}
