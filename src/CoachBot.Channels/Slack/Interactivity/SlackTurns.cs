using System.Security.Cryptography;
using System.Text;
using CoachBot.Channels.Slack.Sending;
using CoachBot.Channels.Slack.Wire;
using CoachBot.Core.Turns;

namespace CoachBot.Channels.Slack.Interactivity;

/// <summary>Makes messages for the turn pipeline out of events, commands and interactions.</summary>
internal sealed class SlackTurns(ResponseUrls urls, TimeProvider time)
{
    /// <summary>What a command says; answered to the person alone.</summary>
    public IncomingMessage Of(SlashCommand command, SlackWorkspace workspace, MessageContent content) => Of(
        workspace,
        $"command:{workspace.Tenant}:{Hash(command.TriggerId ?? command.ResponseUrl ?? "")}",
        new SlackRoute { Channel = command.ChannelId, User = command.UserId, Private = true, Response = urls.Keep(command.ResponseUrl) },
        content);

    /// <summary>What a shortcut or view says; answered to the person alone, in the channel it came from.</summary>
    /// <param name="interaction">What was done.</param>
    /// <param name="workspace">Where.</param>
    /// <param name="channel">The channel to answer in: the interaction's own, or the person's direct message.</param>
    /// <param name="content">What it stands for.</param>
    public IncomingMessage Of(Interaction interaction, SlackWorkspace workspace, string channel, MessageContent content) =>
        Of(interaction, workspace, new SlackRoute { Channel = channel, Thread = interaction.ThreadTs, Private = true }, content);

    /// <summary>What a button says, answered where the route says.</summary>
    public IncomingMessage Of(Interaction interaction, SlackWorkspace workspace, SlackRoute route, MessageContent content) =>
        Of(workspace, IdOf(interaction, workspace), route with { User = interaction.UserId, Response = urls.Keep(interaction.ResponseUrl) }, content);

    /// <summary>A message whose route names channel, thread and person.</summary>
    /// <param name="workspace">Where.</param>
    /// <param name="id">The delivery's identity.</param>
    /// <param name="route">Where the reply goes; its person is who it is from unless <paramref name="from"/> says otherwise.</param>
    /// <param name="content">What was said or done.</param>
    /// <param name="from">Who it is from where replies are for nobody in particular.</param>
    /// <param name="locale">The language the person's Slack is set to; null when unknown.</param>
    public IncomingMessage Of(SlackWorkspace workspace, string id, SlackRoute route, MessageContent content, string? from = null, string? locale = null)
    {
        route = route with { Team = workspace.TeamId, Enterprise = workspace.EnterpriseId };
        return new IncomingMessage
        {
            Id = SlackIds.Bounded(id),
            Address = new Address(ConversationOf(workspace, route), route.Write()),
            From = new Sender(new PersonKey(ChannelNames.Slack, workspace.Tenant, from ?? route.User ?? ""), null),
            Scope = route.IsDirect ? ChatScope.Personal : ChatScope.Channel,
            Content = content,
            ReceivedAt = time.GetUtcNow(),
            Locale = locale,
        };
    }

    /// <summary>The conversation a route leads to. What is answered to one person in a channel is a conversation of his own.</summary>
    public static ConversationKey ConversationOf(SlackWorkspace workspace, SlackRoute route) => new(
        ChannelNames.Slack,
        workspace.Tenant,
        route.Private && !route.IsDirect ? $"{route.Channel}/{route.User}" : route.Channel,
        route.Thread is { } thread ? SlackIds.Message(route.Channel, thread) : null);

    /// <summary>What makes an interaction unique: its trigger (not as it is: it is a key), or what was used and when.</summary>
    public static string IdOf(Interaction interaction, SlackWorkspace workspace)
    {
        var used = interaction.Actions.Count > 0 ? interaction.Actions[0] : null;
        return $"action:{workspace.Tenant}:" + Hash(interaction.TriggerId
            ?? $"{interaction.UserId}:{interaction.MessageTs ?? interaction.View?.Id}:{used?.ActionId}:{used?.ActionTs}");
    }

    private static string Hash(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)));
}
