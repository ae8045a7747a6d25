using System.Text.Json;
using CoachBot.Core.Telemetry;
using CoachBot.Core.Turns;

namespace CoachBot.Infrastructure.Storage.Stores;

/// <summary>
/// The inbox. Only the acknowledgement waits for the disk; the turn itself waits until a killed process can't undo what it noted. So a power
/// cut within some milliseconds may repeat an answer, which is better than every answer waiting for the disk three times.
/// </summary>
internal sealed class Inbox(Database database, TimeProvider time, CoachBotMetrics? metrics) : IInbox
{
    private readonly string _beginSend =
        $"""
        INSERT INTO inbox_sends (inbox_id, send, state, mark, begun_at)
        SELECT $1, $3, {(int)SendState.Begun}, $4, $5 FROM inbox WHERE id = $1 AND state = {(int)EntryState.Claimed} AND worker = $2 {database.Dialect.ForUpdate}
        ON CONFLICT (inbox_id, send) DO UPDATE SET state = {(int)SendState.Begun}, mark = excluded.mark, begun_at = excluded.begun_at, ended_at = NULL
        WHERE inbox_sends.state = {(int)SendState.Later} OR inbox_sends.mark = excluded.mark
        """;

    private readonly string _claimAbandoned =
        $"""
        UPDATE inbox SET state = {(int)EntryState.Claimed}, worker = $1, free_at = $2, mark = $3
        WHERE id IN (SELECT id FROM inbox WHERE {Abandoned("$4", "$5")} ORDER BY stored_at LIMIT $6 {database.Dialect.SkipLocked})
        """;

    private static readonly string AnyAbandoned = $"SELECT 1 FROM inbox WHERE {Abandoned("$1", "$2")} LIMIT 1";

    private static readonly string CloseDoubtful =
        $"""
        UPDATE inbox SET state = {(int)EntryState.InDoubt}, worker = NULL, ended_at = $3
        WHERE state < 2 AND free_at = $1 AND mark = $2
        AND EXISTS (SELECT 1 FROM inbox_sends WHERE inbox_id = inbox.id AND inbox_sends.state IN ({(int)SendState.Begun}, {(int)SendState.Unknown}))
        """;

    private enum EntryState
    {
        Waiting,
        Claimed,
        Answered,
        InDoubt,
        Failed,
    }

    private enum SendState
    {
        Begun,
        Sent,
        Later,
        Unknown,
        Refused,
        Gone,
    }

    /// <inheritdoc />
    public async Task<bool> StoreAsync(IncomingMessage message, CancellationToken cancel)
    {
        var stored = StoredMessage.Of(message);
        var now = time.GetUtcNow();
        var rows = await database.CommitAsync(cancel, new Statement(
            """
            INSERT INTO inbox (id, state, free_at, mark, person, conversation, personal, message, stored_at)
            VALUES ($1, 0, $2, $3, $4, $5, $6, $7, $2)
            ON CONFLICT (id) DO UPDATE SET mark = excluded.mark WHERE inbox.mark = excluded.mark
            """,
            message.Id, now, NewMark(), stored.Person, stored.Conversation, message.Scope == ChatScope.Personal,
            JsonSerializer.Serialize(stored, StoredJson.Plain.StoredMessage)));
        return rows[0] > 0;
    }

    /// <inheritdoc />
    public Task FlushAsync(CancellationToken cancel) => database.FlushAsync().WaitAsync(cancel);

    /// <inheritdoc />
    public async Task<bool> ClaimAsync(string messageId, string worker, TimeSpan lease, CancellationToken cancel)
    {
        var now = time.GetUtcNow();
        var rows = await database.CommitAsync(cancel, new Statement(
            """
            UPDATE inbox SET state = 1, worker = $2, free_at = $3
            WHERE id = $1 AND (state = 0 OR (state = 1 AND (worker = $2 OR free_at <= $4)))
            """,
            messageId, worker, now + lease, now));
        return rows[0] > 0;
    }

