using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using CoachBot.Channels.Teams.Authentication;
using CoachBot.Channels.Teams.Wire;

namespace CoachBot.Channels.Teams.Connector;

/// <summary>The calls to Teams that the bot makes. Every address is checked before a connection is opened.</summary>
internal sealed class ConnectorClient(ConnectorCaller caller, ServiceHosts hosts)
{
    private const int PageSize = 200;
    private static readonly ConnectorOutcome s_notAllowed = new ConnectorOutcome.Refused(new ConnectorError(0, "ServiceHostNotAllowed", "", ""));

    /// <summary>Says something in a conversation; in a thread when the id has one.</summary>
    public Task<ConnectorOutcome> SendAsync(string service, string conversation, OutgoingActivity activity, CancellationToken cancel) =>
        OnAsync(service, address => new ConnectorCall(HttpMethod.Post, ConnectorAddress.Activities(address, conversation), Json(activity)), cancel);

    /// <summary>Answers one message.</summary>
    public Task<ConnectorOutcome> ReplyAsync(string service, string conversation, string to, OutgoingActivity activity, CancellationToken cancel) =>
        OnAsync(
            service,
            address => new ConnectorCall(HttpMethod.Post, ConnectorAddress.Activity(address, conversation, to), Json(activity with { ReplyToId = to })),
            cancel);

    /// <summary>Puts another message in a message's place.</summary>
    public Task<ConnectorOutcome> UpdateAsync(string service, string conversation, string id, OutgoingActivity activity, CancellationToken cancel) =>
        OnAsync(service, address => new ConnectorCall(HttpMethod.Put, ConnectorAddress.Activity(address, conversation, id), Json(activity)), cancel);

    /// <summary>Takes a message away; that it is gone already is as good.</summary>
    public async Task<ConnectorOutcome> DeleteAsync(string service, string conversation, string id, CancellationToken cancel)
    {
        var outcome = await OnAsync(
            service,
            address => new ConnectorCall(HttpMethod.Delete, ConnectorAddress.Activity(address, conversation, id), null),
            cancel).ConfigureAwait(false);
        return outcome is ConnectorOutcome.Refused { Error: { Status: 404, Code: not "ConversationNotFound" } }
            ? new ConnectorOutcome.Done(new ConnectorAnswer())
            : outcome;
    }

    /// <summary>Makes a conversation: a post in a channel, or a chat with one person.</summary>
    public Task<ConnectorOutcome> CreateAsync(string service, NewConversation conversation, CancellationToken cancel) =>
        OnAsync(
            service,
            address => new ConnectorCall(HttpMethod.Post, ConnectorAddress.Conversations(address), Json(conversation, WritingJson.Relaxed.NewConversation)),
            cancel);

    /// <summary>Everybody in a conversation; what could be read by the time something went wrong.</summary>
    public async Task<IReadOnlyList<ChannelAccount>> MembersAsync(string service, string conversation, CancellationToken cancel)
    {
        var members = new List<ChannelAccount>();
        var seen = new HashSet<string>(StringComparer.Ordinal);
        for (string? token = null; ;)
        {
            var page = await PageAsync(service, conversation, token, cancel).ConfigureAwait(false);
            members.AddRange(page?.Members?.OfType<ChannelAccount>() ?? []);
            token = page?.ContinuationToken;
            if (string.IsNullOrEmpty(token) || !seen.Add(token))
            {
                return members;
            }
        }
    }

    private async Task<MembersPage?> PageAsync(string service, string conversation, string? after, CancellationToken cancel)
    {
        MembersPage? page = null;
        await OnAsync(
            service,
            address => new ConnectorCall(HttpMethod.Get, ConnectorAddress.Members(address, conversation, PageSize, after), null),
            cancel,
            body => page = JsonSerializer.Deserialize(body, ConnectorJson.Default.MembersPage)).ConfigureAwait(false);
        return page;
    }

    private Task<ConnectorOutcome> OnAsync(string service, Func<Uri, ConnectorCall> call, CancellationToken cancel, Action<byte[]>? read = null) =>
        hosts.Allowed(service) is { } address ? caller.CallAsync(call(address), cancel, read) : Task.FromResult(s_notAllowed);

    private static byte[] Json(OutgoingActivity activity) => Json(activity, WritingJson.Relaxed.OutgoingActivity);

    private static byte[] Json<T>(T value, JsonTypeInfo<T> type) => JsonSerializer.SerializeToUtf8Bytes(value, type);
}
