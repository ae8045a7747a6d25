using System.Globalization;
using CoachBot.Core.Knowledge;
using CoachBot.Core.Language;
using CoachBot.Core.Turns;

namespace CoachBot.Core.Tips;

/// <summary>What a channel can arrange about its daily tip.</summary>
public sealed class TipDesk(
    ITipSubscriptions subscriptions, ITipHistory history, IHolidayCalendarSource calendars, Func<KnowledgePack> pack, TipOptions options, TimeProvider time)
{
    private static readonly TimeSpan MissedWithin = TimeSpan.FromDays(7);

    /// <summary>The calendars there are.</summary>
    public HolidayCalendars Calendars => calendars.Current;

    /// <summary>How many cases a filter leaves.</summary>
    public int PoolSize(TipFilter filter) => filter.Pool(pack()).Count;

    /// <summary>The channel's subscription; null when it has none that lives.</summary>
    public async Task<TipSubscription?> FindAsync(ConversationKey conversation, CancellationToken cancel) =>
        await subscriptions.FindAsync(conversation, cancel) is { Closed: null } living ? living : null;

    /// <summary>Subscribes the channel, or changes what it has. A tip that it had today already is not sent again today.</summary>
    /// <param name="turn">Who asks, and where.</param>
    /// <param name="wish">What for.</param>
    /// <param name="placeCalendar">The calendar of a zone's place; null where none is known.</param>
    /// <param name="cancel">Ends the wait.</param>
    public async Task<TipSubscription> SubscribeAsync(Turn turn, TipWish wish, Func<string, string?> placeCalendar, CancellationToken cancel)
    {
        var address = turn.Message.Address with { Conversation = turn.Conversation with { Thread = null } };
        var before = await subscriptions.FindAsync(address.Conversation, cancel);
        var zone = wish.TimeZone ?? options.TimeZone;
        var place = placeCalendar(zone);
        var subscription = new TipSubscription
        {
            Id = before?.Id ?? Guid.NewGuid().ToString("N"),
            Address = address,
            Schedule = new TipSchedule(
                wish.At ?? TimeOnly.ParseExact(options.At, "HH:mm", CultureInfo.InvariantCulture),
                zone,
                wish.Days ?? WeekDays.Usual,
                wish.Calendars ?? (place is not null && Calendars.Find(place) is not null ? [place] : [])),
            Languages = wish.Languages ?? [turn.Language],
            Filter = wish.Filter,
            CreatedBy = turn.Person,
            CreatedAt = before?.CreatedAt ?? time.GetUtcNow(),
        };
        return await SaveAsync(subscription, cancel);
    }

    /// <summary>Stops the tips for a while.</summary>
    public Task<TipSubscription> PauseAsync(TipSubscription subscription, CancellationToken cancel) =>
        SaveAsync(subscription with { Paused = true }, cancel);

    /// <summary>Goes on after a pause.</summary>
    public Task<TipSubscription> ResumeAsync(TipSubscription subscription, CancellationToken cancel) =>
        SaveAsync(subscription with { Paused = false }, cancel);

    /// <summary>Leaves the next tip out.</summary>
    public Task<TipSubscription> SkipAsync(TipSubscription subscription, CancellationToken cancel) =>
        SaveAsync(subscription with { SkipOn = subscription.Next?.Date }, cancel);

    /// <summary>Ends the subscription.</summary>
    public Task UnsubscribeAsync(TipSubscription subscription, CancellationToken cancel) =>
        subscriptions.CloseAsync(subscription.Address.Conversation, "unsubscribed", cancel);

    /// <summary>The next tips with their days, as they come if nothing changes meanwhile.</summary>
    public async Task<IReadOnlyList<ComingTip>> PreviewAsync(TipSubscription subscription, int count, AnswerLanguage language, CancellationToken cancel)
    {
        var known = pack();
        var memory = await history.RememberAsync(subscription.Address.Conversation, time.GetUtcNow() - MissedWithin, cancel);
        var cases = TipChooser.Preview(count, subscription.Filter.Pool(known), memory, subscription.Id)
            .Select(id => known.Cases.First(@case => @case.Id == id));
        return Days(subscription).Zip(cases, (day, @case) => new ComingTip(day, LanguageFaces.Show(@case.In(language).Title, language))).ToList();
    }

    private IEnumerable<DateOnly> Days(TipSubscription subscription)
    {
        if (!TimeZones.Find(subscription.Schedule.TimeZone, out var zone))
        {
            yield break;
        }

        for (var next = NextOf(subscription); next is not null; next = TipClock.NextAfter(subscription.Schedule, zone, Calendars, next.Date))
        {
            if (next.Date != subscription.SkipOn)
            {
                yield return next.Date;
            }
        }
    }

    private async Task<TipSubscription> SaveAsync(TipSubscription subscription, CancellationToken cancel)
    {
        var saved = subscription with { Next = subscription.Paused ? null : NextOf(subscription) };
        await subscriptions.SaveAsync(saved, cancel);
        return saved;
    }

    private TipOccurrence? NextOf(TipSubscription subscription) => TimeZones.Find(subscription.Schedule.TimeZone, out var zone)
        ? TipClock.NextAfter(subscription.Schedule, zone, Calendars, time.GetUtcNow())
        : null;
}

/// <summary>A tip that is to come.</summary>
/// <param name="Day">The day, in the channel's zone.</param>
/// <param name="Title">The case's title.</param>
public sealed record ComingTip(DateOnly Day, string Title);
