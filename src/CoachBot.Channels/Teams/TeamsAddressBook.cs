using CoachBot.Channels.Teams.Messages;
using CoachBot.Core.Experts;
using CoachBot.Core.Turns;

namespace CoachBot.Channels.Teams;

/// <summary>
/// Reaches a team's channel that never wrote to the bot: Teams takes messages for it at one address around the world, as long as the bot
/// is installed in the team. A government cloud has no such address; there the channel must have been written from.
/// </summary>
internal sealed class TeamsAddressBook(TeamsOptions options) : IAddressBook
{
    public string Channel => ChannelNames.Teams;

    public Task<Address?> FindAsync(ConversationKey conversation, CancellationToken cancel)
    {
        var route = new TeamsRoute(TeamsRoute.DefaultService, $"28:{options.AppId}", ChatScope.Channel, null, Wire.ActivityWords.Teams);
        return Task.FromResult(options.Cloud == TeamsCloud.Public ? new Address(conversation, route.ToJson()) : null);
    }
}
