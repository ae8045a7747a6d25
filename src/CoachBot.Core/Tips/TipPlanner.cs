namespace CoachBot.Core.Tips;

/// <summary>Turns time that has come into posts that wait. Any number of planners may run: what one has planned the others leave.</summary>
public sealed class TipPlanner(
    ITipSubscriptions subscriptions, ITipDeliveries deliveries, IHolidayCalendarSource calendars, TipOptions options, TimeProvider time)
{
    private const int AtOnce = 500;
    private HolidayCalendars? _checked;

    /// <summary>Plans everything that is due by now.</summary>
    public async Task<TipRound> RunAsync(CancellationToken cancel)
    {
        var now = time.GetUtcNow();
        var known = calendars.Current;
        var round = new TipRound();
        if (!ReferenceEquals(_checked, known))
        {
            await MoveWithCalendarsAsync(known, now, cancel);
            _checked = known;
        }

        var more = true;
        while (more)
        {
            var due = await deliveries.DueAsync(now, AtOnce, cancel);
            var plans = due.Select(subscription => Plan(subscription, known, now)).ToList();
            var done = await deliveries.PlanAsync(plans.OfType<TipPlan>().ToList(), cancel);
            round += TipRound.Of(done) with { ZonesUnknown = plans.Count(plan => plan is null) };
            more = due.Count == AtOnce && done.Count > 0;
        }

        return round;
    }

    // Null where this machine does not know the zone: another may.
    private TipPlan? Plan(TipSubscription subscription, HolidayCalendars known, DateTimeOffset now) =>
        TimeZones.Find(subscription.Schedule.TimeZone, out var zone)
            ? TipPlan.Of(subscription, zone, known, options.CatchUpWithin, now)
            : null;

    // A day that has become a working day may lie before the tip that was next. What is due already is left to the plan; where no calendar is
    // asked, none has changed anything.
    private async Task MoveWithCalendarsAsync(HolidayCalendars known, DateTimeOffset now, CancellationToken cancel)
    {
        var moves = new List<TipPlan>();
        foreach (var subscription in await subscriptions.LivingAsync(cancel))
        {
            if (subscription.Schedule.Calendars.Count > 0 && subscription.Next is { } next && next.At > now
                && TimeZones.Find(subscription.Schedule.TimeZone, out var zone)
                && TipClock.NextAfter(subscription.Schedule, zone, known, now) is var fresh && fresh != next)
            {
                moves.Add(new TipPlan(subscription, [], fresh));
            }
        }

        await deliveries.PlanAsync(moves, cancel);
    }
}

/// <summary>What a round of planning did.</summary>
public sealed record TipRound
{
    /// <summary>Subscriptions that moved on.</summary>
    public int Moved { get; init; }

    /// <summary>Posts that wait to be sent.</summary>
    public int Waiting { get; init; }

    /// <summary>Posts left out as asked.</summary>
    public int Skipped { get; init; }

    /// <summary>Posts that are too late.</summary>
    public int Missed { get; init; }

    /// <summary>Subscriptions whose zone this machine does not know; they stay where they are.</summary>
    public int ZonesUnknown { get; init; }

    /// <summary>What plans that were carried out come to.</summary>
    public static TipRound Of(IReadOnlyList<TipPlan> plans) => new()
    {
        Moved = plans.Count,
        Waiting = Count(plans, TipState.Waiting),
        Skipped = Count(plans, TipState.Skipped),
        Missed = Count(plans, TipState.Missed),
    };

    /// <summary>Both together.</summary>
    public static TipRound operator +(TipRound one, TipRound other) => new()
    {
        Moved = one.Moved + other.Moved,
        Waiting = one.Waiting + other.Waiting,
        Skipped = one.Skipped + other.Skipped,
        Missed = one.Missed + other.Missed,
        ZonesUnknown = one.ZonesUnknown + other.ZonesUnknown,
    };
    private static int Count(IReadOnlyList<TipPlan> plans, TipState state) => plans.Sum(plan => plan.Posts.Count(post => post.State == state));
}
