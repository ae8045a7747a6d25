using CoachBot.Core.Turns;

namespace CoachBot.Core.Permissions;

/// <summary>Looks up whether a person belongs to a group of the directory, on a channel that can.</summary>
public interface IGroupMembership
{
    /// <summary>The channel's code.</summary>
    string Channel { get; }

    /// <summary>Whether the person belongs to the group; false when it cannot be known.</summary>
    Task<bool> IsMemberAsync(PersonKey person, string group, CancellationToken cancel);
}
