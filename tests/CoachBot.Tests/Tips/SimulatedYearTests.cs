using CoachBot.Core.Tips;
using CoachBot.Tests.Storage;
using Microsoft.Extensions.Time.Testing;
using Xunit;

namespace CoachBot.Tests.Tips;

/// <summary>200 channels in twelve zones through 2026, on both databases, two replicas at the same rows.</summary>
[Collection(TimedTests.Name)]
public sealed class SimulatedYearTests
{
    // The clock moves by half a day, so that many posts share a commit; each is planned for its own minute all the same.
    private static readonly TimeSpan Step = TimeSpan.FromHours(12);

    [Fact]
    public Task Year_OnSqlite_EveryDuePostOnce() => LiveAsync(new SqliteStore());

    [Fact]
    public Task Year_OnPostgres_EveryDuePostOnce() => LiveAsync(new PostgresStore());

    private static async Task LiveAsync(TestStore place)
    {
        await using var store = place;
        var time = new FakeTimeProvider(SimulatedYear.Begin);
        var year = new SimulatedYear(await store.OpenAsync(time), time);
        await year.RunAsync(Step, TestContext.Current.CancellationToken);

        var due = year.Due();
        var rows = await year.RowsAsync(TestContext.Current.CancellationToken);
        var within = rows.Where(row => row.Day.Year == 2026).ToList();

        Assert.Equal(due.Sum(channel => channel.Value.Count), within.Count);
        Assert.All(due, channel => Assert.Equal(
            channel.Value.Order(), within.Where(row => row.Subscription.Id == channel.Key).Select(row => row.Day).Order()));
        Assert.All(rows, row => Assert.True(IsItsMinute(row), $"{row.Subscription.Schedule} {row.DueAt}"));
        Assert.All(rows, row => Assert.Equal(TipState.Sent, row.State));
        Assert.Equal(rows.Select(row => (row.Message!, row.Case!)).Order(), year.Posts.Order());
        Assert.All(rows.GroupBy(row => row.Subscription.Id), RepeatsNothingBeforeExhaustion);
        var counts = await year.Deliveries.CountAsync(SimulatedYear.Begin, TestContext.Current.CancellationToken);
        Assert.Equal([(TipState.Sent, (long)rows.Count)], counts.ByState.Select(state => (state.Key, state.Value)));
        Assert.Equal(0, counts.TakenOver);
    }

    // Read back from the moment to the wall clock: the time asked for, or the end of the gap that swallowed it.
    private static bool IsItsMinute(YearRow row)
    {
        var zone = TimeZoneInfo.FindSystemTimeZoneById(row.Subscription.Schedule.TimeZone);
        var asked = row.Day.ToDateTime(row.Subscription.Schedule.At);
        var local = TimeZoneInfo.ConvertTime(row.DueAt, zone).DateTime;
        var isFirst = !zone.IsAmbiguousTime(asked) || row.DueAt.UtcDateTime == asked - zone.GetAmbiguousTimeOffsets(asked).Max();
        return isFirst && (zone.IsInvalidTime(asked) ? local > asked && zone.IsInvalidTime(local.AddMinutes(-1)) : local == asked);
    }

    private static void RepeatsNothingBeforeExhaustion(IEnumerable<YearRow> rows)
    {
        var cases = rows.OrderBy(row => row.Day).Select(row => row.Case).ToList();
        Assert.All(cases.Chunk(SimulatedYear.PoolSize), round => Assert.Equal(round.Length, round.Distinct().Count()));
    }
}
