using System.Security.Cryptography;
using System.Text;
using CoachBot.Channels.Teams.Wire;
using CoachBot.Core.Turns;

namespace CoachBot.Channels.Teams.Messages;

/// <summary>Makes a message of the house out of an activity that has all it must have.</summary>
internal sealed class MessageReader(TimeProvider time)
{
    private const int LongestId = 400;

    /// <summary>The message: who, where, when; <paramref name="id"/> tells its delivery from all others.</summary>
    public IncomingMessage Read(Activity activity, MessageContent content, string id) => new()
    {
        Id = id,
        Address = AddressOf(activity),
        From = SenderOf(activity),
        Scope = ScopeOf(activity),
        Content = content,
        ReceivedAt = time.GetUtcNow(),
        Locale = string.IsNullOrEmpty(activity.Locale) || activity.Locale.Length > 35 ? null : activity.Locale,
    };

    /// <summary>
    /// What makes a delivery the same as another. The kind belongs to it, as an edit has the id of its message; so does an edit's text, as
    /// there may be several. Without an id every delivery is its own.
    /// </summary>
    public static string IdOf(Activity activity)
    {
        var id = string.IsNullOrEmpty(activity.Id) ? Guid.NewGuid().ToString("N") : activity.Id;
        var edit = activity.Type == ActivityWords.MessageUpdate ? $"|{Fingerprint(activity.Text ?? "")}" : "";
        return Bounded($"teams|{activity.ChannelId}|{activity.Type}|{activity.Conversation!.Id}|{id}{edit}");
    }

    /// <summary>An id that fits the store.</summary>
    public static string Bounded(string id) => id.Length <= LongestId ? id : $"teams|{Fingerprint(id)}";

    /// <summary>Where the activity was said.</summary>
    public static Address AddressOf(Activity activity)
    {
        var route = new TeamsRoute(
            activity.ServiceUrl ?? "",
            activity.Recipient?.Id ?? "",
            ScopeOf(activity),
            activity.From!.Id,
            activity.ChannelId!);
        return new Address(ConversationOf(activity), route.ToJson());
    }

    /// <summary>The conversation, its thread apart.</summary>
    public static ConversationKey ConversationOf(Activity activity)
    {
        var id = activity.Conversation!.Id!;
        var mark = id.IndexOf(TeamsRoute.ThreadMark, StringComparison.Ordinal);
        var tenant = ActivityWords.TenantOf(activity) ?? "";
        return mark < 0
            ? new ConversationKey(ChannelNames.Teams, tenant, id)
            : new ConversationKey(ChannelNames.Teams, tenant, id[..mark], id[(mark + TeamsRoute.ThreadMark.Length)..]);
    }

    /// <summary>What kind of place it is; an unknown kind is personal unless it says that it is a group.</summary>
    public static ChatScope ScopeOf(Activity activity) => activity.Conversation!.ConversationType switch
    {
        "channel" => ChatScope.Channel,
        "groupChat" => ChatScope.Group,
        "personal" => ChatScope.Personal,
        _ => activity.Conversation.IsGroup == true ? ChatScope.Group : ChatScope.Personal,
    };

    /// <summary>
    /// Who it is. In Teams the directory vouches for the object id; elsewhere the client chooses its own id, which must never be taken for
    /// somebody with rights: it carries the channel's name.
    /// </summary>
    public static Sender SenderOf(Activity activity)
    {
        var from = activity.From!;
        var id = activity.ChannelId == ActivityWords.Teams
            ? string.IsNullOrEmpty(from.AadObjectId) ? from.Id! : from.AadObjectId
            : $"{activity.ChannelId}:{from.Id}";
        return new Sender(new PersonKey(ChannelNames.Teams, ActivityWords.TenantOf(activity) ?? "", id), from.Name);
    }

    private static string Fingerprint(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)));
}
