using CoachBot.Core.Turns;

namespace CoachBot.Core.Permissions;

/// <summary>Looks up whether a person belongs to a group of the directory, on a channel that can.</summary>
public interface IGroupMembership
{
    /// <summary>The channel's code.</summary>
    string Channel { get; }

    /// <summary>Why that can name no group of this channel, for the person who wrote the settings; null when it can.</summary>
    string? WhyNot(string group);

    /// <summary>Whether the person belongs to the group; false when it cannot be known.</summary>
    Task<bool> IsMemberAsync(PersonKey person, string group, CancellationToken cancel);
}
