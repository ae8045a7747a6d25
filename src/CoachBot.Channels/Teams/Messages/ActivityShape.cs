using CoachBot.Channels.Teams.Wire;

namespace CoachBot.Channels.Teams.Messages;

/// <summary>What an activity must have to be looked at at all.</summary>
internal static class ActivityShape
{
    private const int LongestId = 1_000;
    private const int LongestServiceUrl = 1_000;

    /// <summary>Whether something is missing, or longer than any id there is.</summary>
    public static bool IsBroken(Activity activity) =>
        !IsId(activity.Type)
        || !IsId(activity.ChannelId)
        || !IsId(activity.Conversation?.Id)
        || !IsId(activity.From?.Id)
        || (NeedsName(activity.Type!) && !IsId(activity.Name))
        || IsTooLong(activity.Id, LongestId)
        || IsTooLong(activity.Recipient?.Id, LongestId)
        || IsTooLong(activity.From?.AadObjectId, LongestId)
        || IsTooLong(ActivityWords.TenantOf(activity), LongestId)
        || IsTooLong(activity.ReplyToId, LongestId)
        || IsTooLong(activity.ServiceUrl, LongestServiceUrl);

    private static bool NeedsName(string type) =>
        type is ActivityWords.Invoke or ActivityWords.Event or ActivityWords.Command or ActivityWords.CommandResult;

    private static bool IsId(string? value) => !string.IsNullOrEmpty(value) && value.Length <= LongestId;

    private static bool IsTooLong(string? value, int most) => value is not null && value.Length > most;
}
