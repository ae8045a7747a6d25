namespace CoachBot.Channels.Teams.Groups;

/// <summary>What the directory said a short while ago: good for some minutes, and a little longer while it is silent.</summary>
internal sealed class RecentMemberships(TeamsOptions options, TimeProvider time)
{
    private const int Most = 20_000;
    private static readonly TimeSpan s_whileSilent = TimeSpan.FromMinutes(30);
    private readonly Lock _gate = new();
    private readonly Dictionary<(Guid Person, Guid FirstGroup), Entry> _entries = [];

    /// <summary>What is known so well that nobody need ask; null when nothing is.</summary>
    public IReadOnlySet<Guid>? Fresh(Guid person, IReadOnlyList<Guid> groups) => Find(person, groups, options.GroupsKnownFor);

    /// <summary>What was known not long ago, for when nobody can be asked; null when nothing was.</summary>
    public IReadOnlySet<Guid>? WhileSilent(Guid person, IReadOnlyList<Guid> groups) => Find(person, groups, s_whileSilent);

    /// <summary>Keeps what was said.</summary>
    public void Keep(Guid person, IReadOnlyList<Guid> groups, IReadOnlySet<Guid> known)
    {
        var now = time.GetUtcNow();
        lock (_gate)
        {
            Tidy(now);
            _entries[(person, groups[0])] = new Entry(known, now);
        }
    }

    private IReadOnlySet<Guid>? Find(Guid person, IReadOnlyList<Guid> groups, TimeSpan age)
    {
        lock (_gate)
        {
            return _entries.TryGetValue((person, groups[0]), out var entry) && time.GetUtcNow() - entry.At < age ? entry.Groups : null;
        }
    }

    private void Tidy(DateTimeOffset now)
    {
        if (_entries.Count < Most)
        {
            return;
        }

        foreach (var old in _entries.Where(entry => now - entry.Value.At >= options.GroupsKnownFor).Select(entry => entry.Key).ToList())
        {
            _entries.Remove(old);
        }

        if (_entries.Count >= Most)
        {
            _entries.Clear();
        }
    }

    private sealed record Entry(IReadOnlySet<Guid> Groups, DateTimeOffset At);
}
