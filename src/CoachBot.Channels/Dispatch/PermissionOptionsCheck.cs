using CoachBot.Core.Permissions;
using Microsoft.Extensions.Options;

namespace CoachBot.Channels.Dispatch;

/// <summary>Stops a start whose permissions could not be kept: an entry that nobody could ever match would look like safety.</summary>
internal sealed class PermissionOptionsCheck(IEnumerable<IGroupMembership> groups) : IValidateOptions<PermissionOptions>
{
    private readonly bool _looksGroupsUp = groups.Any();

    /// <inheritdoc />
    public ValidateOptionsResult Validate(string? name, PermissionOptions options)
    {
        var problems = new[] { (nameof(options.Staff), options.Staff), (nameof(options.Trainers), options.Trainers), (nameof(options.Administrators), options.Administrators) }
            .SelectMany(list => list.Item2.SelectMany((entry, at) => Problems($"{PermissionOptions.Section}:{list.Item1}:{at}", entry)))
            .ToList();
        return problems.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(problems);
    }

    private IEnumerable<string> Problems(string name, string entry)
    {
        var group = entry.StartsWith(PermissionOptions.Group, StringComparison.Ordinal);
        if (string.IsNullOrWhiteSpace(entry) || entry == PermissionOptions.Group)
        {
            yield return $"{name} is empty: a person's id, {PermissionOptions.Group}ID, or {PermissionOptions.Everybody}.";
        }
        else if (group && !_looksGroupsUp)
        {
            yield return $"{name} names a group, but no configured channel can look groups up: name persons by their ids.";
        }
    }
}
