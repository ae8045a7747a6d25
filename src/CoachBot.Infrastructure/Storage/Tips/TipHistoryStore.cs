using CoachBot.Core.Tips;
using CoachBot.Core.Turns;

namespace CoachBot.Infrastructure.Storage.Tips;

/// <summary>What conversations have had, and what their people need.</summary>
internal sealed class TipHistoryStore(Database database, TimeProvider time) : ITipHistory
{
    // Looks at every question that is kept: once for all channels of the hour, not once for each.
    private static readonly TimeSpan OpenedHolds = TimeSpan.FromMinutes(10);
    private volatile KnownOpened? _opened;

    /// <inheritdoc />
    public async Task<TipMemory> RememberAsync(ConversationKey conversation, DateTimeOffset missedSince, CancellationToken cancel)
    {
        // One way to the database for both: a channel's people are those who asked in it, in the channel or in a thread; what they asked
        // elsewhere counts too.
        var rows = await database.ReadAsync(
            new(
                """
                SELECT CAST(0 AS BIGINT), case_id, used_at FROM tip_uses WHERE conversation = $1
                UNION ALL
                SELECT CAST(0 AS BIGINT), d.case_id, d.due_at FROM tip_deliveries d JOIN tip_subscriptions s ON s.id = d.subscription_id
                WHERE s.conversation = $1 AND d.state < 4 AND d.case_id IS NOT NULL
                UNION ALL
                SELECT CAST(1 AS BIGINT), g.nearest_case, COUNT(*) FROM gaps g JOIN questions q ON q.id = g.question_id
                WHERE g.opened_at >= $2 AND g.nearest_case IS NOT NULL AND q.person IN (
                  SELECT person FROM questions WHERE asked_at >= $2 AND (conversation = $1 OR substr(conversation, 1, length($1) + 1) = $1 || '|'))
                GROUP BY g.nearest_case
                """,
                TipSubscriptionStore.Key(conversation), missedSince),
            row => (IsUse: row.GetInt64(0) == 0, Case: row.GetString(1), Number: row.GetInt64(2)),
            cancel);
        return new TipMemory(
            rows.Where(row => row.IsUse).GroupBy(row => row.Case, row => row.Number)
                .ToDictionary(uses => uses.Key, uses => DateTimeOffset.FromUnixTimeMilliseconds(uses.Max())),
            rows.Where(row => !row.IsUse).ToDictionary(row => row.Case, row => (int)row.Number),
            await OpenedAsync(cancel));
    }

    /// <inheritdoc />
    public async Task<bool> NoteAsync(ConversationKey conversation, string caseId, DateTimeOffset? before, DateTimeOffset at, CancellationToken cancel) =>
        await database.KeepAsync(cancel, new Statement(
            """
            INSERT INTO tip_uses (conversation, case_id, used_at) VALUES ($1, $2, $3)
            ON CONFLICT (conversation, case_id) DO UPDATE SET used_at = excluded.used_at WHERE tip_uses.used_at IN ($3, $4)
            """,
            TipSubscriptionStore.Key(conversation), caseId, at, before ?? DateTimeOffset.UnixEpoch)) is [1];

    private async Task<IReadOnlySet<string>> OpenedAsync(CancellationToken cancel)
    {
        var now = time.GetUtcNow();
        if (_opened is not { } known || now - known.At > OpenedHolds)
        {
            var cases = await database.ReadAsync(
                new("SELECT DISTINCT case_id FROM questions WHERE case_id IS NOT NULL"), row => row.GetString(0), cancel);
            _opened = known = new KnownOpened(cases.ToHashSet(), now);
        }

        return known.Cases;
    }

    private sealed record KnownOpened(IReadOnlySet<string> Cases, DateTimeOffset At);
}
