namespace CoachBot.Core.Tips;

/// <summary>What is to be done for a subscription whose time has come.</summary>
/// <param name="Subscription">The subscription as it was read.</param>
/// <param name="Posts">The posts up to now; more than one after a long silence.</param>
/// <param name="Next">The tip after them; null: none to come.</param>
public sealed record TipPlan(TipSubscription Subscription, IReadOnlyList<PlannedTip> Posts, TipOccurrence? Next)
{
    /// <summary>The reason of a post whose hour passed while no host ran.</summary>
    public const string HostWasDown = "host-was-down";

    /// <summary>The reason of a post that somebody asked to leave out.</summary>
    public const string SkipAsked = "skip-asked";

    // After a year of silence nobody wants a list of every day of it.
    private const int MostPosts = 400;

    /// <summary>The plan of a living subscription, by its calendar as it is now: a day that has become a holiday is left out silently.</summary>
    /// <param name="subscription">The subscription, its next tip due.</param>
    /// <param name="zone">Its zone.</param>
    /// <param name="calendars">The calendars.</param>
    /// <param name="catchUpWithin">How late a tip may still be.</param>
    /// <param name="now">The moment.</param>
    public static TipPlan Of(
        TipSubscription subscription, TimeZoneInfo zone, HolidayCalendars calendars, TimeSpan catchUpWithin, DateTimeOffset now)
    {
        var posts = new List<PlannedTip>();
        var next = subscription.Next;
        while (next is not null && next.At <= now && posts.Count < MostPosts)
        {
            if (subscription.Schedule.IsWorkingDay(next.Date, calendars))
            {
                posts.Add(Post(subscription, next, catchUpWithin, now));
            }

            next = TipClock.NextAfter(subscription.Schedule, zone, calendars, next.Date);
        }

        return new TipPlan(subscription, posts, next);
    }

    private static PlannedTip Post(TipSubscription subscription, TipOccurrence occurrence, TimeSpan catchUpWithin, DateTimeOffset now) =>
        subscription.SkipOn == occurrence.Date ? new PlannedTip(occurrence, TipState.Skipped, SkipAsked)
        : now - occurrence.At > catchUpWithin ? new PlannedTip(occurrence, TipState.Missed, HostWasDown)
        : new PlannedTip(occurrence, TipState.Waiting, null);
}
