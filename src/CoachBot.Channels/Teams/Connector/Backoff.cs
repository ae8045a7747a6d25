namespace CoachBot.Channels.Teams.Connector;

/// <summary>How long to wait before trying again.</summary>
internal static class Backoff
{
    /// <summary>Doubles with each attempt, up to the most, give or take a fifth so that many do not come back at once.</summary>
    public static TimeSpan After(int attempt, TimeSpan first, TimeSpan most)
    {
        var wait = Math.Min(first.TotalMilliseconds * Math.Pow(2, Math.Min(attempt, 20) - 1), most.TotalMilliseconds);
        return TimeSpan.FromMilliseconds(wait * (0.8 + (Random.Shared.NextDouble() * 0.4)));
    }
}
