using System.Net;
using System.Text.Json.Nodes;
using CoachBot.Channels.Teams.Invokes;
using CoachBot.Channels.Teams.Wire;
using CoachBot.Core.Turns;
using CoachBot.TestSupport.Teams;
using Xunit;

namespace CoachBot.Tests.Channels.Teams.Checks;

/// <summary>What is answered in the response.</summary>
public sealed class InvokeChecks : IAsyncLifetime
{
    private int _handled;
    private TeamsHost _host = null!;

    public async ValueTask InitializeAsync() => _host = await TeamsHost.StartAsync(setup =>
    {
        setup.Settings["Teams:InvokeTimeout"] = "00:00:00.5";
        setup.Settings["Teams:ExpectRepliesTimeout"] = "00:00:00.5";
        setup.Handlers.Add(Handler("adaptiveCard/action", new InvokeAnswer(200, new RawJson("""{"statusCode":200,"n":1}"""u8.ToArray()))));
        setup.Handlers.Add(Handler("task/submit", new InvokeAnswer(412, null)));
        setup.Handlers.Add(new TestHandler("fails", (_, _) => throw new InvalidOperationException("inner matters")));
        setup.Handlers.Add(new TestHandler("hangs", async (_, cancel) =>
        {
            await Task.Delay(Timeout.Infinite, cancel);
            return new InvokeAnswer(200, null);
        }));
    });

    public ValueTask DisposeAsync() => _host.DisposeAsync();

    [Fact]
    [TeamsCheck(43)]
    public async Task Invoke_NobodyHandles_Is501WithoutABody()
    {
        using var response = await PostAsync("somethingNew");

        Assert.Equal(HttpStatusCode.NotImplemented, response.StatusCode);
        Assert.Equal("", await BodyAsync(response));
    }

    [Fact]
    [TeamsCheck(44)]
    public async Task Invoke_Handled_IsTheHandlersStatusAndBodyWithoutEnvelope()
    {
        using var response = await PostAsync("adaptiveCard/action");

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.Equal("""{"statusCode":200,"n":1}""", await BodyAsync(response));
        Assert.Equal("application/json; charset=utf-8", response.Content.Headers.ContentType?.ToString());
    }

    [Fact]
    [TeamsCheck(45)]
    public async Task Invoke_NoBody_IsTheStatusOnly()
    {
        using var response = await PostAsync("task/submit");

        Assert.Equal(HttpStatusCode.PreconditionFailed, response.StatusCode);
        Assert.Equal("", await BodyAsync(response));
        Assert.Null(response.Content.Headers.ContentType);
    }

    [Fact]
    [TeamsCheck(20)]
    public async Task Invoke_ExpectReplies_HasTheBodyBesideTheReplies()
    {
        using var response = await PostAsync("adaptiveCard/action", change: activity => activity.With("deliveryMode", "expectReplies"));

        Assert.Equal("""{"activities":[],"body":{"statusCode":200,"n":1}}""", await BodyAsync(response));
    }

    [Fact]
    [TeamsCheck(47)]
    public async Task Invoke_HandlerThrows_Is500AndTellsNothing()
    {
        using var response = await PostAsync("fails");

        Assert.Equal(HttpStatusCode.InternalServerError, response.StatusCode);
        Assert.Equal("", await BodyAsync(response));
        Assert.Contains("inner matters", _host.Log.Text, StringComparison.Ordinal);
    }

    [Fact]
    [TeamsCheck(47)]
    public async Task ExpectReplies_TurnThrows_Is500AndTheNextIsAnswered()
    {
        _host.Turns.Run = (_, _) => throw new InvalidOperationException("inner matters");
        using var broken = await _host.PostAsync(_host.Message(id: "again").With("deliveryMode", "expectReplies"));
        _host.Turns.Run = (_, _) => Task.FromResult<IReadOnlyList<OutgoingReply>>([RecordingTurns.Says("well")]);
        using var again = await _host.PostAsync(_host.Message(id: "again").With("deliveryMode", "expectReplies"));

        Assert.Equal((HttpStatusCode.InternalServerError, ""), (broken.StatusCode, await BodyAsync(broken)));
        Assert.Contains("well", await BodyAsync(again), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Invoke_HandlerHangs_EndsInTime()
    {
        using var response = await PostAsync("hangs");

        Assert.Equal(HttpStatusCode.GatewayTimeout, response.StatusCode);
    }

    [Fact]
    [TeamsCheck(54)]
    public async Task Invoke_Repeated_HasTheSameAnswerAndIsDoneOnce()
    {
        var responses = await Task.WhenAll(Enumerable.Range(0, 6).Select(_ => PostAsync("adaptiveCard/action", "same")));

        Assert.All(responses, response => Assert.Equal(HttpStatusCode.OK, response.StatusCode));
        Assert.Single((await Task.WhenAll(responses.Select(BodyAsync))).Distinct());
        Assert.Equal(1, _handled);
    }

    [Fact]
    [TeamsCheck(51)]
    public async Task ExpectReplies_Repeated_HasTheSameReplies()
    {
        _host.Turns.Run = (_, _) => Task.FromResult<IReadOnlyList<OutgoingReply>>([RecordingTurns.Says(Guid.NewGuid().ToString())]);
        var activity = _host.Message(id: "same").With("deliveryMode", "expectReplies").ToJsonString();
        var bodies = new HashSet<string>();
        for (var i = 0; i < 3; i++)
        {
            using var response = await _host.PostAsync(activity, _host.Token());
            bodies.Add(await BodyAsync(response));
        }

        Assert.Single(bodies);
        Assert.Single(_host.Turns.Ran);
    }

    [Theory]
    [TeamsCheck(94)]
    [InlineData("invoke", null)]
    [InlineData("message", "expectReplies")]
    [InlineData("typing", null)]
    [InlineData("installationUpdate", null)]
    public async Task Post_AnyKindWithoutAToken_Is401(string type, string? mode)
    {
        var activity = TeamsActivity.Base(type, _host.Teams.Url, more: new JsonObject { ["name"] = "adaptiveCard/action", ["deliveryMode"] = mode });
        using var response = await _host.PostAsync(activity.ToJsonString(), null);

        Assert.Equal(HttpStatusCode.Unauthorized, response.StatusCode);
        Assert.Equal(0, _handled);
    }

    [Fact]
    public async Task Post_QueueFull_IsAskedToComeAgain()
    {
        _host.Turns.Verdict = Acceptance.Full;
        using var response = await _host.PostAsync(_host.Message());

        Assert.Equal(HttpStatusCode.ServiceUnavailable, response.StatusCode);
        Assert.NotNull(response.Headers.RetryAfter);
    }

    private TestHandler Handler(string name, InvokeAnswer answer) => new(name, async (_, cancel) =>
    {
        Interlocked.Increment(ref _handled);
        await Task.Delay(TimeSpan.FromMilliseconds(50), cancel);
        return answer;
    });

    private Task<HttpResponseMessage> PostAsync(string name, string? id = null, Action<JsonObject>? change = null)
    {
        var activity = TeamsActivity.Base("invoke", _host.Teams.Url, id, new JsonObject { ["name"] = name, ["value"] = new JsonObject() });
        change?.Invoke(activity);
        return _host.PostAsync(activity);
    }

    private static Task<string> BodyAsync(HttpResponseMessage response) => response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
}
