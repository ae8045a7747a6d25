using System.Collections.Frozen;
using System.Text.Json;
using CoachBot.Channels.Slack.Health;
using CoachBot.Channels.Slack.Wire;
using CoachBot.Channels.Slack.Workspaces;
using CoachBot.Core.Turns;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace CoachBot.Channels.Slack.Events;

/// <summary>Takes an event, whichever way it came, up to where it may be acknowledged.</summary>
internal sealed class EventDesk(
    ISlackWorkspaces workspaces, IEnumerable<IEventHandler> handlers, ITurns turns, IOptions<SlackOptions> options, SlackCounters counters, ILogger<EventDesk> log)
{
    private readonly FrozenDictionary<string, IEventHandler> _handlers =
        handlers.SelectMany(handler => handler.Types.Select(type => (type, handler))).ToFrozenDictionary(pair => pair.type, pair => pair.handler);

    /// <summary>The event types that are acted on.</summary>
    public IEnumerable<string> Types => _handlers.Keys;

    /// <summary>False when it could not be taken and shall be brought again; true when it was taken, or is nothing for us.</summary>
    public async Task<bool> TakeAsync(JsonElement payload, CancellationToken cancel)
    {
        if (payload.Text("type") == "app_rate_limited")
        {
            counters.Limited("events");
            log.EventsLimited();
            return true;
        }

        if (payload.Text("type") != "event_callback" || EventEnvelope.Read(payload) is not { } envelope)
        {
            Drop(payload.Text("type") ?? "", "unknown-type");
            return true;
        }

        if (!_handlers.TryGetValue(envelope.Type, out var handler))
        {
            Drop(envelope.Type, "unknown-type");
            return true;
        }

        return await TakeAsync(envelope, handler, cancel);
    }

    private async Task<bool> TakeAsync(EventEnvelope envelope, IEventHandler handler, CancellationToken cancel)
    {
        if (options.Value.AppId is { Length: > 0 } ours && envelope.AppId is { } theirs && theirs != ours)
        {
            Drop(envelope.Type, "other-app");
            return true;
        }

        if (!workspaces.IsReady)
        {
            return false;
        }

        var workspace = await workspaces.FindAsync(envelope.TeamId, envelope.EnterpriseId, cancel);
        if (workspace is { AppId: { } known } && envelope.AppId is { } named && named != known)
        {
            Drop(envelope.Type, "other-app");
            return true;
        }

        if (workspace is null && !handler.ForUnknownWorkspaces)
        {
            Drop(envelope.Type, "unknown-workspace");
            return true;
        }

        if (workspace is not null && IsOutsiders(envelope, workspace))
        {
            Drop(envelope.Type, "outsider");
            return true;
        }

        return await handler.TakeAsync(envelope, workspace, cancel) switch
        {
            EventTaking.Turn { Message: var message } => await turns.AcceptAsync(message, cancel) != Acceptance.Full,
            EventTaking.Nothing { Reason: var reason } => Drop(envelope.Type, reason),
            _ => true,
        };
    }

    private bool IsOutsiders(EventEnvelope envelope, SlackWorkspace workspace)
    {
        if (options.Value.AnswerOutsiders || !envelope.IsShared)
        {
            return false;
        }

        var home = envelope.Event.Text("user_team") ?? envelope.Event.Text("source_team") ?? envelope.Event.Text("team");
        return home is not null && home != workspace.TeamId && home != workspace.EnterpriseId && !(workspace.TeamId is null && home == envelope.TeamId);
    }

    private bool Drop(string type, string reason)
    {
        counters.Dropped(reason);
        log.Dropped(type, reason);
        return true;
    }
}
