using System.Collections.Concurrent;
using System.Globalization;
using CoachBot.Core.Knowledge;
using CoachBot.Core.Language;
using CoachBot.Core.Tips;
using CoachBot.Core.Turns;
using CoachBot.Infrastructure.Knowledge;
using CoachBot.Infrastructure.Storage;
using CoachBot.Infrastructure.Storage.Tips;
using CoachBot.TestSupport;
using Microsoft.Extensions.Time.Testing;

namespace CoachBot.Tests.Tips;

/// <summary>
/// A year of channels in twelve zones, with holidays, moved working days and both changes of the clock: what is due is worked out here by
/// other means than the program's, so that the two can be compared.
/// </summary>
internal sealed class SimulatedYear
{
    private const int Channels = 200;
    private const int Cases = 120;
    private static readonly DateOnly First = new(2026, 1, 1);
    private static readonly DateOnly Last = new(2026, 12, 31);

    // London and New York at times that their clocks skip and repeat; Lord Howe changes by half an hour.
    private static readonly (string Zone, string At, string[] Calendars, WeekDays Days)[] Kinds =
    [
        ("Asia/Shanghai", "09:00", ["cn"], WeekDays.Usual), ("Asia/Hong_Kong", "08:45", ["hk"], WeekDays.Usual | WeekDays.Saturday),
        ("Asia/Singapore", "09:15", ["sg"], WeekDays.Usual), ("Asia/Tokyo", "08:30", [], WeekDays.Usual),
        ("Asia/Kolkata", "10:00", [], WeekDays.Usual | WeekDays.Saturday), ("Asia/Kathmandu", "09:05", [], WeekDays.All),
        ("Europe/London", "01:30", [], WeekDays.All), ("Europe/Berlin", "02:15", [], WeekDays.All),
        ("America/New_York", "01:45", [], WeekDays.All), ("America/Sao_Paulo", "09:00", [], WeekDays.Usual),
        ("Australia/Lord_Howe", "02:10", [], WeekDays.All), ("Australia/Sydney", "02:30", ["cn", "hk"], WeekDays.All),
    ];

    private readonly Database _database;
    private readonly FakeTimeProvider _time;
    private readonly KnowledgePack _pack;
    private readonly CollectingChannel _teams;
    private readonly CollectingChannel _slack;
    private readonly List<TipSubscription> _subscriptions = [];

    public SimulatedYear(Database database, FakeTimeProvider time)
    {
        _database = database;
        _time = time;
        _teams = new CollectingChannel(ChannelNames.Teams);
        _slack = new CollectingChannel(ChannelNames.Slack);
        _pack = KnowledgePack.Empty with
        {
            Cases = Enumerable.Range(0, Cases).Select(number => Some.Case($"case-{number}")).ToList(),
            Calendars = new KnowledgeFolder(RepositoryRoot.In("knowledge")).Read().Pack.Calendars,
        };
        Deliveries = new TipDeliveryStore(database, time);
    }

    /// <summary>The moment before anything is due anywhere.</summary>
    public static DateTimeOffset Begin { get; } = new(2025, 12, 31, 0, 0, 0, TimeSpan.Zero);

    public TipDeliveryStore Deliveries { get; }

    /// <summary>Every post that reached a channel: its message and its case.</summary>
    public IReadOnlyCollection<(string Message, string Case)> Posts => [.. _teams.Posts, .. _slack.Posts];

    /// <summary>The rows of all posts.</summary>
    public Task<List<YearRow>> RowsAsync(CancellationToken cancel) => _database.ReadAsync(
        new("SELECT subscription_id, local_date, due_at, state, message_id, case_id FROM tip_deliveries"),
        row => new YearRow(
            _subscriptions[int.Parse(row.GetString(0).AsSpan("subscription-".Length), CultureInfo.InvariantCulture)],
            DateOnly.Parse(row.GetString(1), CultureInfo.InvariantCulture),
            DateTimeOffset.FromUnixTimeMilliseconds(row.GetInt64(2)),
            (TipState)row.GetInt64(3),
            row.Text(4),
            row.Text(5)),
        cancel);

