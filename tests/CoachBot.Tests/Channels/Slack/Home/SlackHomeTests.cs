using System.Text.Json.Nodes;
using CoachBot.Channels.Slack.Blocks;
using CoachBot.Channels.Slack.Home;
using CoachBot.Core.Coaching;
using CoachBot.Core.Drafting;
using CoachBot.Core.Language;
using CoachBot.Core.Preferences;
using CoachBot.Core.Questions;
using CoachBot.Core.Turns;
using CoachBot.Core.Turns.Handling;
using CoachBot.TestSupport;
using CoachBot.TestSupport.Fakes;
using CoachBot.TestSupport.Slack;
using CoachBot.Tests.Coaching;
using Microsoft.Extensions.Time.Testing;
using Xunit;

namespace CoachBot.Tests.Channels.Slack.Home;

public sealed class SlackHomeTests
{
    private static readonly PersonKey Person = new(ChannelNames.Slack, "T1", "U1");
    private readonly InMemoryQuestionLog _log = new();
    private readonly InMemoryPreferences _preferences = new();
    private readonly FakeTimeProvider _time = new(new DateTimeOffset(2026, 11, 28, 9, 0, 0, TimeSpan.Zero));

    [Theory]
    [InlineData(null, "Your coach at the counter")]
    [InlineData("en-GB", "Your coach at the counter")]
    [InlineData("zh-CN", "柜台应对教练")]
    public async Task RenderAsync_NewPerson_GreetsInHisLanguageWithinTheLimits(string? locale, string title)
    {
        var view = await Home().RenderAsync(Person, locale, TestContext.Current.CancellationToken);
        var lines = BlockKitText.Lines(view["blocks"]!.AsArray());

        Assert.Empty(BlockKit.OfView(view));
        Assert.Equal(title, lines[0]);
        Assert.Contains(lines, line => line.StartsWith("💡", StringComparison.Ordinal));
        Assert.Contains(Verbs(view), verb => verb == CardVerbs.Ask);
    }

    [Fact]
    public async Task RenderAsync_CasesSeen_AreThereToOpenAgain()
    {
        await _log.RecordAsync(Asked("atm-fake-notes"), TestContext.Current.CancellationToken);
        var view = await Home().RenderAsync(Person, "en-US", TestContext.Current.CancellationToken);
        var shown = BlockKitText.Buttons(view["blocks"]!.AsArray()).Select(Read).Where(action => action?.Verb == CardVerbs.Show).Select(action => action![CardData.Case]);

        Assert.Contains("atm-fake-notes", shown);
        Assert.DoesNotContain(Verbs(view), verb => verb == CardVerbs.Ask);
    }

    [Fact]
    public async Task RenderAsync_LanguageAndModeChosen_AreShownAndCanBeChanged()
    {
        await _preferences.WriteAsync(Person, new PersonPreferences { Language = AnswerLanguage.ZhHant, CustomerIsHere = true }, TestContext.Current.CancellationToken);
        var view = await Home().RenderAsync(Person, "en-US", TestContext.Current.CancellationToken);
        var buttons = BlockKitText.Buttons(view["blocks"]!.AsArray()).Select(BlockKitText.Words).ToList();

        Assert.Contains("✓ 繁體中文", buttons);
        Assert.Contains("客戶已離開：看全部", buttons);
    }

    [Fact]
    public async Task Tip_DayByDay_GoesThroughAllCasesBeforeOneComesAgain()
    {
        var pack = Some.Pack();
        var count = pack.Cases.Count(one => one.Published);
        var tips = Enumerable.Range(0, count * 2).Select(day => HomeTip.Of(pack, _time.GetUtcNow().AddDays(day), AnswerLanguage.En)!.CaseId).ToList();

        Assert.Equal(count, tips.Take(count).Distinct().Count());
        Assert.Equal(tips.Take(count), tips.Skip(count));
        Assert.Equal(tips[0], HomeTip.Of(pack, _time.GetUtcNow().AddHours(14), AnswerLanguage.Zh)!.CaseId);
        await Task.CompletedTask;
    }

    private SlackHome Home()
    {
        var coach = new Coach(new FakeCaseIndex(Some.Pack()).Finding(("atm-fake-notes", 0.9)), new TemplateDrafter(), new DecisionBounds());
        return new SlackHome(_log, _preferences, coach, new Greeting(coach), _time);
    }

    private static IEnumerable<string?> Verbs(JsonObject view) => BlockKitText.Buttons(view["blocks"]!.AsArray()).Select(button => Read(button)?.Verb);

    private static CardAction? Read(JsonObject button) => ButtonValue.Read(button["value"]!.GetValue<string>())?.Action;

    private AskedQuestion Asked(string caseId) => new()
    {
        Id = "q1", Person = Person, Address = new Address(new ConversationKey(ChannelNames.Slack, "T1", "D1"), "{}"), Text = "?", Outcome = Outcome.Answered,
        CaseId = caseId, PackVersion = "1", Language = AnswerLanguage.En, Score = 1, Nearest = [caseId], Latency = TimeSpan.Zero, At = _time.GetUtcNow(),
    };
}
