namespace CoachBot.Core.Tips;

/// <summary>How long to wait before a post is tried again.</summary>
public static class TipBackoff
{
    private const int MostDoublings = 20;

    /// <summary>The first wait doubled with every attempt up to the longest, of which chance takes up to a half; never less than the channel asks for.</summary>
    /// <param name="attempts">How often it was tried, at least 1.</param>
    /// <param name="asked">What the channel asks for.</param>
    /// <param name="options">First and longest wait.</param>
    /// <param name="chance">0 to 1: spreads those that failed together.</param>
    public static TimeSpan After(int attempts, TimeSpan asked, TipOptions options, double chance)
    {
        var doubled = options.FirstRetryAfter * Math.Pow(2, Math.Clamp(attempts - 1, 0, MostDoublings));
        var longest = doubled < options.LongestRetryAfter ? doubled : options.LongestRetryAfter;
        var wait = longest * (1 - (chance / 2));

        // Those asked to wait for the same time must not come back together either.
        var polite = asked + (options.FirstRetryAfter * (chance / 2));
        return asked > TimeSpan.Zero && polite > wait ? polite : wait;
    }
}
