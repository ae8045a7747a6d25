using System.Globalization;
using CoachBot.Core.Tips;

namespace CoachBot.Infrastructure.Storage.Tips;

/// <summary>Every post from its plan to its end. All of it bears being run twice, as the database asks.</summary>
internal sealed class TipDeliveryStore(Database database, TimeProvider time) : ITipDeliveries
{
    /// <inheritdoc />
    public async Task<IReadOnlyList<TipSubscription>> DueAsync(DateTimeOffset now, int most, CancellationToken cancel) => await database.ReadAsync(
        new(
            $"SELECT {TipRows.SubscriptionColumns} FROM tip_subscriptions s WHERE s.next_at <= $1 AND s.closed IS NULL AND s.paused = 0 ORDER BY s.next_at LIMIT $2",
            now, most),
        TipRows.Subscription,
        cancel);

    /// <inheritdoc />
    public async Task<IReadOnlyList<TipPlan>> PlanAsync(IReadOnlyList<TipPlan> plans, CancellationToken cancel) =>
        plans.Count == 0 ? [] : await database.TransactAsync<IReadOnlyList<TipPlan>>(
            async session =>
            {
                var done = new List<TipPlan>();
                foreach (var plan in plans)
                {
                    if (await MoveAsync(session, plan, cancel))
                    {
                        await AddAsync(session, plan, cancel);
                        done.Add(plan);
                    }
                }

                return done;
            },
            cancel);

    /// <inheritdoc />
    public Task<IReadOnlyList<ClaimedTip>> ClaimAsync(string worker, DateTimeOffset now, TimeSpan lease, int most, CancellationToken cancel) =>
        database.TransactAsync<IReadOnlyList<ClaimedTip>>(
            async session =>
            {
                await TakeAsync(session, worker, now, lease, most, cancel);

                // Also what an earlier round of this worker claimed and did not come to.
                return await session.QueryAsync(
                    new(
                        $"""
                        SELECT {TipRows.SubscriptionColumns}, d.local_date, d.due_at, d.case_id, d.attempts, d.reason, d.in_doubt
                        FROM tip_deliveries d JOIN tip_subscriptions s ON s.id = d.subscription_id
                        WHERE d.state = 1 AND d.worker = $1 ORDER BY d.due_at, d.subscription_id
                        """,
                        worker),
                    row => new ClaimedTip(
                        TipRows.Subscription(row),
                        new TipOccurrence(TipRows.Day(row.GetString(TipRows.SubscriptionWidth)), row.Time(TipRows.SubscriptionWidth + 1)),
                        row.Text(TipRows.SubscriptionWidth + 2),
                        (int)row.GetInt64(TipRows.SubscriptionWidth + 3),
                        row.Text(TipRows.SubscriptionWidth + 4),
                        row.Truth(TipRows.SubscriptionWidth + 5),
                        worker),
                    cancel);
            },
            cancel);

    /// <inheritdoc />
    public async Task<bool> BeginAsync(ClaimedTip tip, string caseId, DateTimeOffset leaseUntil, CancellationToken cancel) =>
        await database.KeepAsync(cancel, new Statement(
            """
            UPDATE tip_deliveries SET state = 2, case_id = $5, attempts = $4 + 1, free_at = $6, changed_at = $7
            WHERE subscription_id = $1 AND local_date = $2 AND worker = $3 AND state IN (1, 2) AND attempts IN ($4, $4 + 1)
            """,
            tip.Subscription.Id, TipRows.Column(tip.Occurrence.Date), tip.Worker, tip.Attempts, caseId, leaseUntil, time.GetUtcNow())) is [1];

    /// <inheritdoc />
    public async Task<bool> EndAsync(ClaimedTip tip, TipEnd end, DateTimeOffset now, CancellationToken cancel)
    {
        var rows = await database.KeepAsync(cancel, [EndOf(tip, end, now), .. AfterEnd(tip, end, now)]);
        return rows[0] == 1;
    }

    /// <inheritdoc />
    public Task ReleaseAsync(string worker, CancellationToken cancel) => database.KeepAsync(cancel, new Statement(
        "UPDATE tip_deliveries SET state = CASE WHEN attempts = 0 THEN 0 ELSE 3 END, worker = NULL, free_at = $2 WHERE state = 1 AND worker = $1",
        worker, time.GetUtcNow()));

    /// <inheritdoc />
    public Task<TipCounts> CountAsync(DateTimeOffset since, CancellationToken cancel) => CountAsync(database, since, DateTimeOffset.MaxValue, cancel);

