using CoachBot.Core.Coaching;
using CoachBot.Core.Language;
using CoachBot.Core.Questions;
using CoachBot.Core.Tips;
using CoachBot.Core.Turns;
using CoachBot.Infrastructure.Storage.Stores;
using CoachBot.Infrastructure.Storage.Tips;
using Xunit;

namespace CoachBot.Tests.Storage;

public sealed class TipsOnSqlite() : TipContract(new SqliteStore());

public sealed class TipsOnPostgres() : TipContract(new PostgresStore());

/// <summary>Subscriptions, posts and the memory of channels.</summary>
public abstract class TipContract : StoreContract
{
    private static readonly TimeSpan Lease = TimeSpan.FromMinutes(1);
    private static readonly ConversationKey Channel = new(ChannelNames.Teams, "bank", "19:a|b@thread");

    private protected TipContract(TestStore store)
        : base(store)
    {
    }

    private TipSubscriptionStore Subscriptions => new(Database);

    private TipDeliveryStore Deliveries => new(Database, Time);

    private TipHistoryStore History => new(Database, Time);

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Save_EverythingSet_ComesBackAsItWas()
    {
        var saved = Subscription() with { SkipOn = new DateOnly(2026, 12, 1), CreatedBy = new PersonKey(ChannelNames.Teams, "bank", "trainer") };
        await Subscriptions.SaveAsync(saved, Cancel);

        var found = await Subscriptions.FindAsync(Channel with { Thread = "a thread" }, Cancel);

        Assert.Equivalent(saved with { Version = 1 }, found, strict: true);
    }

    [Fact]
    public async Task Save_TheSameConversationAgain_KeepsItsFirstId()
    {
        await Subscriptions.SaveAsync(Subscription(), Cancel);
        await Subscriptions.SaveAsync(Subscription() with { Id = "another", Paused = true, Next = null }, Cancel);

        var found = await Subscriptions.FindAsync(Channel, Cancel);
        Assert.Equal(("one", true, 2L), (found!.Id, found.Paused, found.Version));
        Assert.Empty(await Deliveries.DueAsync(Time.GetUtcNow().AddDays(9), 10, Cancel));
    }

    [Fact]
    public async Task Plan_TwoPlannersAtOnce_AddOnePost()
    {
        await Subscriptions.SaveAsync(Subscription(), Cancel);
        var due = Assert.Single(await Deliveries.DueAsync(Time.GetUtcNow(), 10, Cancel));
        var plan = Plan(due);

        Assert.Single(await Deliveries.PlanAsync([plan], Cancel));
        Assert.Empty(await Deliveries.PlanAsync([plan], Cancel));

        Assert.Empty(await Deliveries.DueAsync(Time.GetUtcNow(), 10, Cancel));
        Assert.Equal([(TipState.Waiting, 1L)], await CountsAsync());
    }

    [Fact]
    public async Task Claim_TwoWorkers_NeverTheSamePost()
    {
        await PlannedAsync();

        var one = await Deliveries.ClaimAsync("one", Time.GetUtcNow(), Lease, 10, Cancel);

        Assert.Single(one);
        Assert.Empty(await Deliveries.ClaimAsync("two", Time.GetUtcNow(), Lease, 10, Cancel));
        Assert.Single(await Deliveries.ClaimAsync("one", Time.GetUtcNow(), Lease, 10, Cancel));
        await Deliveries.ReleaseAsync("one", Cancel);
        Assert.Single(await Deliveries.ClaimAsync("two", Time.GetUtcNow(), Lease, 10, Cancel));
    }

