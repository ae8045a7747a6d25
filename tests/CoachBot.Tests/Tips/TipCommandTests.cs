using CoachBot.Core.Commands;
using CoachBot.Core.Commands.Tips;
using CoachBot.Core.Knowledge;
using CoachBot.Core.Language;
using CoachBot.Core.Tips;
using CoachBot.Core.Turns;
using CoachBot.TestSupport.Fakes;
using CoachBot.Tests.Turns;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace CoachBot.Tests.Tips;

/// <summary>What a channel types about its tip, through the same router as everything else.</summary>
public sealed class TipCommandTests
{
    private readonly InMemoryTips _tips = new();

    [Fact]
    public async Task Subscribe_ByATrainer_SaysWhatWillComeAndWhen()
    {
        await using var house = House("*");

        var said = await SayAsync(house, "tip subscribe 09:00 Asia/Shanghai both");

        Assert.Contains("09:00 (Asia/Shanghai), Monday to Friday", said, StringComparison.Ordinal);
        Assert.Contains("Chinese + English", said, StringComparison.Ordinal);
        Assert.Contains("2026-12-01", said, StringComparison.Ordinal);
        var subscription = await _tips.FindAsync(house.Conversation, TestContext.Current.CancellationToken);
        Assert.Equal(new DateTimeOffset(2026, 12, 1, 1, 0, 0, TimeSpan.Zero), subscription!.Next!.At);
    }

    [Fact]
    public async Task Subscribe_ByAnybodyElse_IsRefusedKindlyAndChangesNothing()
    {
        await using var house = House();

        var said = await SayAsync(house, "tip subscribe 09:00 Asia/Shanghai");

        Assert.NotEmpty(said);
        Assert.Null(await _tips.FindAsync(house.Conversation, TestContext.Current.CancellationToken));
    }

    [Theory]
    [InlineData("订阅每日一言 每天9点 上海 双语", "09:00 (Asia/Shanghai)，周一至周五")]
    [InlineData("訂閱每日一言 9:00 香港", "09:00 (Asia/Hong_Kong)，週一至週五")]
    [InlineData("/tip subscribe 9am singapore", "09:00 (Asia/Singapore)")]
    [InlineData("tip subscribe 09:00 tomorrow", "“tomorrow”")]
    [InlineData("tip subscribe holidays:xx", "“xx”")]
    [InlineData("tip subscribe tag:nothing-has-it", "No case fits")]
    public async Task Subscribe_InNaturalWords_IsUnderstoodOrSaysWhatIsNot(string typed, string answer)
    {
        await using var house = House("*");

        Assert.Contains(answer, await SayAsync(house, typed), StringComparison.Ordinal);
    }

    [Fact]
    public async Task PauseResumeSkipUnsubscribe_OneAfterTheOther_LeaveTheirState()
    {
        await using var house = House("*");
        Assert.Contains("no daily tip yet", await SayAsync(house, "tip pause"), StringComparison.Ordinal);
        await SayAsync(house, "tip subscribe 09:00 UTC");

        await SayAsync(house, "tip pause");
        Assert.Null((await FindAsync(house)).Next);
        Assert.Contains("2026-12-01", await SayAsync(house, "每日一言恢复"), StringComparison.Ordinal);
        Assert.Contains("2026-12-01", await SayAsync(house, "tip skip"), StringComparison.Ordinal);
        Assert.Equal(new DateOnly(2026, 12, 1), (await FindAsync(house)).SkipOn);
        await SayAsync(house, "tip unsubscribe");
        Assert.Equal("unsubscribed", (await FindAsync(house)).Closed);
        Assert.Contains("no daily tip yet", await SayAsync(house, "tip resume"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Preview_OfASubscribedChannel_ListsWorkingDaysWithTheSkippedOneLeftOut()
    {
        await using var house = House("*");
        await SayAsync(house, "tip subscribe 09:00 UTC");
        await SayAsync(house, "tip skip");

        var said = await SayAsync(house, "tip preview");

        Assert.DoesNotContain("2026-12-01", said, StringComparison.Ordinal);
        Assert.Contains("2026-12-02 · ", said, StringComparison.Ordinal);
        Assert.Contains("2026-12-07 · ", said, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Another_UntilThePoolIsExhausted_NeverRepeats()
    {
        await using var house = House();
        var pool = TipFilter.None.Pool(house.Index.Pack).Count;
        var cases = new List<string>();
        for (var press = 0; press < pool; press++)
        {
            house.Clock.Advance(TimeSpan.FromMinutes(1));
            cases.Add(Assert.IsType<Reply.Tip>(await house.SayAsync("tip another")).CaseId);
        }

        Assert.Equal(pool, cases.Distinct().Count());
    }

    [Fact]
    public async Task Tip_AskedTwiceADay_IsTheSame()
    {
        await using var house = House();

        var first = Assert.IsType<Reply.Tip>(await house.SayAsync("tip"));
        house.Clock.Advance(TimeSpan.FromHours(2));
        var second = Assert.IsType<Reply.Tip>(await house.SayAsync("每日一言"));

        Assert.Equal(first.CaseId, second.CaseId);
        Assert.Equal(AnswerLanguage.Zh, second.Lessons[0].Language);
    }

    private TurnHouse House(params string[] trainers) => new(
        change: services =>
        {
            services.AddSingleton<ITipSubscriptions>(_tips);
            services.AddSingleton<ITipHistory>(_tips);
            services.AddSingleton(new TipOptions());
            services.AddSingleton<Func<KnowledgePack>>(provider => () => provider.GetRequiredService<Core.Coaching.Coach>().Pack);
            services.AddSingleton<IHolidayCalendarSource, PackCalendars>();
            services.AddSingleton<TipDesk>();
            services.AddSingleton<ITips, ChannelTips>();
            services.AddSingleton<ICommand, TipSubscribeCommand>();
            services.AddSingleton<ICommand, TipPauseCommand>();
            services.AddSingleton<ICommand, TipResumeCommand>();
            services.AddSingleton<ICommand, TipSkipCommand>();
            services.AddSingleton<ICommand, TipPreviewCommand>();
            services.AddSingleton<ICommand, TipAnotherCommand>();
            services.AddSingleton<ICommand, TipUnsubscribeCommand>();
        },
        settings: trainers.Select((id, at) => ($"Permissions:Trainers:{at}", id)).ToArray());

    private async Task<TipSubscription> FindAsync(TurnHouse house) =>
        (await _tips.FindAsync(house.Conversation, TestContext.Current.CancellationToken))!;

    private static async Task<string> SayAsync(TurnHouse house, string text) =>
        Assert.IsType<Reply.Notice>(await house.SayAsync(text)).Text;
}
