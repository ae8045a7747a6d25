using CoachBot.Core.Tips;
using Xunit;

namespace CoachBot.Tests.Tips;

public sealed class TipChooserTests
{
    private static readonly string[] Pool = Enumerable.Range(1, 20).Select(number => $"case-{number}").ToArray();

    [Fact]
    public void Next_OverThreeRounds_RepeatsNothingBeforeExhaustionAndThenTheSameOrder()
    {
        var used = new Dictionary<string, DateTimeOffset>();
        var order = new List<string>();
        for (var day = 0; day < Pool.Length * 3; day++)
        {
            var next = TipChooser.Next(Pool, TipMemory.Empty with { Used = used }, "channel")!;
            used[next] = DateTimeOffset.UnixEpoch.AddDays(day);
            order.Add(next);
        }

        Assert.Equal(Pool.Order(), order.Take(20).Order());
        Assert.Equal(order.Take(20), order.Skip(20).Take(20));
        Assert.Equal(order.Take(20), order.Skip(40));
    }

    [Fact]
    public void Next_WhatPeopleMissed_ComesFirstMostMissedFirst()
    {
        var memory = TipMemory.Empty with { Missed = new Dictionary<string, int> { ["case-7"] = 1, ["case-9"] = 3, ["elsewhere"] = 9 } };

        Assert.Equal("case-9", TipChooser.Next(Pool, memory, "channel"));
        Assert.Equal(["case-9", "case-7"], TipChooser.Preview(5, Pool, memory, "channel").Take(2));
    }

    [Fact]
    public void Next_MissedButUsedAlready_WaitsForTheNextRound()
    {
        var used = Pool.Take(19).ToDictionary(id => id, _ => DateTimeOffset.UnixEpoch);
        var memory = new TipMemory(used, new Dictionary<string, int> { ["case-1"] = 5 }, new HashSet<string>());

        Assert.Equal("case-20", TipChooser.Next(Pool, memory, "channel"));
    }

    [Fact]
    public void Next_NobodyOpened_ComesBeforeWhatSomebodyDid()
    {
        var memory = TipMemory.Empty with { Opened = Pool.Where(id => id != "case-13").ToHashSet() };

        Assert.Equal("case-13", TipChooser.Next(Pool, memory, "channel"));
    }

    [Fact]
    public void Next_EmptyPool_IsNull() => Assert.Null(TipChooser.Next([], TipMemory.Empty, "channel"));

    [Fact]
    public void Next_TwoChannels_HaveOrdersOfTheirOwnThatStay()
    {
        var one = TipChooser.Preview(20, Pool, TipMemory.Empty, "one");

        Assert.Equal(one, TipChooser.Preview(20, Pool.Reverse().ToArray(), TipMemory.Empty, "one"));
        Assert.NotEqual(one, TipChooser.Preview(20, Pool, TipMemory.Empty, "two"));
    }

    [Fact]
    public void Preview_AcrossExhaustion_FollowsWhatWouldCome()
    {
        var used = Pool.Take(18).Select((id, at) => (id, at)).ToDictionary(pair => pair.id, pair => DateTimeOffset.UnixEpoch.AddDays(pair.at));
        var memory = TipMemory.Empty with { Used = used };

        var coming = TipChooser.Preview(5, Pool, memory, "channel");

        Assert.Equal(["case-19", "case-20"], coming.Take(2).Order());
        Assert.Equal(["case-1", "case-2", "case-3"], coming.Skip(2));
    }
}
