using System.Diagnostics;
using CoachBot.Core.Language;
using CoachBot.Core.Tips;
using CoachBot.Core.Turns;
using CoachBot.Infrastructure.Storage;
using CoachBot.Infrastructure.Storage.Migrations;
using CoachBot.Infrastructure.Storage.Postgres;
using CoachBot.Infrastructure.Storage.Tips;

namespace CoachBot.Benchmarks.TipsUnderFire;

/// <summary>
/// <c>tips [TIPS] [SECONDS] [RESTARTS]</c>: so many tips come due within so many seconds while three replicas are killed at random every few
/// seconds and the database is restarted, the second time as in a crash. Ends with 0 when none was lost and doubles stay within bounds.
/// </summary>
internal static class FireRun
{
    private const int Replicas = 3;
    private static readonly TimeSpan LongestDrain = TimeSpan.FromSeconds(120);
    private static readonly Address Nowhere = new(new ConversationKey("", "", ""), "{}");

    public static async Task<int> RunAsync(string[] arguments)
    {
        var tips = arguments.Length > 0 ? int.Parse(arguments[0], null) : 2000;
        var seconds = arguments.Length > 1 ? int.Parse(arguments[1], null) : 140;
        var restarts = arguments.Length > 2 ? int.Parse(arguments[2], null) : 2;
        using var postgres = ThrowAwayPostgres.Start();
        await using var messengers = await UnreliableMessengers.StartAsync();
        await using var database = new PostgresDatabase(postgres.ConnectionString, TimeProvider.System);
        await Migrator.RunAsync(database, TimeProvider.System, CancellationToken.None);
        await SubscribeAsync(database, tips, TimeSpan.FromSeconds(seconds));

        using var fleet = new Fleet(Replicas, postgres.ConnectionString, messengers.Address);
        var kills = await BurnAsync(fleet, postgres, database, TimeSpan.FromSeconds(seconds), restarts);
        return await FireReport.PrintAsync(database, messengers, tips, kills, restarts);
    }

    // Each channel has one tip today, at a moment of its own; the next is a day away.
    private static async Task SubscribeAsync(Database database, int tips, TimeSpan within)
    {
        var store = new TipSubscriptionStore(database);
        var begin = DateTimeOffset.UtcNow.AddSeconds(5);
        await Parallel.ForEachAsync(Enumerable.Range(0, tips), new ParallelOptions { MaxDegreeOfParallelism = 64 }, async (number, cancel) =>
        {
            var due = begin + (within * (number / (double)tips));
            await store.SaveAsync(
                new TipSubscription
                {
                    Id = $"subscription-{number}",
                    Address = Nowhere with { Conversation = new(number % 2 == 0 ? ChannelNames.Teams : ChannelNames.Slack, "bank", $"channel-{number}") },
                    Schedule = new TipSchedule(TimeOnly.FromDateTime(due.UtcDateTime), "UTC", WeekDays.All, []),
                    Languages = [AnswerLanguage.En],
                    Next = new TipOccurrence(DateOnly.FromDateTime(due.UtcDateTime), due),
                    CreatedAt = begin,
                },
                cancel);
        });
    }

    private static async Task<int> BurnAsync(Fleet fleet, ThrowAwayPostgres postgres, Database database, TimeSpan within, int restarts)
    {
        var chance = new Random(7);
        var clock = Stopwatch.StartNew();
        var restarted = 0;
        var kills = 0;
        while (clock.Elapsed < within + TimeSpan.FromSeconds(5))
        {
            await Task.Delay(TimeSpan.FromSeconds(4 + (4 * chance.NextDouble())));
            fleet.KillOne(chance);
            kills++;
            if (restarted < restarts && clock.Elapsed > within * ((restarted + 1.0) / (restarts + 1)))
            {
                postgres.Restart(restarted++ % 2 == 0 ? "fast" : "immediate");
            }
        }

        await DrainAsync(database, clock);
        return kills;
    }

    private static async Task DrainAsync(Database database, Stopwatch clock)
    {
        var end = clock.Elapsed + LongestDrain;
        while (clock.Elapsed < end && await OpenAsync(database) > 0)
        {
            await Task.Delay(500);
        }
    }

    private static Task<long> OpenAsync(Database database) => database.ReadFirstAsync(
        new("SELECT (SELECT COUNT(*) FROM tip_deliveries WHERE state < 4) + (SELECT COUNT(*) FROM tip_subscriptions WHERE next_at <= $1)", DateTimeOffset.UtcNow),
        row => row.GetInt64(0),
        CancellationToken.None);
}
