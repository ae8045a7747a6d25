using CoachBot.Core.Permissions;
using CoachBot.Core.Turns;
using Microsoft.Extensions.Logging;

namespace CoachBot.Channels.Teams.Groups;

/// <summary>
/// Whether a person of Teams belongs to a group of Entra. Only groups that the settings name are asked about. Whoever cannot be looked up is
/// no member, unless the directory is silent and said otherwise a short while ago.
/// </summary>
internal sealed class EntraGroups(
    GroupQuestion question,
    RecentMemberships recent,
    TeamsOptions options,
    Func<IEnumerable<string>> named,
    TimeProvider time,
    ILogger<EntraGroups> log) : IGroupMembership
{
    // Teams gives up after five seconds on what is answered inside a request.
    private static readonly TimeSpan s_patience = TimeSpan.FromSeconds(3);
    private static readonly TimeSpan s_restWhenRefused = TimeSpan.FromSeconds(30);
    private readonly Lazy<IReadOnlyDictionary<Guid, Guid[]>> _batches = new(() => BatchesOf(named()));
    private volatile Rest? _rest;

    public string Channel => ChannelNames.Teams;

    public string? WhyNot(string group) => !Guid.TryParse(group, out _)
        ? "names no group of Entra: that is its object id, a GUID."
        : !Guid.TryParse(options.TenantId, out _)
            ? "names a group, but Teams__TenantId does not hold the GUID of the tenant it is looked up in."
            : null;

    public async Task<bool> IsMemberAsync(PersonKey person, string group, CancellationToken cancel)
    {
        if (!IsOfOurTenant(person) || !Guid.TryParse(person.Id, out var who) || !Guid.TryParse(group, out var which) || !_batches.Value.TryGetValue(which, out var batch))
        {
            return false;
        }

        var groups = recent.Fresh(who, batch) ?? await LookUpAsync(who, batch, cancel).ConfigureAwait(false);
        return groups?.Contains(which) == true;
    }

    private static Dictionary<Guid, Guid[]> BatchesOf(IEnumerable<string> named) => named
        .Select(group => Guid.TryParse(group, out var id) ? id : Guid.Empty)
        .Where(id => id != Guid.Empty)
        .Distinct()
        .Chunk(GroupQuestion.MostGroups)
        .SelectMany(batch => batch, (batch, id) => (id, batch))
        .ToDictionary(pair => pair.id, pair => pair.batch);

    private bool IsOfOurTenant(PersonKey person) =>
        Guid.TryParse(person.Tenant, out var tenant) && Guid.TryParse(options.TenantId, out var ours) && tenant == ours;

    private async Task<IReadOnlySet<Guid>?> LookUpAsync(Guid person, Guid[] groups, CancellationToken cancel)
    {
        if (_rest is { } rest && time.GetUtcNow() < rest.Until)
        {
            return rest.Trusts ? recent.WhileSilent(person, groups) : null;
        }

        using var limit = new CancellationTokenSource(s_patience, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(cancel, limit.Token);
        var answer = await question.AskAsync(person, groups, either.Token).ConfigureAwait(false);
        cancel.ThrowIfCancellationRequested();
        switch (answer)
        {
            case GroupAnswer.Known known:
                _rest = null;
                recent.Keep(person, groups, known.Groups);
                return known.Groups;
            case GroupAnswer.Silent silent:
                log.GroupsNotAnswered(silent.Reason, silent.Rest);
                _rest = new Rest(time.GetUtcNow() + silent.Rest, Trusts: true);
                return recent.WhileSilent(person, groups);
            case GroupAnswer.Refused refused:
                log.GroupsRefused(refused.Reason, s_restWhenRefused);
                _rest = new Rest(time.GetUtcNow() + s_restWhenRefused, Trusts: false);
                return null;
            default:
                throw new InvalidOperationException($"An answer that nobody knows: {answer.GetType().Name}");
        }
    }

    /// <summary>The directory is left alone for a while.</summary>
    /// <param name="Until">Until when.</param>
    /// <param name="Trusts">Whether what it said before still counts.</param>
    private sealed record Rest(DateTimeOffset Until, bool Trusts);
}
