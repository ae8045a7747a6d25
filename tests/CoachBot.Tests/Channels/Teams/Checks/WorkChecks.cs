using System.Net;
using CoachBot.Channels.Dispatch;
using CoachBot.Core.Privacy;
using CoachBot.Core.Turns;
using CoachBot.TestSupport.Fakes;
using CoachBot.TestSupport.Teams;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Moq;
using Xunit;

namespace CoachBot.Tests.Channels.Teams.Checks;

/// <summary>The door with the real queue and workers behind it: acknowledged at once, worked off in any case.</summary>
public sealed class WorkChecks
{
    [Fact]
    [TeamsCheck(46)]
    public async Task Turn_Throws_OneApologyAndTheNextIsAnswered()
    {
        await using var host = await StartAsync((message, _) => message.Content is MessageContent.Said { Text: "bad" }
            ? throw new InvalidOperationException("inner matters")
            : Answer("fine"));
        using var bad = await host.PostAsync(host.Message("bad"));
        using var good = await host.PostAsync(host.Message("good"));
        var sent = await host.Teams.WaitForAsync(2);

        Assert.Equal((HttpStatusCode.Accepted, HttpStatusCode.Accepted), (bad.StatusCode, good.StatusCode));
        Assert.DoesNotContain("inner matters", sent[0].Body, StringComparison.Ordinal);
        Assert.Equal("fine", sent[1].Json.GetProperty("text").GetString());
        Assert.Contains("inner matters", host.Log.Text, StringComparison.Ordinal);
    }

    [Fact]
    [TeamsCheck(48)]
    public async Task Turn_TakesLong_IsAcknowledgedAtOnceAndAnsweredLater()
    {
        var release = new TaskCompletionSource();
        await using var host = await StartAsync(async (_, cancel) =>
        {
            await release.Task.WaitAsync(cancel);
            return await Answer("late");
        });
        var watch = System.Diagnostics.Stopwatch.StartNew();
        using var response = await host.PostAsync(host.Message());
        Assert.Equal(HttpStatusCode.Accepted, response.StatusCode);
        Assert.True(watch.Elapsed < TimeSpan.FromSeconds(5), $"{watch.Elapsed}");
        Assert.DoesNotContain(host.Teams.Requests, request => request.Body.Contains("late", StringComparison.Ordinal));

        release.SetResult();
        await WaitForTextAsync(host, "late");
    }

    [Fact]
    [TeamsCheck(49)]
    public async Task Turn_ClientGoesAway_WorksOn()
    {
        var begun = new TaskCompletionSource();
        var release = new TaskCompletionSource();
        var ended = new TaskCompletionSource<bool>();
        await using var host = await StartAsync(async (_, cancel) =>
        {
            begun.TrySetResult();
            await release.Task.WaitAsync(TimeSpan.FromSeconds(20), CancellationToken.None);
            ended.TrySetResult(cancel.IsCancellationRequested);
            return await Answer("x");
        });
        using var impatient = new HttpClient();
        using var gone = new CancellationTokenSource();
        using var request = new HttpRequestMessage(HttpMethod.Post, host.Url + "/api/messages");
        request.Headers.Add("Authorization", "Bearer " + host.Token());
        request.Content = new StringContent(host.Message().With("deliveryMode", "expectReplies").ToJsonString(), System.Text.Encoding.UTF8, "application/json");
        var sending = impatient.SendAsync(request, gone.Token);
        await begun.Task.WaitAsync(TimeSpan.FromSeconds(20), TestContext.Current.CancellationToken);
        await gone.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => sending);
        release.SetResult();

        Assert.False(await ended.Task.WaitAsync(TimeSpan.FromSeconds(20), TestContext.Current.CancellationToken));
    }

    [Fact]
    [TeamsCheck(50)]
    public async Task Stop_WithTurnsQueued_FinishesThem()
    {
        var begun = new TaskCompletionSource();
        await using var host = await StartAsync(async (message, cancel) =>
        {
            begun.TrySetResult();
            await Task.Delay(TimeSpan.FromMilliseconds(300), cancel);
            return await Answer("done " + ((MessageContent.Said)message.Content).Text);
        });
        for (var number = 0; number < 3; number++)
        {
            using var response = await host.PostAsync(host.Message($"n{number}"));
        }

        await begun.Task.WaitAsync(TimeSpan.FromSeconds(20), TestContext.Current.CancellationToken);
        await host.StopAsync();

        Assert.Equal(["done n0", "done n1", "done n2"], Texts(host));
    }

    [Fact]
    [TeamsCheck(50)]
    public async Task Stop_NewRequests_AreAskedToComeAgain()
    {
        var begun = new TaskCompletionSource();
        var release = new TaskCompletionSource();
        await using var host = await StartAsync(async (_, _) =>
        {
            begun.TrySetResult();
            await release.Task.WaitAsync(TimeSpan.FromSeconds(20), CancellationToken.None);
            return await Answer("x");
        });

        // A connection that is open already: a new one is refused by the system itself.
        using var first = await host.PostAsync(host.Message());
        await begun.Task.WaitAsync(TimeSpan.FromSeconds(20), TestContext.Current.CancellationToken);
        var stopping = host.Services.GetRequiredService<Microsoft.Extensions.Hosting.IHostApplicationLifetime>();
        stopping.StopApplication();
        using var late = await host.PostAsync(host.Message());
        release.SetResult();

        Assert.Equal(HttpStatusCode.ServiceUnavailable, late.StatusCode);
    }

    private static Task<TeamsHost> StartAsync(Func<IncomingMessage, CancellationToken, Task<IReadOnlyList<OutgoingReply>>> run) => TeamsHost.StartAsync(setup =>
    {
        var mask = new Mock<IPersonalDataMask>();
        mask.Setup(it => it.Mask(It.IsAny<string>())).Returns((string text) => new MaskedText(text, []));
        setup.More = services =>
        {
            services.RemoveAll<ITurns>();
            services.AddSingleton(mask.Object);
            services.AddSingleton<IInbox, InMemoryInbox>();
            services.AddTurns();
            services.RemoveAll<ITurnPipeline>();
            services.AddSingleton<ITurnPipeline>(new DecidedPipeline(run));
        };
    });

    private static Task<IReadOnlyList<OutgoingReply>> Answer(string text) => Task.FromResult<IReadOnlyList<OutgoingReply>>([RecordingTurns.Says(text)]);

    private static IEnumerable<string?> Texts(TeamsHost host) => host.Teams.Requests
        .Select(request => request.Json)
        .Where(body => body.GetProperty("type").GetString() == "message")
        .Select(body => body.GetProperty("text").GetString());

    private static async Task WaitForTextAsync(TeamsHost host, string text)
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(20));
        while (!Texts(host).Contains(text))
        {
            await Task.Delay(TimeSpan.FromMilliseconds(10), patience.Token);
        }
    }

    private sealed class DecidedPipeline(Func<IncomingMessage, CancellationToken, Task<IReadOnlyList<OutgoingReply>>> run) : ITurnPipeline
    {
        public Task<IReadOnlyList<OutgoingReply>> RunAsync(IncomingMessage message, CancellationToken cancel) => run(message, cancel);

        public Task DeliveredAsync(OutgoingReply reply, Address to, string? messageId, CancellationToken cancel) => Task.CompletedTask;
    }
}
