namespace CoachBot.Channels.Teams.Connector;

/// <summary>When things were sent to one conversation, so that no limit of so many within such a time is passed. Not thread-safe.</summary>
internal sealed class SendWindows(params (TimeSpan Within, int Most)[] limits)
{
    private readonly List<DateTimeOffset> _sent = [];

    /// <summary>When something was sent last; a time to come when a place was taken ahead.</summary>
    public DateTimeOffset Last { get; private set; } = DateTimeOffset.MinValue;

    /// <summary>The earliest moment from now on at which one more fits.</summary>
    public DateTimeOffset Earliest(DateTimeOffset now)
    {
        Forget(now);
        var at = now < Last ? Last : now;
        foreach (var (within, most) in limits)
        {
            if (_sent.Count >= most && _sent[^most] + within is var free && free > at)
            {
                at = free;
            }
        }

        return at;
    }

    /// <summary>Takes the place.</summary>
    public void Take(DateTimeOffset at)
    {
        _sent.Add(at);
        Last = at;
    }

    private void Forget(DateTimeOffset now)
    {
        var longest = limits.Max(limit => limit.Within);
        var old = _sent.FindIndex(at => now - at <= longest);
        _sent.RemoveRange(0, old < 0 ? _sent.Count : old);
    }
}

/// <summary>Spreads what goes to one tenant evenly: so many in each tenth of a second. Not thread-safe.</summary>
internal sealed class SendSlots(int eachTenth)
{
    private const long Tenth = TimeSpan.TicksPerSecond / 10;
    private readonly Dictionary<long, int> _taken = [];

    /// <summary>Takes the first place that is free from that moment on.</summary>
    public DateTimeOffset Earliest(DateTimeOffset from)
    {
        var slot = from.UtcTicks / Tenth;
        while (_taken.GetValueOrDefault(slot) >= eachTenth)
        {
            slot++;
        }

        var start = new DateTimeOffset(slot * Tenth, TimeSpan.Zero);
        return start > from ? start : from;
    }

    /// <summary>Takes the place.</summary>
    public void Take(DateTimeOffset at, DateTimeOffset now)
    {
        var slot = at.UtcTicks / Tenth;
        _taken[slot] = _taken.GetValueOrDefault(slot) + 1;
        if (_taken.Count > 1_000)
        {
            var past = (now.UtcTicks / Tenth) - 1;
            foreach (var old in _taken.Keys.Where(key => key < past).ToList())
            {
                _taken.Remove(old);
            }
        }
    }
}
