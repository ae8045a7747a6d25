using CoachBot.Core.Language;
using CoachBot.Core.Tips;
using CoachBot.Core.Turns;
using CoachBot.Infrastructure.Storage.Stores;

namespace CoachBot.Infrastructure.Storage.Tips;

/// <summary>Which conversations get a daily tip.</summary>
internal sealed class TipSubscriptionStore(Database database) : ITipSubscriptions
{
    /// <summary>The key of a conversation without its thread.</summary>
    public static string Key(ConversationKey conversation) => Keys.Of(conversation with { Thread = null });

    /// <inheritdoc />
    public Task<TipSubscription?> FindAsync(ConversationKey conversation, CancellationToken cancel) => database.ReadFirstAsync(
        new($"SELECT {TipRows.SubscriptionColumns} FROM tip_subscriptions s WHERE s.conversation = $1", Key(conversation)),
        TipRows.Subscription,
        cancel)!;

    /// <inheritdoc />
    public Task SaveAsync(TipSubscription subscription, CancellationToken cancel)
    {
        var schedule = subscription.Schedule;
        return database.KeepAsync(cancel, new Statement(
            """
            INSERT INTO tip_subscriptions (conversation, id, route, at_minute, time_zone, days, calendars, languages, roles, tags, paused, skip_on,
              next_on, next_at, created_by, created_at, closed, version)
            VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, 1)
            ON CONFLICT (conversation) DO UPDATE SET route = excluded.route, at_minute = excluded.at_minute, time_zone = excluded.time_zone,
              days = excluded.days, calendars = excluded.calendars, languages = excluded.languages, roles = excluded.roles, tags = excluded.tags,
              paused = excluded.paused, skip_on = excluded.skip_on, next_on = excluded.next_on, next_at = excluded.next_at,
              created_by = excluded.created_by, closed = excluded.closed, version = tip_subscriptions.version + 1
            """,
            Key(subscription.Address.Conversation), subscription.Id, subscription.Address.Route, (long)schedule.At.ToTimeSpan().TotalMinutes,
            schedule.TimeZone, schedule.Days, TipRows.Column(schedule.Calendars),
            TipRows.Column(subscription.Languages.Select(language => language.Code()).ToList()), TipRows.Column(subscription.Filter.Roles),
            TipRows.Column(subscription.Filter.Tags), subscription.Paused, subscription.SkipOn is { } skip ? TipRows.Column(skip) : null,
            subscription.Next is { } next ? TipRows.Column(next.Date) : null, subscription.Next?.At,
            subscription.CreatedBy is { } by ? Keys.Of(by) : null, subscription.CreatedAt, subscription.Closed));
    }

    /// <inheritdoc />
    public Task CloseAsync(ConversationKey conversation, string reason, CancellationToken cancel) => database.KeepAsync(cancel, new Statement(
        "UPDATE tip_subscriptions SET closed = $2, next_on = NULL, next_at = NULL, version = version + 1 WHERE conversation = $1 AND closed IS NULL",
        Key(conversation), reason));

    /// <inheritdoc />
    public async Task<IReadOnlyList<TipSubscription>> LivingAsync(CancellationToken cancel) => await database.ReadAsync(
        new($"SELECT {TipRows.SubscriptionColumns} FROM tip_subscriptions s WHERE s.closed IS NULL ORDER BY s.conversation"),
        TipRows.Subscription,
        cancel);
}
