using System.Diagnostics;
using System.Net;
using CoachBot.Channels.Dispatch;
using CoachBot.Core.Coaching;
using CoachBot.Core.Conversations;
using CoachBot.Core.Drafting;
using CoachBot.Core.Preferences;
using CoachBot.Core.Privacy;
using CoachBot.Core.Questions;
using CoachBot.Core.Search;
using CoachBot.Core.Search.Keyword;
using CoachBot.Core.Turns;
using CoachBot.TestSupport;
using CoachBot.TestSupport.Fakes;
using CoachBot.Tests.Coaching;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Moq;
using Xunit;
using static CoachBot.Tests.Channels.Slack.SlackPayloads;

namespace CoachBot.Tests.Channels.Slack;

/// <summary>From Slack's request to Slack's message, with the real way of a turn in between.</summary>
public sealed class WholeTurnChecks
{
    private readonly InMemoryQuestionLog _log = new();

    [Fact]
    public async Task C023_Event_WhileATurnTakesAMinute_IsAnsweredAtOnce()
    {
        var pipeline = new SlowPipeline();
        await using var bed = await SlackBed.StartAsync(new() { Services = services => WithTurns(services).Replace(ServiceDescriptor.Singleton<ITurnPipeline>(pipeline)) });
        using var first = await bed.EventAsync(Direct("warm up", "1.0"), "Ev0");
        for (var at = 1; at <= 5; at++)
        {
            var watch = Stopwatch.StartNew();
            using var response = await bed.EventAsync(Direct("hello", $"1.{at}"), $"Ev{at}");
            Assert.Equal(HttpStatusCode.OK, response.StatusCode);
            Assert.True(watch.Elapsed < TimeSpan.FromMilliseconds(500), $"{watch.ElapsedMilliseconds} ms");
        }

        await pipeline.Began.Task.WaitAsync(TimeSpan.FromSeconds(10), TestContext.Current.CancellationToken);
    }

    [Fact]
    public async Task Question_InADirectMessage_IsAnsweredThere()
    {
        await using var bed = await SlackBed.StartAsync(new() { Services = services => WithTurns(services) });
        using var response = await bed.EventAsync(Direct("customer says ATM gave fake notes"));
        var post = (await bed.Slack.WaitForAsync("chat.postMessage"))[0];

        Assert.Equal(("D1", null), (post["channel"], post["thread_ts"]));
        Assert.Equal(Some.Pack().Cases.Single(one => one.Id == "atm-fake-notes").En.Title, post["text"]);
    }

    [Fact]
    public async Task Reaction_ToAnAnswer_IsKeptAsFeedback()
    {
        await using var bed = await SlackBed.StartAsync(new() { Services = services => WithTurns(services) });
        var message = await AskedAsync(bed);
        using var response = await bed.EventAsync($$"""{"type":"reaction_added","user":"U2","reaction":"+1","item_user":"UBOT","item":{"type":"message","channel":"D1","ts":"{{message}}"},"event_ts":"9.1"}""", "Ev9");
        await UntilAsync(() => _log.Ratings.Count == 1);

        Assert.True(_log.Ratings[0].Helpful);
    }

    [Fact]
    public async Task C069_Feedback_SameTwiceThenTheOther_IsKeptOnceAsTheLast()
    {
        await using var bed = await SlackBed.StartAsync(new() { Services = services => WithTurns(services) });
        await AskedAsync(bed);
        var question = _log.Questions.Single().Id;
        foreach (var verb in new[] { CardVerbs.Helpful, CardVerbs.Helpful, CardVerbs.Unhelpful })
        {
            var action = new CardAction(verb, new Dictionary<string, string> { ["question"] = question, ["reason"] = "unclear" });
            using var response = await bed.InteractAsync(Press(action, bed.Slack, channel: "D1").ToJsonString());
            Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        }

        await UntilAsync(() => _log.Ratings.Count == 1 && !_log.Ratings[0].Helpful);
    }

    [Fact]
    public async Task Command_IsAnsweredThroughItsResponseAddress()
    {
        await using var bed = await SlackBed.StartAsync(new() { Services = services => WithTurns(services) });
        using var response = await bed.CommandAsync("/unknown", "");

        Assert.Equal("ephemeral", (await bed.Slack.Responses.WaitAsync())[0].GetProperty("response_type").GetString());
        Assert.Empty(bed.Slack.CallsOf("chat.postMessage"));
    }

    private static async Task<string> AskedAsync(SlackBed bed)
    {
        using var response = await bed.EventAsync(Direct("customer says ATM gave fake notes"));
        await bed.Slack.WaitForAsync("chat.postMessage");
        await Task.Delay(200, TestContext.Current.CancellationToken);

        // The fake numbers its messages from one on, within the second they came.
        var call = bed.Slack.CallsOf("chat.postMessage")[0];
        return $"{call.At.ToUnixTimeSeconds()}.000001";
    }

    private static async Task UntilAsync(Func<bool> so)
    {
        for (var tries = 0; tries < 1_000 && !so(); tries++)
        {
            await Task.Delay(10, TestContext.Current.CancellationToken);
        }

        Assert.True(so());
    }

    private IServiceCollection WithTurns(IServiceCollection services)
    {
        var bounds = new DecisionBounds();
        var index = new FakeCaseIndex(Some.Pack()).Finding(("atm-fake-notes", 0.9));
        var coach = new Coach(index, new TemplateDrafter(), bounds);
        services.RemoveAll<ITurns>();
        services.AddSingleton<ICaseIndex>(index).AddSingleton(coach).AddSingleton(new Dialogue(coach, bounds)).AddSingleton(Mock.Of<IKeywordSearch>());
        services.AddSingleton<IQuestionLog>(_log).AddSingleton<IPreferenceStore, InMemoryPreferences>().AddSingleton<IInbox>(new InMemoryInbox());
        services.AddSingleton(Mock.Of<IForgetting>());
        services.RemoveAll<CoachBot.Core.Turns.Handling.Greeting>();
        return services.AddTurns();
    }

    private sealed class SlowPipeline : ITurnPipeline
    {
        public TaskCompletionSource Began { get; } = new();

        public async Task<IReadOnlyList<OutgoingReply>> RunAsync(IncomingMessage message, CancellationToken cancel)
        {
            Began.TrySetResult();
            await Task.Delay(TimeSpan.FromMinutes(1), cancel);
            return [];
        }

        public Task DeliveredAsync(OutgoingReply reply, Address to, string? messageId, CancellationToken cancel) => Task.CompletedTask;
    }
}
