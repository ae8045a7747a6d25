using CoachBot.Core.Knowledge;
using CoachBot.Core.Language;
using CoachBot.Core.Tips;
using CoachBot.Core.Turns;
using CoachBot.Infrastructure.Storage;
using CoachBot.Infrastructure.Storage.Tips;
using CoachBot.TestSupport;
using CoachBot.Tests.Storage;
using Microsoft.Extensions.Time.Testing;
using Xunit;

namespace CoachBot.Tests.Tips;

/// <summary>From the hour to the end of a post: what each answer of a channel, and each silence of the host, leads to.</summary>
public sealed class TipDeliveryTests : IAsyncLifetime
{
    private static readonly DateTimeOffset NineOnTuesday = new(2026, 11, 24, 9, 0, 0, TimeSpan.Zero);
    private readonly SqliteStore _store = new();
    private readonly FakeTimeProvider _time = new(NineOnTuesday.AddHours(-1));
    private readonly KnowledgePack _pack = KnowledgePack.Empty with { Cases = [Some.Case("one"), Some.Case("two"), Some.Case("three")] };
    private readonly ScriptedChannel _channel = new();
    private readonly TipOptions _options = new() { MostPerSecond = 0 };
    private Database _database = null!;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        _database = await _store.OpenAsync(_time);
        await new TipSubscriptionStore(_database).SaveAsync(Subscription(), Cancel);
    }

    public ValueTask DisposeAsync() => _store.DisposeAsync();

    [Fact]
    public async Task Round_BeforeTheHour_SendsNothing()
    {
        await RoundAsync();

        Assert.Empty(_channel.Sent);
        Assert.Empty(await StatesAsync());
    }

    [Fact]
    public async Task Round_AtTheHour_SendsOnceAndGoesOnToTomorrow()
    {
        _time.SetUtcNow(NineOnTuesday);
        await RoundAsync();
        await RoundAsync();

        Assert.Single(_channel.Sent);
        Assert.Equal([(TipState.Sent, null)], await StatesAsync());
        _time.SetUtcNow(NineOnTuesday.AddDays(1));
        await RoundAsync();
        Assert.Equal(2, _channel.Sent.Distinct().Count());
    }

    public static TheoryData<Delivery, TipState, string?> Ends => new()
    {
        { new Delivery.Unknown("connection-died"), TipState.Doubtful, "connection-died" },
        { new Delivery.Refused("http-403"), TipState.GivenUp, "http-403" },
        { new Delivery.Gone("channel_not_found"), TipState.ChannelGone, "channel_not_found" },
        { new Delivery.Later(TimeSpan.Zero, "http-503"), TipState.Retry, "http-503" },
    };

    [Theory]
    [MemberData(nameof(Ends))]
    public async Task Round_EachAnswerOfTheChannel_LeadsToItsState(Delivery answer, TipState state, string? reason)
    {
        _channel.Answers.Enqueue(answer);
        _time.SetUtcNow(NineOnTuesday);
        await RoundAsync();
        await RoundAsync();

        Assert.Single(_channel.Sent);
        Assert.Equal([(state, reason)], await StatesAsync());
    }

    [Fact]
    public async Task Round_TheChannelThrows_IsDoubtfulAndTheHostLives()
    {
        _channel.Answers.Enqueue(null);
        _time.SetUtcNow(NineOnTuesday);
        await RoundAsync();

        Assert.Equal([(TipState.Doubtful, "channel-broke")], await StatesAsync());
    }

    [Fact]
    public async Task Round_RefusedForAWhile_SendsTheSameCaseLater()
    {
        _channel.Answers.Enqueue(new Delivery.Later(TimeSpan.FromMinutes(2), "http-429"));
        _time.SetUtcNow(NineOnTuesday);
        await RoundAsync();
        _time.Advance(TimeSpan.FromMinutes(2) - TimeSpan.FromSeconds(1));
        await RoundAsync();
        Assert.Single(_channel.Sent);
        _time.Advance(TimeSpan.FromMinutes(1));
        await RoundAsync();

        Assert.Equal(2, _channel.Sent.Count);
        Assert.Single(_channel.Sent.Distinct());
        Assert.Equal([(TipState.Sent, null)], await StatesAsync());
    }

    [Fact]
    public async Task Round_RefusedForHours_IsGivenUpWithTheReason()
    {
        _channel.Always = new Delivery.Later(TimeSpan.Zero, "http-503");
        _time.SetUtcNow(NineOnTuesday);
        for (var hour = 0; hour < 6; hour++)
        {
            await RoundAsync();
            _time.Advance(TimeSpan.FromHours(1));
        }

        Assert.Equal([(TipState.GivenUp, "http-503")], await StatesAsync());
    }

    [Fact]
    public async Task Round_TheHostWasDownForDays_CatchesUpTodayAndReportsTheOthers()
    {
        _time.SetUtcNow(NineOnTuesday.AddDays(2).AddHours(3));
        var round = await RoundAsync();

        Assert.Equal((1, 2), (round.Waiting, round.Missed));
        Assert.Single(_channel.Sent);
        Assert.Equal([(TipState.Missed, "host-was-down"), (TipState.Missed, "host-was-down"), (TipState.Sent, null)], await StatesAsync());
    }

    [Fact]
    public async Task Round_LaterThanTheWindow_IsMissed()
    {
        _time.SetUtcNow(NineOnTuesday + _options.CatchUpWithin + TimeSpan.FromMinutes(1));
        await RoundAsync();

        Assert.Empty(_channel.Sent);
        Assert.Equal([(TipState.Missed, "host-was-down")], await StatesAsync());
    }

    [Fact]
    public async Task Round_SkipAsked_LeavesOneOutAndGoesOn()
    {
        await new TipSubscriptionStore(_database).SaveAsync(Subscription() with { SkipOn = new DateOnly(2026, 11, 24) }, Cancel);
        _time.SetUtcNow(NineOnTuesday);
        await RoundAsync();
        _time.SetUtcNow(NineOnTuesday.AddDays(1));
        await RoundAsync();

        Assert.Equal([(TipState.Skipped, "skip-asked"), (TipState.Sent, null)], await StatesAsync());
    }

    [Fact]
    public async Task Round_PausedBetweenPlanAndSend_IsSkipped()
    {
        _time.SetUtcNow(NineOnTuesday);
        await Planner().RunAsync(Cancel);
        await new TipSubscriptionStore(_database).SaveAsync(Subscription() with { Paused = true, Next = null }, Cancel);
        await RoundAsync();

        Assert.Empty(_channel.Sent);
        Assert.Equal([(TipState.Skipped, "paused")], await StatesAsync());
    }

    [Fact]
    public async Task Round_NoCaseFits_IsGivenUpAndSaysSo()
    {
        await new TipSubscriptionStore(_database).SaveAsync(Subscription() with { Filter = new TipFilter([], ["no-such-tag"]) }, Cancel);
        _time.SetUtcNow(NineOnTuesday);
        await RoundAsync();

        Assert.Equal([(TipState.GivenUp, "no-case-left")], await StatesAsync());
    }

    [Theory]
    [InlineData(1, 0, 0, 30)]
    [InlineData(1, 0, 1, 15)]
    [InlineData(3, 0, 0, 120)]
    [InlineData(50, 0, 0, 900)]
    [InlineData(1, 100, 0, 100)]
    [InlineData(50, 1, 0, 900)]
    public void After_AttemptsAndWhatTheChannelAsks_IsDoubledBoundedAndPolite(int attempts, int asked, double chance, int seconds) => Assert.Equal(
        TimeSpan.FromSeconds(seconds), TipBackoff.After(attempts, TimeSpan.FromSeconds(asked), new TipOptions(), chance));

    private async Task<TipRound> RoundAsync()
    {
        var round = await Planner().RunAsync(Cancel);
        var postman = new TipPostman(
            "worker", new TipDeliveryStore(_database, _time), new TipHistoryStore(_database, _time), () => _pack, [_channel], new SilentTipWatch(), _options, _time);
        await postman.RunAsync(10, Cancel);
        return round;
    }

    private TipPlanner Planner() => new(
        new TipSubscriptionStore(_database), new TipDeliveryStore(_database, _time), new PackCalendars(() => _pack), _options, _time);

    private Task<List<(TipState, string?)>> StatesAsync() => _database.ReadAsync(
        new("SELECT state, reason FROM tip_deliveries ORDER BY local_date"), row => ((TipState)row.GetInt64(0), row.Text(1)), Cancel);

    private static TipSubscription Subscription() => new()
    {
        Id = "one",
        Address = new Address(new ConversationKey(ChannelNames.Teams, "bank", "channel"), "{}"),
        Schedule = new TipSchedule(new TimeOnly(9, 0), "UTC", WeekDays.All, []),
        Languages = [AnswerLanguage.En],
        Next = new TipOccurrence(new DateOnly(2026, 11, 24), NineOnTuesday),
        CreatedAt = NineOnTuesday.AddDays(-1),
    };

    /// <summary>Answers as it was told; null throws.</summary>
    private sealed class ScriptedChannel : IChannel
    {
        public Queue<Delivery?> Answers { get; } = [];

        public Delivery Always { get; set; } = new Delivery.Sent("message");

        public List<string> Sent { get; } = [];

        public string Name => ChannelNames.Teams;

        public Task<Delivery> SendAsync(Address to, Reply reply, ReplyPlacement placement, string? replaces, CancellationToken cancel)
        {
            Sent.Add(((Reply.Tip)reply).CaseId);
            return Task.FromResult((Answers.Count > 0 ? Answers.Dequeue() : Always) ?? throw new InvalidOperationException("broken"));
        }

        public Task ShowTypingAsync(Address to, CancellationToken cancel) => Task.CompletedTask;
    }
}
