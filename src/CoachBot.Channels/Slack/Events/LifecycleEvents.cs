using CoachBot.Channels.Slack.Wire;
using CoachBot.Channels.Slack.Workspaces;

namespace CoachBot.Channels.Slack.Events;

/// <summary>The app is taken out of a workspace, or its tokens are revoked: in either order, twice, or late. Needs no working token.</summary>
internal sealed class LifecycleEvents(ISlackWorkspaces workspaces) : IEventHandler
{
    /// <inheritdoc />
    public IReadOnlyList<string> Types { get; } = ["app_uninstalled", "tokens_revoked"];

    /// <inheritdoc />
    public bool ForUnknownWorkspaces => true;

    /// <inheritdoc />
    public async Task<EventTaking> TakeAsync(EventEnvelope envelope, SlackWorkspace? workspace, CancellationToken cancel)
    {
        // Tokens of users are none of ours: only the bot's matters.
        if (envelope.Type == "tokens_revoked" && envelope.Event.Object("tokens")?.Entries("bot").Any() != true)
        {
            return new EventTaking.Nothing("no-bot-token");
        }

        await workspaces.RemoveAsync(
            workspace is null ? envelope.TeamId : workspace.TeamId, workspace?.EnterpriseId ?? envelope.EnterpriseId, envelope.At, envelope.Type, cancel);
        return new EventTaking.Done();
    }
}
