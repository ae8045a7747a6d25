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

        IReadOnlyList<TipSubscription> due;
        do
        {
            due = await deliveries.DueAsync(now, AtOnce, cancel);
            var before = round;
            foreach (var subscription in due)
            {
                round += await PlanAsync(subscription, known, now, cancel);
            }

            if (round.Moved == before.Moved)
            {
                break;
            }
        }
        while (due.Count == AtOnce);
        return round;
    }

    private async Task<TipRound> PlanAsync(TipSubscription subscription, HolidayCalendars known, DateTimeOffset now, CancellationToken cancel)
    {
        if (!TimeZones.Find(subscription.Schedule.TimeZone, out var zone))
        {
            return new TipRound { ZonesUnknown = 1 };
        }

        var plan = TipPlan.Of(subscription, zone, known, options.CatchUpWithin, now);
        return await deliveries.PlanAsync(subscription, plan.Posts, plan.Next, cancel) is null
            ? new TipRound()
            : new TipRound
            {
                Moved = 1,
                Waiting = plan.Posts.Count(post => post.State == TipState.Waiting),
                Skipped = plan.Posts.Count(post => post.State == TipState.Skipped),
                Missed = plan.Posts.Count(post => post.State == TipState.Missed),
            };
    }

    // A day that has become a working day may lie before the tip that was next. What is due already is left to the plan.
    private async Task MoveWithCalendarsAsync(HolidayCalendars known, DateTimeOffset now, CancellationToken cancel)
    {
        foreach (var subscription in await subscriptions.LivingAsync(cancel))
        {
            if (subscription.Next is { } next && next.At > now && TimeZones.Find(subscription.Schedule.TimeZone, out var zone)
                && TipClock.NextAfter(subscription.Schedule, zone, known, now) is var fresh && fresh != next)
            {
                await deliveries.PlanAsync(subscription, [], fresh, cancel);
            }
        }
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

    /// <summary>Both together.</summary>
    public static TipRound operator +(TipRound one, TipRound other) => new()
    {
        Moved = one.Moved + other.Moved,
        Waiting = one.Waiting + other.Waiting,
        Skipped = one.Skipped + other.Skipped,
        Missed = one.Missed + other.Missed,
        ZonesUnknown = one.ZonesUnknown + other.ZonesUnknown,
    };
}