    /// <summary>Lives through the year.</summary>
    public async Task RunAsync(TimeSpan step, CancellationToken cancel)
    {
        var options = new TipOptions { MostPerSecond = 0, MostAtOnce = 64, CatchUpWithin = TimeSpan.FromHours(20) };
        var store = new TipSubscriptionStore(_database);
        var calendars = new PackCalendars(() => _pack);
        var planner = new TipPlanner(store, Deliveries, calendars, options, _time);
        TipPostman[] postmen = [Postman("one", options), Postman("two", options)];
        await SubscribeAsync(store, calendars.Current, cancel);
        while (_time.GetUtcNow() < Begin.AddDays(368))
        {
            _time.Advance(step);
            if ((await planner.RunAsync(cancel)).Waiting > 0)
            {
                // Two replicas at the same rows.
                await Task.WhenAll(postmen.Select(postman => EmptyAsync(postman, cancel)));
            }
        }
    }

    /// <summary>What must have come, by the bare rules: days of the week, then what the calendars say.</summary>
    public Dictionary<string, HashSet<DateOnly>> Due() =>
        _subscriptions.ToDictionary(subscription => subscription.Id, subscription => Days().Where(day => IsDue(subscription, day)).ToHashSet());

    /// <summary>How many cases each channel may draw on.</summary>
    public static int PoolSize => Cases;

    private static IEnumerable<DateOnly> Days() => Enumerable.Range(0, Last.DayNumber - First.DayNumber + 1).Select(First.AddDays);

    private bool IsDue(TipSubscription subscription, DateOnly day)
    {
        var years = _pack.Calendars.Where(calendar => subscription.Schedule.Calendars.Contains(calendar.Id))
            .Select(calendar => calendar.Years.First(year => year.Year == day.Year)).ToList();
        var off = years.SelectMany(year => year.Off).Any(holiday => day >= holiday.From && day <= holiday.To);
        var moved = years.Any(year => year.Working.Contains(day));
        var bit = day.DayOfWeek == DayOfWeek.Sunday ? 64 : 1 << ((int)day.DayOfWeek - 1);
        return !off && (moved || ((int)subscription.Schedule.Days & bit) != 0);
    }

    private static async Task EmptyAsync(TipPostman postman, CancellationToken cancel)
    {
        while (await postman.RunAsync(256, cancel) > 0)
        {
        }
    }

    private TipPostman Postman(string worker, TipOptions options) => new(
        worker, Deliveries, new TipHistoryStore(_database, _time), () => _pack, [_teams, _slack], new SilentTipWatch(), options, _time);

    private async Task SubscribeAsync(TipSubscriptionStore store, HolidayCalendars calendars, CancellationToken cancel)
    {
        for (var number = 0; number < Channels; number++)
        {
            var kind = Kinds[number % Kinds.Length];
            var schedule = new TipSchedule(
                TimeOnly.Parse(kind.At, CultureInfo.InvariantCulture), kind.Zone, kind.Days, kind.Calendars);
            var zone = TimeZoneInfo.FindSystemTimeZoneById(kind.Zone);
            var subscription = new TipSubscription
            {
                Id = $"subscription-{number}",
                Address = new Address(new ConversationKey(number % 2 == 0 ? ChannelNames.Teams : ChannelNames.Slack, "bank", $"channel-{number}"), "{}"),
                Schedule = schedule,
                Languages = number % 3 == 0 ? [AnswerLanguage.Zh, AnswerLanguage.En] : [AnswerLanguage.En],
                Next = TipClock.NextAfter(schedule, zone, calendars, First.AddDays(-1)),
                CreatedAt = Begin,
            };
            _subscriptions.Add(subscription);
            await store.SaveAsync(subscription, cancel);
        }
    }

    private sealed class CollectingChannel(string name) : IChannel
    {
        private int _messages;

        public ConcurrentBag<(string Message, string Case)> Posts { get; } = [];

        public string Name => name;

        public Task<Delivery> SendAsync(Address to, Reply reply, ReplyPlacement placement, string? replaces, CancellationToken cancel)
        {
            var message = $"{name}-{Interlocked.Increment(ref _messages)}";
            Posts.Add((message, ((Reply.Tip)reply).CaseId));
            return Task.FromResult<Delivery>(new Delivery.Sent(message));
        }

        public Task ShowTypingAsync(Address to, CancellationToken cancel) => Task.CompletedTask;
    }
}

/// <summary>What the store says of one post.</summary>
internal sealed record YearRow(TipSubscription Subscription, DateOnly Day, DateTimeOffset DueAt, TipState State, string? Message, string? Case);

/// <summary>Says nothing.</summary>
internal sealed class SilentTipWatch : ITipWatch
{
    public void Ended(ClaimedTip tip, TipEnd end)
    {
    }

    public void ClaimLost(ClaimedTip tip)
    {
    }

    public void StoreAway(ClaimedTip tip, Exception error)
    {
    }

    public void ChannelBroke(ClaimedTip tip, Exception error)
    {
    }
}
