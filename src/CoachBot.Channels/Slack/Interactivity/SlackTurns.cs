using CoachBot.Channels.Slack.Sending;
using CoachBot.Channels.Slack.Wire;
using CoachBot.Core.Turns;

namespace CoachBot.Channels.Slack.Interactivity;

/// <summary>Makes messages for the turn pipeline out of commands and interactions.</summary>
internal sealed class SlackTurns(ResponseUrls urls, TimeProvider time)
{
    /// <summary>What a command says; answered to the person alone.</summary>
    public IncomingMessage Of(SlashCommand command, SlackWorkspace workspace, MessageContent content) => Whispered(
        $"command:{workspace.Tenant}:{command.TriggerId ?? command.ResponseUrl}", workspace, command.UserId, command.ChannelId, null, command.ResponseUrl, content);

    /// <summary>What a shortcut or view says; answered to the person alone, in the channel it came from.</summary>
    /// <param name="interaction">What was done.</param>
    /// <param name="workspace">Where.</param>
    /// <param name="channel">The channel to answer in: the interaction's own, or the person's direct message.</param>
    /// <param name="content">What it stands for.</param>
    public IncomingMessage Of(Interaction interaction, SlackWorkspace workspace, string channel, MessageContent content) => Whispered(
        IdOf(interaction, workspace), workspace, interaction.UserId, channel, interaction.ThreadTs, interaction.ResponseUrl, content);

    /// <summary>What makes an interaction unique: its trigger, or what was used and when.</summary>
    public static string IdOf(Interaction interaction, SlackWorkspace workspace)
    {
        var used = interaction.Actions.Count > 0 ? interaction.Actions[0] : null;
        return Bounded($"action:{workspace.Tenant}:{interaction.TriggerId ?? $"{interaction.UserId}:{interaction.MessageTs ?? interaction.View?.Id}:{used?.ActionId}:{used?.ActionTs}"}");
    }

    private IncomingMessage Whispered(
        string id, SlackWorkspace workspace, string user, string channel, string? thread, string? responseUrl, MessageContent content)
    {
        var route = new SlackRoute
        {
            Team = workspace.TeamId,
            Enterprise = workspace.EnterpriseId,
            Channel = channel,
            Thread = thread,
            User = user,
            Private = true,
            Response = urls.Keep(responseUrl),
        };
        return new IncomingMessage
        {
            Id = Bounded(id),
            Address = new Address(new ConversationKey(ChannelNames.Slack, workspace.Tenant, route.IsDirect ? channel : $"{channel}/{user}", thread), route.Write()),
            From = new Sender(new PersonKey(ChannelNames.Slack, workspace.Tenant, user), null),
            Scope = ScopeOf(channel),
            Content = content,
            ReceivedAt = time.GetUtcNow(),
        };
    }

    /// <summary>The kind of place a channel's id names.</summary>
    public static ChatScope ScopeOf(string channel) => channel.StartsWith('D') ? ChatScope.Personal : ChatScope.Channel;

    private static string Bounded(string id) => id.Length <= 400 ? id : id[..400];
}