    /// <inheritdoc />
    public async Task<IReadOnlyList<IncomingMessage>> ClaimAbandonedAsync(string worker, TimeSpan lease, TimeSpan idle, int most, CancellationToken cancel)
    {
        var now = time.GetUtcNow();
        if (!await database.ReadFirstAsync(new(AnyAbandoned, now - idle, now), _ => true, cancel))
        {
            return [];
        }

        var mark = NewMark();
        return await database.TransactAsync<IReadOnlyList<IncomingMessage>>(
            async session =>
            {
                await session.ExecuteAsync(new(_claimAbandoned, worker, now + lease, mark, now - idle, now, (long)most), cancel);
                await session.ExecuteAsync(new(CloseDoubtful, now + lease, mark, now), cancel);
                return await session.QueryAsync(
                    new("SELECT message FROM inbox WHERE state < 2 AND free_at = $1 AND mark = $2 ORDER BY stored_at, id", now + lease, mark),
                    row => JsonSerializer.Deserialize(row.GetString(0), StoredJson.Plain.StoredMessage)!.Message(),
                    cancel);
            },
            cancel);
    }

    /// <inheritdoc />
    public async Task<bool> BeginSendAsync(string messageId, string worker, string send, CancellationToken cancel)
    {
        var rows = await database.CommitAsync(cancel, new Statement(_beginSend, messageId, worker, send, NewMark(), time.GetUtcNow()));
        return rows[0] > 0;
    }

    /// <inheritdoc />
    public Task EndSendAsync(string messageId, string send, Delivery delivery, CancellationToken cancel)
    {
        var (state, reason, channelMessage) = delivery switch
        {
            Delivery.Sent sent => (SendState.Sent, null, sent.MessageId),
            Delivery.Later later => (SendState.Later, later.Reason, null),
            Delivery.Unknown unknown => (SendState.Unknown, unknown.Reason, null),
            Delivery.Refused refused => (SendState.Refused, refused.Reason, null),
            Delivery.Gone gone => (SendState.Gone, gone.Reason, (string?)null),
            _ => throw new NotSupportedException($"No stored form of {delivery.GetType().Name}"),
        };
        metrics?.Offered(Code(state));
        return database.CommitAsync(cancel, new Statement(
            "UPDATE inbox_sends SET state = $3, reason = $4, message_id = $5, ended_at = $6 WHERE inbox_id = $1 AND send = $2",
            messageId, send, state, reason, channelMessage, time.GetUtcNow()));
    }

    /// <inheritdoc />
    public Task CloseAsync(string messageId, InboxEnd end, CancellationToken cancel) => database.CommitAsync(cancel, new Statement(
        // What was answered need not be read again; what was not may have to be, by a person.
        "UPDATE inbox SET state = $2, worker = NULL, ended_at = $3, message = CASE WHEN $2 = 2 THEN '' ELSE message END WHERE id = $1 AND state < 2",
        messageId,
        end switch
        {
            InboxEnd.Answered => EntryState.Answered,
            InboxEnd.InDoubt => EntryState.InDoubt,
            _ => EntryState.Failed,
        },
        time.GetUtcNow()));

    /// <inheritdoc />
    public async Task<InboxCounts> CountAsync(CancellationToken cancel)
    {
        var counts = (await database.ReadAsync(new("SELECT state, count(*) FROM inbox GROUP BY state"), row => (row.GetInt64(0), row.GetInt64(1)), cancel))
            .ToDictionary(count => (EntryState)count.Item1, count => count.Item2);
        return new(Of(EntryState.Waiting), Of(EntryState.Claimed), Of(EntryState.Answered), Of(EntryState.InDoubt), Of(EntryState.Failed));

        long Of(EntryState state) => counts.GetValueOrDefault(state);
    }

    /// <inheritdoc />
    public async Task<IReadOnlyList<string>> InDoubtAsync(int most, CancellationToken cancel) => await database.ReadAsync(
        new("SELECT id FROM inbox WHERE state = 3 ORDER BY ended_at DESC, stored_at DESC, id LIMIT $1", (long)most), row => row.GetString(0), cancel);

    // The index of open entries serves only a query that names its condition.
    private static string Abandoned(string waitingSince, string now) =>
        $"state < 2 AND free_at <= {now} AND (state = {(int)EntryState.Claimed} OR free_at <= {waitingSince})";

    private static string Code(SendState state) => state.ToString().ToLowerInvariant();

    private static string NewMark() => Guid.NewGuid().ToString("N");
}
