using CoachBot.Channels.Slack.Home;
using CoachBot.Channels.Slack.Interactivity;
using CoachBot.Channels.Slack.Sending;
using CoachBot.Channels.Slack.Wire;
using CoachBot.Core.Installations;
using CoachBot.Core.Turns;

namespace CoachBot.Channels.Slack.Events;

/// <summary>A person opens the app: its Home, its messages, or the assistant's pane. Whoever opens the messages for the first time is greeted.</summary>
internal sealed class HomeEvents(ISlackHomes homes, SlackTurns turns, SuggestedPrompts prompts, SlackPeople people, IInstallationStore installations) : IEventHandler
{
    /// <inheritdoc />
    public IReadOnlyList<string> Types { get; } = ["app_home_opened", "assistant_thread_started"];

    /// <inheritdoc />
    public async Task<EventTaking> TakeAsync(EventEnvelope envelope, SlackWorkspace? workspace, CancellationToken cancel)
    {
        var happened = envelope.Event;
        if (happened.Object("assistant_thread") is { } thread)
        {
            return thread.Text("user_id") is { } asks && thread.Text("channel_id") is { } pane
                ? Suggest(workspace!, asks, pane, thread.Text("thread_ts"))
                : new EventTaking.Nothing("incomplete");
        }

        if (happened.Text("user") is not { Length: > 0 } user)
        {
            return new EventTaking.Nothing("incomplete");
        }

        if (happened.Text("tab") != "messages")
        {
            homes.Refresh(workspace!, user);
            return new EventTaking.Done();
        }

        return happened.Text("channel") is { Length: > 0 } channel ? await GreetAsync(workspace!, user, channel, cancel) : new EventTaking.Nothing("incomplete");
    }

    private async Task<EventTaking> GreetAsync(SlackWorkspace workspace, string user, string channel, CancellationToken cancel)
    {
        var route = new SlackRoute { Channel = channel, User = user };
        if (await installations.FindAsync(SlackTurns.ConversationOf(workspace, route), cancel) is not null)
        {
            return Suggest(workspace, user, channel, null);
        }

        var locale = await people.LocaleAsync(workspace, user, cancel);
        return new EventTaking.Turn(turns.Of(workspace, $"greet:{workspace.Tenant}:{channel}", route, new MessageContent.Installed(), locale: locale));
    }

    private EventTaking.Done Suggest(SlackWorkspace workspace, string user, string channel, string? thread)
    {
        prompts.Suggest(workspace, user, channel, thread);
        return new EventTaking.Done();
    }
}