    [Fact]
    public async Task Claim_OfADeadWorker_IsTakenOverAndSaysWhetherItWasSending()
    {
        await PlannedAsync();
        await Deliveries.ClaimAsync("dead", Time.GetUtcNow(), Lease, 10, Cancel);
        Time.Advance(Lease);
        var idle = Assert.Single(await Deliveries.ClaimAsync("dying", Time.GetUtcNow(), Lease, 10, Cancel));
        Assert.False(idle.TakenOver);
        Assert.True(await Deliveries.BeginAsync(idle, "case-1", Time.GetUtcNow() + Lease, Cancel));
        Assert.True(await Deliveries.BeginAsync(idle, "case-1", Time.GetUtcNow() + Lease, Cancel), "the same note twice is no harm");
        Time.Advance(Lease);

        var taken = Assert.Single(await Deliveries.ClaimAsync("heir", Time.GetUtcNow(), Lease, 10, Cancel));

        Assert.Equal((true, "case-1", 1), (taken.TakenOver, taken.CaseId, taken.Attempts));
        Assert.False(await Deliveries.EndAsync(idle with { Attempts = 1 }, new TipEnd(TipState.Sent), Time.GetUtcNow(), Cancel), "the dying one came too late");
        Assert.True(await Deliveries.BeginAsync(taken, "case-1", Time.GetUtcNow() + Lease, Cancel));
        Assert.True(await Deliveries.EndAsync(taken with { Attempts = 2 }, new TipEnd(TipState.Sent, MessageId: "m"), Time.GetUtcNow(), Cancel));
        Assert.Equal(1, (await Deliveries.CountAsync(DateTimeOffset.UnixEpoch, Cancel)).TakenOver);
    }

    [Theory]
    [InlineData(TipState.Sent, true, false)]
    [InlineData(TipState.Doubtful, true, false)]
    [InlineData(TipState.GivenUp, false, false)]
    [InlineData(TipState.ChannelGone, false, true)]
    public async Task End_EachWay_IsFinalAndLeavesWhatFollows(TipState state, bool used, bool closed)
    {
        var tip = await BegunAsync();

        Assert.True(await Deliveries.EndAsync(tip, new TipEnd(state, "reason", "message"), Time.GetUtcNow(), Cancel));

        Time.Advance(TimeSpan.FromDays(1));
        Assert.Empty(await Deliveries.ClaimAsync("two", Time.GetUtcNow(), Lease, 10, Cancel));
        Assert.Equal([(state, 1L)], await CountsAsync());
        Assert.Equal(used, (await RememberAsync()).Used.ContainsKey("case-1"));
        Assert.Equal(closed ? "reason" : null, (await Subscriptions.FindAsync(Channel, Cancel))!.Closed);
    }

    [Fact]
    public async Task End_AsARetry_IsFreeAgainOnlyThenAndItsCaseIsTaken()
    {
        var tip = await BegunAsync();
        await Deliveries.EndAsync(tip, new TipEnd(TipState.Retry, "http-503", RetryAt: Time.GetUtcNow().AddMinutes(5)), Time.GetUtcNow(), Cancel);

        Assert.Empty(await Deliveries.ClaimAsync("two", Time.GetUtcNow().AddMinutes(4), Lease, 10, Cancel));
        Assert.Contains("case-1", (await RememberAsync()).Used.Keys);
        var again = Assert.Single(await Deliveries.ClaimAsync("two", Time.GetUtcNow().AddMinutes(5), Lease, 10, Cancel));
        Assert.Equal(("http-503", 1, false), (again.Reason, again.Attempts, again.TakenOver));
    }

    [Fact]
    public async Task Note_TwoAtTheSameMoment_OneOfThemWins()
    {
        Assert.True(await History.NoteAsync(Channel, "case-9", null, Time.GetUtcNow(), Cancel));
        Assert.False(await History.NoteAsync(Channel, "case-9", null, Time.GetUtcNow().AddSeconds(1), Cancel));
        Assert.True(await History.NoteAsync(Channel, "case-9", Time.GetUtcNow(), Time.GetUtcNow().AddSeconds(2), Cancel));
    }

