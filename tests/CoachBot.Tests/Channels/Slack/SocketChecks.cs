using System.Text.Json;
using System.Text.Json.Nodes;
using CoachBot.Channels.Slack.Health;
using CoachBot.Channels.Slack.Interactivity;
using CoachBot.Channels.Slack.Wire;
using CoachBot.TestSupport.Slack;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Xunit;
using static CoachBot.Tests.Channels.Slack.SlackPayloads;

namespace CoachBot.Tests.Channels.Slack;

/// <summary>Checks 87 to 91 of the Slack reference: Socket Mode.</summary>
public sealed class SocketChecks
{
    [Fact]
    public async Task C087_AppToken_InTheHeaderOnly_AndReadyAfterHello()
    {
        await using var slack = await FakeSlack.StartAsync();
        slack.Sockets.SaysHello = false;
        await using var bed = await SlackBed.StartAsync(new() { Slack = slack, SocketMode = true });
        var socket = await slack.Sockets.WaitAsync();
        Assert.Equal(HealthStatus.Unhealthy, await HealthAsync(bed));

        await socket.SendAsync("""{"type":"hello","num_connections":1}""");
        await UntilAsync(async () => await HealthAsync(bed) == HealthStatus.Healthy);
        var call = slack.CallsOf("apps.connections.open")[0];
        Assert.Equal(FakeSlack.AppToken, call.Token);
        Assert.Empty(call.Fields);

        // Its addresses are not served: without a signing secret nothing could be trusted there.
        using var http = await bed.PostAsync("/slack/events", "{}");
        Assert.Equal(System.Net.HttpStatusCode.NotFound, http.StatusCode);
    }

    [Fact]
    public async Task C088_Envelopes_AreAcknowledgedOnTheirSocket_WithAPayloadOnlyWhereItIsAccepted()
    {
        await using var bed = await SlackBed.StartAsync(new()
        {
            SocketMode = true,
            Services = services => services.AddSingleton<IInteractionHandler, Menu>().AddSingleton<IInteractionHandler, Form>(),
        });
        var socket = await bed.Slack.Sockets.WaitAsync();
        await socket.SendAsync(Enveloped("e1", "events_api", Envelope(Direct("hello")), accepts: false));
        await socket.SendAsync(Enveloped("e2", "slash_commands", JsonNode.Parse(JsonSerializer.Serialize(Command("/nothing", "", bed.Slack)))!, accepts: true));
        await socket.SendAsync(Enveloped("e3", "interactive", Press(new("helpful", new Dictionary<string, string>()), bed.Slack), accepts: false));
        await socket.SendAsync(Enveloped("e4", "interactive", Done("block_suggestion", "\"action_id\":\"menu\",\"value\":\"x\""), accepts: true));
        await socket.SendAsync(Enveloped("e5", "interactive", Done("view_submission", "\"trigger_id\":\"5\",\"view\":{\"callback_id\":\"form\"}"), accepts: true));
        await socket.SendAsync(Enveloped("e6", "interactive", Done("view_submission", "\"trigger_id\":\"6\",\"view\":{\"callback_id\":\"form\"}"), accepts: false));

        Assert.False((await socket.AcknowledgementAsync("e1")).TryGetProperty("payload", out _));
        Assert.False((await socket.AcknowledgementAsync("e2")).TryGetProperty("payload", out _));
        Assert.False((await socket.AcknowledgementAsync("e3")).TryGetProperty("payload", out _));
        Assert.Equal("""{"options":[]}""", (await socket.AcknowledgementAsync("e4")).GetProperty("payload").GetRawText());
        Assert.Equal("clear", (await socket.AcknowledgementAsync("e5")).GetProperty("payload").GetProperty("response_action").GetString());
        Assert.False((await socket.AcknowledgementAsync("e6")).TryGetProperty("payload", out _));
        Assert.Equal(3, bed.Turns.Accepted.Count);
    }

    [Fact]
    public async Task C089_Warning_OpensTheSecondSocketBeforeTheFirstCloses_AndNothingIsLostOrDoubled()
    {
        await using var bed = await SlackBed.StartAsync(new() { SocketMode = true, More = new Dictionary<string, string?> { ["Slack:SocketConnections"] = "1" } });
        var first = await bed.Slack.Sockets.WaitAsync();
        await first.SendAsync("""{"type":"disconnect","reason":"warning","debug_info":{"host":"x"}}""");
        var second = await bed.Slack.Sockets.WaitAsync(2);
        Assert.True(first.IsOpen);

        for (var at = 0; at < 20; at++)
        {
            var envelope = Enveloped($"e{at}", "events_api", Envelope(Direct($"words {at}", $"1.{at}"), $"Ev{at}"), accepts: false);
            await first.SendAsync(envelope);
            await second.SendAsync(envelope);
        }

        await first.AcknowledgementAsync("e19");
        await second.AcknowledgementAsync("e19");
        await UntilAsync(() => Task.FromResult(bed.Turns.Accepted.Count >= 20));
        await first.CloseAsync();
        await first.EndAsync();
        await Task.Delay(300, TestContext.Current.CancellationToken);

        Assert.Equal(20, bed.Turns.Said.Distinct().Count());
        Assert.Equal(20, bed.Turns.Accepted.Count);
        Assert.Equal(2, bed.Slack.Sockets.All.Count);
        Assert.Equal(HealthStatus.Healthy, await HealthAsync(bed));
    }

