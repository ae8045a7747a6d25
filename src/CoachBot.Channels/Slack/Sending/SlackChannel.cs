using CoachBot.Channels.Slack.Api;
using CoachBot.Channels.Slack.Blocks;
using CoachBot.Channels.Slack.Workspaces;
using CoachBot.Core.Turns;

namespace CoachBot.Channels.Slack.Sending;

/// <summary>Sends replies to Slack.</summary>
internal sealed class SlackChannel(ISlackWorkspaces workspaces, ISlackBlocks blocks, ISlackApi api, PublicPosts posts, PrivateAnswers answers) : IChannel
{
    /// <inheritdoc />
    public string Name => ChannelNames.Slack;

    /// <inheritdoc />
    public async Task<Delivery> SendAsync(Address to, Reply reply, ReplyPlacement placement, string? replaces, CancellationToken cancel)
    {
        if (SlackRoute.Read(to.Route) is not { } route)
        {
            return new Delivery.Refused("no-route");
        }

        if (await workspaces.FindAsync(route.Team, route.Enterprise, cancel) is not { } workspace)
        {
            return workspaces.IsReady ? new Delivery.Gone("no-such-installation") : new Delivery.Later(TimeSpan.FromSeconds(2), "not-ready");
        }

        var isPrivate = !route.IsDirect && route.User is not null && (route.Private || placement == ReplyPlacement.OnlyAsker);
        var scope = route.IsDirect ? ChatScope.Personal : ChatScope.Channel;
        var message = blocks.Render(reply, new SlackPlace(scope, isPrivate, route.User));
        return isPrivate
            ? await answers.SendAsync(workspace, route, message, placement == ReplyPlacement.Replace, cancel)
            : await posts.SendAsync(workspace, route, reply, message, placement == ReplyPlacement.Replace ? SlackIds.TsOf(replaces) : null, cancel);
    }

    /// <inheritdoc />
    public async Task ShowTypingAsync(Address to, CancellationToken cancel)
    {
        // Slack shows a status in threads only; it goes by itself when the answer comes.
        if (SlackRoute.Read(to.Route) is { Thread: { } thread, Private: false } route && await workspaces.FindAsync(route.Team, route.Enterprise, cancel) is { } workspace)
        {
            await api.CallAsync(workspace, SlackMethods.SetStatus, [new("channel_id", route.Channel), new("thread_ts", thread), new("status", "…")], cancel);
        }
    }
}
