using CoachBot.Channels.Teams.Wire;
using CoachBot.Core.Turns;

namespace CoachBot.Channels.Teams.Messages;

/// <summary>What an activity says about where the bot is installed.</summary>
internal enum InstallationNews
{
    /// <summary>Nothing.</summary>
    None,

    /// <summary>The bot came.</summary>
    Came,

    /// <summary>It stays, in a newer version.</summary>
    Stays,

    /// <summary>It was taken out.</summary>
    Went,
}

/// <summary>Reads that news. Two events tell of one installation, in any order and possibly twice.</summary>
internal static class InstallationReader
{
    private static readonly string[] s_deletions = ["channelDeleted", "teamDeleted", "teamHardDeleted"];

    /// <summary>
    /// The news. Of a team only the installation event counts as coming: the other names the team, where this names the channel that was
    /// picked, and there would be two of one. Somebody who joins a team or a group is not greeted; a personal chat that opens is.
    /// </summary>
    public static InstallationNews Read(Activity activity) => activity.Type switch
    {
        ActivityWords.InstallationUpdate => activity.Action switch
        {
            "add" => InstallationNews.Came,
            "add-upgrade" => InstallationNews.Stays,
            "remove" => InstallationNews.Went,
            _ => InstallationNews.None,
        },
        ActivityWords.ConversationUpdate => OfMembers(activity),
        _ => InstallationNews.None,
    };

    /// <summary>
    /// The conversation that is meant: in a team the channel that was picked, without any thread; else the chat itself.
    /// </summary>
    public static string ConversationOf(Activity activity)
    {
        var meant = IsDeleted(activity, "channelDeleted") ? activity.ChannelData!.ChannelId : activity.ChannelData?.SelectedChannelId;
        var id = meant is { Length: > 0 and <= 1_000 } ? meant : activity.Conversation!.Id!;
        var mark = id.IndexOf(TeamsRoute.ThreadMark, StringComparison.Ordinal);
        return mark < 0 ? id : id[..mark];
    }

    private static InstallationNews OfMembers(Activity activity)
    {
        var bot = activity.Recipient?.Id;
        var scope = MessageReader.ScopeOf(activity);
        if (scope != ChatScope.Channel && (Has(activity.MembersAdded, bot) || (scope == ChatScope.Personal && activity.MembersAdded is { Count: > 0 })))
        {
            return InstallationNews.Came;
        }

        return Has(activity.MembersRemoved, bot) || s_deletions.Any(kind => IsDeleted(activity, kind)) ? InstallationNews.Went : InstallationNews.None;
    }

    private static bool IsDeleted(Activity activity, string kind) => kind.Equals(activity.ChannelData?.EventType, StringComparison.OrdinalIgnoreCase);

    private static bool Has(List<ChannelAccount?>? members, string? id) =>
        !string.IsNullOrEmpty(id) && members is not null && members.Exists(member => member?.Id == id);
}
