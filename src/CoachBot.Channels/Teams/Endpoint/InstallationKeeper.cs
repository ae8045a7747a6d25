using System.Collections.Concurrent;
using CoachBot.Channels.Teams.Authentication;
using CoachBot.Channels.Teams.Messages;
using CoachBot.Channels.Teams.Wire;
using CoachBot.Core.Installations;
using CoachBot.Core.Turns;

namespace CoachBot.Channels.Teams.Endpoint;

/// <summary>Keeps where the bot is installed, from activities whose service address somebody vouches for.</summary>
internal sealed class InstallationKeeper(IInstallationStore store, TimeProvider time)
{
    private const int MostKnown = 10_000;
    private readonly ConcurrentDictionary<ConversationKey, string> _known = new();

    /// <summary>
    /// Takes the news down; the content of a turn where one follows. A coming is kept by its turn, so that it is not lost either; what is
    /// here already only has its address renewed. A going is taken down at once, so that a coming right after it is seen as one.
    /// </summary>
    public async ValueTask<MessageContent?> TakeAsync(Activity activity, Caller caller, CancellationToken cancel)
    {
        var news = caller.IsTrustedForLater ? InstallationReader.Read(activity) : InstallationNews.None;
        switch (news)
        {
            case InstallationNews.Came:
                return await RenewAsync(activity, cancel).ConfigureAwait(false) ? null : new MessageContent.Installed();
            case InstallationNews.Stays:
                await KeepAsync(activity, cancel).ConfigureAwait(false);
                return null;
            case InstallationNews.Went:
                var gone = PlaceOf(activity);
                _known.TryRemove(gone.Conversation, out _);
                await store.RemoveAsync(gone.Conversation, cancel).ConfigureAwait(false);
                return new MessageContent.Uninstalled();
            default:
                return null;
        }
    }

    /// <summary>The address may move: the latest one replaces the one that was stored.</summary>
    public async ValueTask FollowAsync(Activity activity, Caller caller, CancellationToken cancel)
    {
        if (caller.IsTrustedForLater)
        {
            await FollowAsync(activity, cancel).ConfigureAwait(false);
        }
    }

    private async ValueTask FollowAsync(Activity activity, CancellationToken cancel)
    {
        var place = PlaceOf(activity);
        var service = activity.ServiceUrl ?? "";
        if (service.Length == 0 || (_known.TryGetValue(place.Conversation, out var known) && known == service))
        {
            return;
        }

        var found = await store.FindAsync(place.Conversation, cancel).ConfigureAwait(false);
        if (found is not null && TeamsRoute.Parse(found.Address.Route) is { } route && route.Service != service)
        {
            var moved = new Address(place.Conversation, (route with { Service = service }).ToJson());
            await store.AddAsync(found with { Address = moved, At = time.GetUtcNow() }, cancel).ConfigureAwait(false);
        }

        Remember(place.Conversation, service);
    }

    /// <summary>The address of the installation: of a team the channel, without any thread.</summary>
    public static Address PlaceOf(Activity activity)
    {
        var address = MessageReader.AddressOf(activity);
        return address with { Conversation = address.Conversation with { Conversation = InstallationReader.ConversationOf(activity), Thread = null } };
    }

    /// <summary>False: it is not here yet.</summary>
    private async Task<bool> RenewAsync(Activity activity, CancellationToken cancel)
    {
        if (await store.FindAsync(PlaceOf(activity).Conversation, cancel).ConfigureAwait(false) is null)
        {
            return false;
        }

        await FollowAsync(activity, cancel).ConfigureAwait(false);
        return true;
    }

    private async Task KeepAsync(Activity activity, CancellationToken cancel)
    {
        var by = MessageReader.SenderOf(activity).Key;
        await store.AddAsync(new Installation(PlaceOf(activity), MessageReader.ScopeOf(activity), by, time.GetUtcNow()), cancel).ConfigureAwait(false);
    }

    private void Remember(ConversationKey conversation, string service)
    {
        if (_known.Count >= MostKnown)
        {
            _known.Clear();
        }

        _known[conversation] = service;
    }
}