    [Fact]
    public async Task Remember_WhatTheChannelsPeopleMissed_CountsAlsoWhatTheyAskedElsewhere()
    {
        var log = new QuestionLog(Database, Time, null);
        await AskAsync(log, "q1", "anna", Channel with { Thread = "t" }, "case-3", Time.GetUtcNow());
        await AskAsync(log, "q2", "anna", new ConversationKey(ChannelNames.Teams, "bank", "anna alone"), "case-4", Time.GetUtcNow());
        await AskAsync(log, "q3", "bert", new ConversationKey(ChannelNames.Teams, "bank", "bert alone"), "case-5", Time.GetUtcNow());
        await AskAsync(log, "q4", "anna", Channel, "case-6", Time.GetUtcNow().AddDays(-8));

        var memory = await RememberAsync();

        Assert.Equal(["case-3", "case-4"], memory.Missed.Keys.Order());
        Assert.Equal(["shown-q1", "shown-q2", "shown-q3", "shown-q4"], memory.Opened.Order());
    }

    [Fact]
    public async Task Remove_TheBotLeaves_ClosesTheSubscription()
    {
        await Subscriptions.SaveAsync(Subscription(), Cancel);
        var installations = new InstallationStore(Database, [new TipConversationRows()]);

        await installations.RemoveAsync(Channel, Cancel);

        Assert.Equal("uninstalled", (await Subscriptions.FindAsync(Channel, Cancel))!.Closed);
        Assert.Empty(await Subscriptions.LivingAsync(Cancel));
    }

    private static async Task AskAsync(QuestionLog log, string id, string person, ConversationKey where, string nearest, DateTimeOffset at)
    {
        await log.RecordAsync(
            new AskedQuestion
            {
                Id = id,
                Person = new PersonKey(ChannelNames.Teams, "bank", person),
                Address = new Address(where, "{}"),
                Text = "?",
                Outcome = Outcome.None,
                CaseId = "shown-" + id,
                PackVersion = "pack",
                Language = AnswerLanguage.En,
                Score = 0,
                Nearest = [nearest],
                Latency = TimeSpan.Zero,
                At = at,
            },
            Cancel);
        await log.OpenGapAsync(
            new Gap { QuestionId = id, Text = "?", Language = AnswerLanguage.En, Cause = GapCause.NothingFitted, NearestCase = nearest, At = at }, Cancel);
    }

    private async Task<ClaimedTip> BegunAsync()
    {
        await PlannedAsync();
        var tip = Assert.Single(await Deliveries.ClaimAsync("one", Time.GetUtcNow(), Lease, 10, Cancel));
        await Deliveries.BeginAsync(tip, "case-1", Time.GetUtcNow() + Lease, Cancel);
        return tip with { CaseId = "case-1", Attempts = 1 };
    }

    private async Task PlannedAsync()
    {
        await Subscriptions.SaveAsync(Subscription(), Cancel);
        await Deliveries.PlanAsync([Plan((await Subscriptions.FindAsync(Channel, Cancel))!)], Cancel);
    }

    private TipPlan Plan(TipSubscription subscription) =>
        TipPlan.Of(subscription, TimeZoneInfo.Utc, HolidayCalendars.None, TimeSpan.FromHours(4), Time.GetUtcNow());

    private static TipSubscription Subscription() => new()
    {
        Id = "one",
        Address = new Address(Channel, "{\"service\":\"x\"}"),
        Schedule = new TipSchedule(new TimeOnly(8, 30), "UTC", WeekDays.Usual | WeekDays.Saturday, ["cn", "hk"]),
        Languages = [AnswerLanguage.ZhHant, AnswerLanguage.En],
        Filter = new TipFilter(["teller"], ["atm", "现金"]),
        Next = new TipOccurrence(new DateOnly(2026, 11, 24), new DateTimeOffset(2026, 11, 24, 8, 30, 0, TimeSpan.Zero)),
        CreatedAt = new DateTimeOffset(2026, 11, 1, 0, 0, 0, TimeSpan.Zero),
    };

    private Task<TipMemory> RememberAsync() => History.RememberAsync(Channel, Time.GetUtcNow().AddDays(-7), Cancel);

    private async Task<List<(TipState, long)>> CountsAsync() =>
        (await Deliveries.CountAsync(DateTimeOffset.UnixEpoch, Cancel)).ByState.Select(state => (state.Key, state.Value)).ToList();
}
