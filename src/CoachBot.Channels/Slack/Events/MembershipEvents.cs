using CoachBot.Channels.Slack.Interactivity;
using CoachBot.Channels.Slack.Sending;
using CoachBot.Channels.Slack.Wire;
using CoachBot.Core.Turns;

namespace CoachBot.Channels.Slack.Events;

/// <summary>The bot comes into a channel, or goes out of it.</summary>
internal sealed class MembershipEvents(SlackTurns turns, SlackPeople people) : IEventHandler
{
    /// <inheritdoc />
    public IReadOnlyList<string> Types { get; } = ["member_joined_channel", "channel_left", "group_left"];

    /// <inheritdoc />
    public async Task<EventTaking> TakeAsync(EventEnvelope envelope, SlackWorkspace? workspace, CancellationToken cancel)
    {
        var happened = envelope.Event;
        var left = envelope.Type != "member_joined_channel";
        if (happened.Text("channel") is not { Length: > 0 } channel || (!left && happened.Text("user") != workspace!.BotUserId))
        {
            return new EventTaking.Nothing("not-for-us");
        }

        var by = happened.Text("inviter") ?? happened.Text("actor_id");
        var locale = by is null || left ? null : await people.LocaleAsync(workspace!, by, cancel);
        MessageContent content = left ? new MessageContent.Uninstalled() : new MessageContent.Installed();
        var id = $"{envelope.Type}:{workspace!.Tenant}:{channel}:{envelope.EventId}";
        return new EventTaking.Turn(turns.Of(workspace, id, new SlackRoute { Channel = channel }, content, by, locale));
    }
}
