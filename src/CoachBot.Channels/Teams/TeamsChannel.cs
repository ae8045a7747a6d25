using CoachBot.Channels.Teams.Cards;
using CoachBot.Channels.Teams.Connector;
using CoachBot.Channels.Teams.Messages;
using CoachBot.Channels.Teams.Wire;
using CoachBot.Core.Turns;

namespace CoachBot.Channels.Teams;

/// <summary>Reaches people in Teams.</summary>
internal sealed class TeamsChannel(ITeamsCards cards, ConnectorClient client, SendPacer pacer, TeamsOptions options, TimeProvider time) : IChannel
{
    private static readonly TimeSpan s_broken = TimeSpan.FromSeconds(30);

    public string Name => ChannelNames.Teams;

    public async Task<Delivery> SendAsync(Address to, Reply reply, ReplyPlacement placement, string? replaces, CancellationToken cancel)
    {
        if (TeamsRoute.Parse(to.Route) is not { } route)
        {
            return new Delivery.Refused("route");
        }

        if (await WaitForPlaceAsync(to, cancel).ConfigureAwait(false) is { } later)
        {
            return later;
        }

        var activity = Addressed(cards.Render(reply, route.Scope), to, route);
        if (placement == ReplyPlacement.Replace && replaces is not null
            && await ReplaceAsync(to, route, replaces, activity, cancel).ConfigureAwait(false) is { } replaced)
        {
            return replaced;
        }

        return Delivered(await client.SendAsync(route.Service, TeamsRoute.ConversationId(to.Conversation), activity, cancel).ConfigureAwait(false));
    }

    public async Task ShowTypingAsync(Address to, CancellationToken cancel)
    {
        if (TeamsRoute.Parse(to.Route) is { } route && pacer.Take(to.Conversation.Tenant, ConversationOf(to), TimeSpan.Zero).Taken)
        {
            var typing = Addressed(new OutgoingActivity { Type = ActivityWords.Typing }, to, route);
            await client.SendAsync(route.Service, TeamsRoute.ConversationId(to.Conversation), typing, cancel).ConfigureAwait(false);
        }
    }

    /// <summary>In place of the old message; null where that can't be and a new message shall be sent.</summary>
    private async Task<Delivery?> ReplaceAsync(Address to, TeamsRoute route, string replaces, OutgoingActivity activity, CancellationToken cancel)
    {
        var outcome = await client.UpdateAsync(route.Service, TeamsRoute.ConversationId(to.Conversation), replaces, activity, cancel).ConfigureAwait(false);
        return outcome switch
        {
            ConnectorOutcome.Done done => new Delivery.Sent(done.Answer.Id ?? replaces),
            ConnectorOutcome.Refused { Error: { IsGone: false, Status: not (401 or 413) } } => null,
            _ => Delivered(outcome),
        };
    }

    private async Task<Delivery.Later?> WaitForPlaceAsync(Address to, CancellationToken cancel)
    {
        if (options.AnonymousLocal)
        {
            // The test tools have no limits.
            return null;
        }

        var (wait, taken) = pacer.Take(to.Conversation.Tenant, ConversationOf(to), options.LongestWait);
        if (!taken)
        {
            return new Delivery.Later(wait, "paced");
        }

        if (wait > TimeSpan.Zero)
        {
            await Task.Delay(wait, time, cancel).ConfigureAwait(false);
        }

        return null;
    }

    private static string ConversationOf(Address to) => $"{to.Conversation.Tenant}|{TeamsRoute.ConversationId(to.Conversation)}";

    private static OutgoingActivity Addressed(OutgoingActivity activity, Address to, TeamsRoute route) => activity with
    {
        ChannelId = route.Channel,
        From = route.Bot.Length > 0 ? new OutgoingAccount(route.Bot) : null,
        Recipient = route.User is null ? null : new OutgoingAccount(route.User),
        Conversation = new OutgoingConversation(
            TeamsRoute.ConversationId(to.Conversation),
            TypeOf(route.Scope),
            route.Scope != ChatScope.Personal,
            to.Conversation.Tenant.Length > 0 ? to.Conversation.Tenant : null),
    };

    private static string TypeOf(ChatScope scope) => scope switch
    {
        ChatScope.Channel => "channel",
        ChatScope.Group => "groupChat",
        _ => "personal",
    };

    private static Delivery Delivered(ConnectorOutcome outcome) => outcome switch
    {
        ConnectorOutcome.Done done => new Delivery.Sent(done.Answer.Id),
        ConnectorOutcome.Later later => new Delivery.Later(later.After, later.Reason),
        ConnectorOutcome.Unknown unknown => new Delivery.Unknown(unknown.Reason),
        ConnectorOutcome.Refused { Error: { IsGone: true } error } => new Delivery.Gone(error.Reason),
        ConnectorOutcome.Refused { Error: { Status: 401 } error } => new Delivery.Later(s_broken, error.Reason),
        ConnectorOutcome.Refused refused => new Delivery.Refused(refused.Error.Reason),
        _ => throw new InvalidOperationException("An outcome without a meaning."),
    };
}
