using CoachBot.Core.Permissions;
using Microsoft.Extensions.Options;

namespace CoachBot.Channels.Dispatch;

/// <summary>Stops a start whose permissions could not be kept: an entry that nobody could ever match would look like safety.</summary>
internal sealed class PermissionOptionsCheck(IEnumerable<IGroupMembership> groups) : IValidateOptions<PermissionOptions>
{
    private readonly List<IGroupMembership> _directories = [.. groups];

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
        if (string.IsNullOrWhiteSpace(entry) || entry == PermissionOptions.Group)
        {
            yield return $"{name} is empty: a person's id, {PermissionOptions.Group}ID, or {PermissionOptions.Everybody}.";
        }
        else if (PermissionOptions.IsGroup(entry) && WhyNot(PermissionOptions.GroupOf(entry)) is { } reason)
        {
            yield return $"{name} {reason}";
        }
    }

    private string? WhyNot(string group)
    {
        var reasons = _directories.Select(directory => directory.WhyNot(group)).ToList();
        return reasons.Count == 0
            ? "names a group, but no configured channel can look groups up: name persons by their ids."
            : reasons.Contains(null) ? null : reasons[0];
    }
}
