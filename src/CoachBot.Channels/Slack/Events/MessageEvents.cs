using CoachBot.Channels.Slack.Interactivity;
using CoachBot.Channels.Slack.Sending;
using CoachBot.Channels.Slack.Wire;
using CoachBot.Core.Turns;

namespace CoachBot.Channels.Slack.Events;

/// <summary>What people say: in direct messages, with a mention, and on in threads that the bot is part of.</summary>
internal sealed class MessageEvents(SlackTurns turns, FollowedThreads threads, SlackPeople people) : IEventHandler
{
    /// <inheritdoc />
    public IReadOnlyList<string> Types { get; } = ["message", "app_mention"];

    /// <inheritdoc />
    public async Task<EventTaking> TakeAsync(EventEnvelope envelope, SlackWorkspace? workspace, CancellationToken cancel) =>
        MessageReading.Read(envelope.Event, workspace!) switch
        {
            ReadMessage.Said said => await TakeAsync(workspace!, said, null, cancel),
            ReadMessage.Changed { Now: var now, At: var at } => await TakeAsync(workspace!, now, at, cancel),
            ReadMessage.Dropped { Reason: var reason } => new EventTaking.Nothing(reason),
            var other => throw new InvalidOperationException($"A message of no kind: {other.GetType().Name}"),
        };

    private async Task<EventTaking> TakeAsync(SlackWorkspace workspace, ReadMessage.Said said, string? editedAt, CancellationToken cancel)
    {
        var route = RouteOf(said);
        if (!route.IsDirect && !said.Mentions && !await IsFollowedAsync(workspace, said, route, cancel))
        {
            return new EventTaking.Nothing("not-for-us");
        }

        // A mention comes as two events where channel messages are subscribed as well: the message itself is what is unique.
        var id = $"message:{workspace.Tenant}:{said.Channel}:{said.Ts}";
        if (editedAt is not null)
        {
            return said.Text.Length == 0 ? new EventTaking.Nothing("nothing-left")
                : new EventTaking.Turn(turns.Of(workspace, $"{id}:{editedAt}", route, new MessageContent.Edited(said.Text, SlackIds.Message(said.Channel, said.Ts))));
        }

        return new EventTaking.Turn(said.Text.Length > 0
            ? turns.Of(workspace, id, route, new MessageContent.Said(said.Text))
            : await WithoutWordsAsync(workspace, id, route, cancel));
    }

    // A bare mention or a file asks for help, in the language of the person's Slack.
    private async Task<IncomingMessage> WithoutWordsAsync(SlackWorkspace workspace, string id, SlackRoute route, CancellationToken cancel)
    {
        var locale = await people.LocaleAsync(workspace, route.User!, cancel);
        return turns.Of(workspace, id, route, new MessageContent.Said(HelpWord.In(locale)), locale: locale);
    }

    private async Task<bool> IsFollowedAsync(SlackWorkspace workspace, ReadMessage.Said said, SlackRoute route, CancellationToken cancel) =>
        said.ThreadTs is not null && await threads.IsForUsAsync(SlackTurns.ConversationOf(workspace, route), said.ToSomebody, cancel);

    // In a channel the answer makes or joins the thread of the question; a direct message stays flat unless the person began a thread.
    private static SlackRoute RouteOf(ReadMessage.Said said)
    {
        var route = new SlackRoute { Channel = said.Channel, Thread = said.ThreadTs, User = said.User };
        return route.IsDirect ? route : route with { Thread = said.ThreadTs ?? said.Ts };
    }
}