    /// <summary>Posts by state that were due within a time.</summary>
    public static async Task<TipCounts> CountAsync(Database database, DateTimeOffset from, DateTimeOffset to, CancellationToken cancel)
    {
        var rows = await database.ReadAsync(
            new("SELECT state, COUNT(*), SUM(in_doubt) FROM tip_deliveries WHERE due_at >= $1 AND due_at < $2 GROUP BY state ORDER BY state", from, to),
            row => (State: (TipState)row.GetInt64(0), Count: row.GetInt64(1), InDoubt: Convert.ToInt64(row.GetValue(2), CultureInfo.InvariantCulture)),
            cancel);
        return new TipCounts(rows.ToDictionary(row => row.State, row => row.Count), rows.Sum(row => row.InDoubt));
    }

    // Row by row through the key: one statement for all would look at every post there ever was.
    private async Task TakeAsync(ISession session, string worker, DateTimeOffset now, TimeSpan lease, int most, CancellationToken cancel)
    {
        var free = await session.QueryAsync(
            new(
                $"""
                SELECT subscription_id, local_date FROM tip_deliveries WHERE state < 4 AND free_at <= $1
                ORDER BY free_at, subscription_id LIMIT $2 {database.Dialect.SkipLocked}
                """,
                now, most),
            row => (Subscription: row.GetString(0), Day: row.GetString(1)),
            cancel);
        foreach (var (subscription, day) in free)
        {
            await session.ExecuteAsync(
                new(
                    """
                    UPDATE tip_deliveries SET in_doubt = CASE WHEN state = 2 THEN 1 ELSE in_doubt END, state = 1, worker = $3, free_at = $4
                    WHERE subscription_id = $1 AND local_date = $2
                    """,
                    subscription, day, worker, now + lease),
                cancel);
        }
    }

    private static async Task<bool> MoveAsync(ISession session, TipPlan plan, CancellationToken cancel) => await session.ExecuteAsync(
        new(
            """
            UPDATE tip_subscriptions SET next_on = $3, next_at = $4, version = version + 1,
              skip_on = CASE WHEN skip_on < $3 THEN NULL ELSE skip_on END
            WHERE id = $1 AND version = $2 AND closed IS NULL AND paused = 0
            """,
            plan.Subscription.Id, plan.Subscription.Version, plan.Next is { } next ? TipRows.Column(next.Date) : null, plan.Next?.At),
        cancel) == 1;

    private async Task AddAsync(ISession session, TipPlan plan, CancellationToken cancel)
    {
        foreach (var post in plan.Posts)
        {
            await session.ExecuteAsync(
                new(
                    """
                    INSERT INTO tip_deliveries (subscription_id, local_date, due_at, state, free_at, attempts, in_doubt, reason, changed_at)
                    VALUES ($1, $2, $3, $4, $3, 0, 0, $5, $6) ON CONFLICT (subscription_id, local_date) DO NOTHING
                    """,
                    plan.Subscription.Id, TipRows.Column(post.Occurrence.Date), post.Occurrence.At, post.State, post.Reason, time.GetUtcNow()),
                cancel);
        }
    }

    private static Statement EndOf(ClaimedTip tip, TipEnd end, DateTimeOffset now) => new(
        """
        UPDATE tip_deliveries SET state = $5, reason = $6, message_id = $7, free_at = $8, changed_at = $9
        WHERE subscription_id = $1 AND local_date = $2 AND worker = $3 AND attempts = $4 AND (state IN (1, 2) OR state = $5)
        """,
        tip.Subscription.Id, TipRows.Column(tip.Occurrence.Date), tip.Worker, tip.Attempts, end.State, end.Reason, end.MessageId, end.RetryAt ?? now, now);

    // Only together with the end itself: a worker that has lost its claim says nothing more about the post.
    private static IEnumerable<Statement> AfterEnd(ClaimedTip tip, TipEnd end, DateTimeOffset now)
    {
        if (end.State is TipState.Sent or TipState.Doubtful && tip.CaseId is { } caseId)
        {
            yield return new(
                """
                INSERT INTO tip_uses (conversation, case_id, used_at)
                SELECT $4, $5, $6 FROM tip_deliveries WHERE subscription_id = $1 AND local_date = $2 AND worker = $3 AND state IN (4, 5)
                ON CONFLICT (conversation, case_id) DO UPDATE SET used_at = excluded.used_at
                """,
                tip.Subscription.Id, TipRows.Column(tip.Occurrence.Date), tip.Worker, TipSubscriptionStore.Key(tip.Subscription.Address.Conversation), caseId, now);
        }

        if (end.State == TipState.ChannelGone)
        {
            yield return new(
                """
                UPDATE tip_subscriptions SET closed = $4, next_on = NULL, next_at = NULL, version = version + 1 WHERE id = $1 AND closed IS NULL
                  AND EXISTS (SELECT 1 FROM tip_deliveries WHERE subscription_id = $1 AND local_date = $2 AND worker = $3 AND state = 7)
                """,
                tip.Subscription.Id, TipRows.Column(tip.Occurrence.Date), tip.Worker, end.Reason);
        }
    }
}
