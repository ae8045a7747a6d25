using CoachBot.Core.Turns;

namespace CoachBot.Core.Permissions;

/// <summary>Tells who may what.</summary>
public sealed class WhoMay(PermissionOptions options, IEnumerable<IGroupMembership> groups)
{
    /// <summary>Whether the person has the role, or one that includes it.</summary>
    public async ValueTask<bool> HasAsync(PersonKey person, Role role, CancellationToken cancel)
    {
        if (role == Role.Staff && options.Staff.Count == 0)
        {
            return true;
        }

        // Who is named by an id need not wait for a directory.
        foreach (var entry in Entries(role).OrderBy(PermissionOptions.IsGroup))
        {
            if (await IsAsync(person, entry, cancel))
            {
                return true;
            }
        }

        return false;
    }

    private IEnumerable<string> Entries(Role role) => role switch
    {
        Role.Staff => [.. options.Staff, .. options.Trainers, .. options.Administrators],
        Role.Trainer => [.. options.Trainers, .. options.Administrators],
        _ => options.Administrators,
    };

    private async ValueTask<bool> IsAsync(PersonKey person, string entry, CancellationToken cancel)
    {
        if (!PermissionOptions.IsGroup(entry))
        {
            return entry == PermissionOptions.Everybody || string.Equals(entry, person.Id, StringComparison.OrdinalIgnoreCase);
        }

        return groups.FirstOrDefault(one => one.Channel == person.Channel) is { } directory
            && await directory.IsMemberAsync(person, PermissionOptions.GroupOf(entry), cancel);
    }
}