    [Fact]
    public async Task C090_TooMany_ClosesTheOldOneFirstAndBacksOff()
    {
        await using var bed = await OneSocketAsync();
        var first = await bed.Slack.Sockets.WaitAsync();
        await first.SendAsync("""{"type":"disconnect","reason":"too_many_websockets"}""");
        await first.EndAsync();
        await Task.Delay(1_000, TestContext.Current.CancellationToken);

        Assert.Single(bed.Slack.CallsOf("apps.connections.open"));
    }

    [Fact]
    public async Task C090_LinkDisabled_StopsAndIsReported()
    {
        await using var bed = await OneSocketAsync();
        var first = await bed.Slack.Sockets.WaitAsync();
        await first.SendAsync("""{"type":"disconnect","reason":"link_disabled"}""");
        await first.EndAsync();
        await UntilAsync(async () => await HealthAsync(bed) == HealthStatus.Unhealthy);
        await Task.Delay(500, TestContext.Current.CancellationToken);

        Assert.Single(bed.Slack.CallsOf("apps.connections.open"));
    }

    [Fact]
    public async Task C090_Frames_BinaryFragmentedOrGarbage_DoNotDisturb()
    {
        await using var bed = await OneSocketAsync();
        var socket = await bed.Slack.Sockets.WaitAsync();
        await socket.SendBinaryAsync([1, 2, 3]);
        foreach (var garbage in new[] { "garbage", "[]", "null", "{\"envelope_id\":", "{}", "{\"type\":\"events_api\"}", "{\"envelope_id\":7,\"payload\":[]}", "{\"type\":\"disconnect\"}x" })
        {
            await socket.SendAsync(garbage);
        }

        await socket.SendAsync(Enveloped("e1", "events_api", Envelope(Direct("in pieces 取款机")), accepts: false), pieces: 7);
        await socket.AcknowledgementAsync("e1");

        Assert.Equal(["in pieces 取款机"], bed.Turns.Said);
        Assert.Single(bed.Slack.Sockets.All);
    }

    [Fact]
    public async Task C090_Peer_Vanishes_IsReplaced()
    {
        await using var bed = await OneSocketAsync();
        var first = await bed.Slack.Sockets.WaitAsync();
        first.Cut();
        var second = await bed.Slack.Sockets.WaitAsync(2);
        await second.SendAsync(Enveloped("e1", "events_api", Envelope(Direct("again")), accepts: false));

        await second.AcknowledgementAsync("e1");
    }

    [Theory]
    [InlineData("invalid_auth")]
    [InlineData("account_inactive")]
    [InlineData("team_disabled")]
    public async Task C091_Start_FatalError_StopsTheLoopAndFailsReadiness(string code)
    {
        await using var slack = await FakeSlack.StartAsync();
        slack.Fail("apps.connections.open", SlackFault.Error(code));
        await using var bed = await SlackBed.StartAsync(new() { Slack = slack, SocketMode = true, More = new Dictionary<string, string?> { ["Slack:SocketConnections"] = "1" } });
        await slack.WaitForAsync("apps.connections.open");
        await Task.Delay(2_500, TestContext.Current.CancellationToken);

        Assert.Single(slack.CallsOf("apps.connections.open"));
        Assert.Equal(HealthStatus.Unhealthy, await HealthAsync(bed));
    }

    [Fact]
    public async Task C091_Start_BotTokenRefused_FailsReadiness()
    {
        await using var slack = await FakeSlack.StartAsync();
        slack.Fail("auth.test", SlackFault.Error("invalid_auth"));
        slack.Sockets.SaysHello = true;
        await using var bed = await SlackBed.StartAsync(new() { Slack = slack, SocketMode = true });
        await slack.WaitForAsync("auth.test");
        await slack.Sockets.WaitAsync();

        Assert.Equal(HealthStatus.Unhealthy, await HealthAsync(bed));
        Assert.Single(slack.CallsOf("auth.test"));
    }

    private static Task<SlackBed> OneSocketAsync() => SlackBed.StartAsync(new() { SocketMode = true, More = new Dictionary<string, string?> { ["Slack:SocketConnections"] = "1" } });

    private static string Enveloped(string id, string type, JsonNode payload, bool accepts) =>
        new JsonObject { ["envelope_id"] = id, ["type"] = type, ["accepts_response_payload"] = accepts, ["payload"] = payload.DeepClone() }.ToJsonString();

    private static JsonNode Done(string type, string more) => JsonNode.Parse($$"""{"type":"{{type}}","user":{"id":"U1"},"team":{"id":"T1"},"api_app_id":"A1",{{more}}}""")!;

    private static async Task<HealthStatus> HealthAsync(SlackBed bed) => (await bed.Get<SlackState>().CheckHealthAsync(new HealthCheckContext(), CancellationToken.None)).Status;

    private static async Task UntilAsync(Func<Task<bool>> so)
    {
        for (var tries = 0; tries < 1_000 && !await so(); tries++)
        {
            await Task.Delay(10, TestContext.Current.CancellationToken);
        }

        Assert.True(await so());
    }

    private sealed class Menu : IInteractionHandler
    {
        public string Type => "block_suggestion";

        public string Name => "menu";

        public Task<SlackAnswer> AnswerAsync(Interaction interaction, CoachBot.Channels.Slack.SlackWorkspace workspace, CancellationToken cancel) => Task.FromResult(SlackAnswer.Options([]));
    }

    private sealed class Form : IInteractionHandler
    {
        public string Type => "view_submission";

        public string Name => "form";

        public Task<SlackAnswer> AnswerAsync(Interaction interaction, CoachBot.Channels.Slack.SlackWorkspace workspace, CancellationToken cancel) => Task.FromResult(SlackAnswer.Clear());
    }
}
