using System.Collections.Concurrent;
using CoachBot.Channels.Teams.Authentication;
using CoachBot.Channels.Teams.Messages;
using CoachBot.Channels.Teams.Wire;
using CoachBot.Core.Installations;
using CoachBot.Core.Turns;

namespace CoachBot.Channels.Teams.Endpoint;

/// <summary>Keeps where the bot is installed, from activities whose service address somebody vouches for.</summary>
internal sealed class InstallationKeeper(IInstallationStore store, TimeProvider time) : IDisposable
{
    private const int MostKnown = 10_000;
    private readonly ConcurrentDictionary<ConversationKey, string> _known = new();
    private readonly SemaphoreSlim _coming = new(1, 1);

    /// <summary>Takes the news down; the content of a turn where one follows: a greeting for the first time here, a farewell of ours.</summary>
    public async ValueTask<MessageContent?> TakeAsync(Activity activity, Caller caller, CancellationToken cancel)
    {
        var news = caller.IsTrustedForLater ? InstallationReader.Read(activity) : InstallationNews.None;
        switch (news)
        {
            case InstallationNews.Came:
                return await ComeAsync(activity, cancel).ConfigureAwait(false) ? new MessageContent.Installed() : null;
            case InstallationNews.Stays:
                await ComeAsync(activity, cancel).ConfigureAwait(false);
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
        var place = PlaceOf(activity);
        var service = activity.ServiceUrl ?? "";
        if (!caller.IsTrustedForLater || service.Length == 0 || (_known.TryGetValue(place.Conversation, out var known) && known == service))
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

    public void Dispose() => _coming.Dispose();

    /// <summary>Whether it is new here. One after the other: two events tell of one coming at the same time.</summary>
    private async Task<bool> ComeAsync(Activity activity, CancellationToken cancel)
    {
        var place = PlaceOf(activity);
        await _coming.WaitAsync(cancel).ConfigureAwait(false);
        try
        {
            var found = await store.FindAsync(place.Conversation, cancel).ConfigureAwait(false);
            var by = found?.InstalledBy ?? MessageReader.SenderOf(activity).Key;
            await store.AddAsync(new Installation(place, MessageReader.ScopeOf(activity), by, time.GetUtcNow()), cancel).ConfigureAwait(false);
            Remember(place.Conversation, activity.ServiceUrl ?? "");
            return found is null;
        }
        finally
        {
            _coming.Release();
        }
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
