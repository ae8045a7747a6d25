namespace CoachBot.Core.Permissions;

/// <summary>
/// Who may what (section <c>Permissions</c>). An entry is a person's id as "who am I" shows it, <c>group:</c> and a group's id where
/// a channel can look groups up, or <c>*</c> for everybody.
/// </summary>
public sealed class PermissionOptions
{
    /// <summary>The section of the settings.</summary>
    public const string Section = "Permissions";

    /// <summary>What an entry that names a group begins with.</summary>
    public const string Group = "group:";

    /// <summary>The entry that names everybody.</summary>
    public const string Everybody = "*";

    /// <summary>Who may ask and search. Default: everybody who reaches the bot.</summary>
    public IList<string> Staff { get; init; } = [];

    /// <summary>Who may see gaps and subscribe a channel to tips. Default: nobody.</summary>
    public IList<string> Trainers { get; init; } = [];

    /// <summary>Who may do all that, and have another person's data deleted. Default: nobody.</summary>
    public IList<string> Administrators { get; init; } = [];

    /// <summary>Whether an entry names a group.</summary>
    public static bool IsGroup(string entry) => entry.StartsWith(Group, StringComparison.Ordinal);

    /// <summary>The group that an entry names.</summary>
    public static string GroupOf(string entry) => entry[Group.Length..];

    /// <summary>Every group that an entry names, as it stands there.</summary>
    public IEnumerable<string> NamedGroups() => Staff.Concat(Trainers).Concat(Administrators).Where(IsGroup).Select(GroupOf);
}
