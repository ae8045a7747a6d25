namespace CoachBot.Channels.Teams.Connector;

/// <summary>
/// Keeps our sends below the limits of Teams: per conversation 7 in a second, 8 in two, 60 in thirty, 1,800 in an hour; per tenant 50 in a
/// second. A little room is left for what others send.
/// </summary>
internal sealed class SendPacer(TimeProvider time)
{
    private const int SweepAt = 10_000;
    private const int EachTenth = 4;
    private static readonly TimeSpan s_idle = TimeSpan.FromHours(1);
    private readonly Dictionary<string, SendWindows> _conversations = new(StringComparer.Ordinal);
    private readonly Dictionary<string, SendSlots> _tenants = new(StringComparer.Ordinal);
    private readonly Lock _gate = new();
    private DateTimeOffset _nextSweep;

    /// <summary>Takes a place and says how long to wait for it; when that is longer than <paramref name="most"/> no place is taken.</summary>
    public (TimeSpan Wait, bool Taken) Take(string tenant, string conversation, TimeSpan most)
    {
        lock (_gate)
        {
            var now = time.GetUtcNow();
            Sweep(now);
            var ofConversation = Of(_conversations, conversation, NewWindows);
            var ofTenant = Of(_tenants, tenant, static () => new SendSlots(EachTenth));
            var at = ofTenant.Earliest(ofConversation.Earliest(now));
            if (at - now > most)
            {
                return (at - now, false);
            }

            ofConversation.Take(at);
            ofTenant.Take(at, now);
            return (at - now, true);
        }
    }

    private static SendWindows NewWindows() => new((Seconds(1), 6), (Seconds(2), 7), (Seconds(30), 56), (Seconds(3600), 1_700));

    private static TimeSpan Seconds(int seconds) => TimeSpan.FromSeconds(seconds);

    private static T Of<T>(Dictionary<string, T> all, string key, Func<T> make)
    {
        if (!all.TryGetValue(key, out var found))
        {
            all[key] = found = make();
        }

        return found;
    }

    private void Sweep(DateTimeOffset now)
    {
        if (_conversations.Count < SweepAt || now < _nextSweep)
        {
            return;
        }

        _nextSweep = now + TimeSpan.FromMinutes(1);
        foreach (var (key, _) in _conversations.Where(entry => now - entry.Value.Last > s_idle).ToList())
        {
            _conversations.Remove(key);
        }
    }
}
