namespace CoachBot.Core.Tips;

/// <summary>
/// Chooses the next tip of a channel. None comes a second time before every case of the pool was used; then the one used longest ago
/// comes first. Among the unused: first what people missed last week, then what nobody has opened yet, then an order of the channel's
/// own that is the same on every machine.
/// </summary>
public static class TipChooser
{
    /// <summary>The id of the next case; null when the pool is empty.</summary>
    /// <param name="pool">Ids of the cases to choose from.</param>
    /// <param name="memory">What was used in the channel, and what its people need.</param>
    /// <param name="seed">What gives the channel an order of its own: the same text gives the same order.</param>
    public static string? Next(IReadOnlyCollection<string> pool, TipMemory memory, string seed)
    {
        var unused = pool.Where(id => !memory.Used.ContainsKey(id)).ToList();
        return unused.Count > 0
            ? unused.MinBy(id => (-memory.Missed.GetValueOrDefault(id), memory.Opened.Contains(id), Order(seed, id), id))
            : pool.MinBy(id => (memory.Used[id], Order(seed, id), id));
    }

    /// <summary>The ids of the next tips, as they would come if nothing changed meanwhile.</summary>
    /// <param name="count">How many.</param>
    /// <param name="pool">Ids of the cases to choose from.</param>
    /// <param name="memory">What was used, and what people need.</param>
    /// <param name="seed">As for <see cref="Next"/>.</param>
    public static List<string> Preview(int count, IReadOnlyCollection<string> pool, TipMemory memory, string seed)
    {
        var used = memory.Used.ToDictionary();
        var latest = used.Count > 0 ? used.Values.Max() : DateTimeOffset.UnixEpoch;
        var coming = new List<string>(count);
        while (coming.Count < count && Next(pool, memory with { Used = used }, seed) is { } next)
        {
            coming.Add(next);
            used[next] = latest = latest.AddMilliseconds(1);
        }

        return coming;
    }

    // FNV-1a: small, and the same on every machine and in every process, which string.GetHashCode is not.
    private static ulong Order(string seed, string id)
    {
        var hash = 14695981039346656037UL;
        foreach (var letter in seed)
        {
            hash = (hash ^ letter) * 1099511628211UL;
        }

        hash = (hash ^ '\n') * 1099511628211UL;
        foreach (var letter in id)
        {
            hash = (hash ^ letter) * 1099511628211UL;
        }

        // The last letters of FNV barely reach the high bits, which decide the order.
        hash ^= hash >> 33;
        hash *= 0xff51afd7ed558ccdUL;
        return hash ^ (hash >> 33);
    }
}
