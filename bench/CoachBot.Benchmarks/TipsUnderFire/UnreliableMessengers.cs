using System.Collections.Concurrent;
using System.Globalization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace CoachBot.Benchmarks.TipsUnderFire;

/// <summary>
/// Stands for Teams and Slack over real HTTP. One call in five fails: 8 % with 429, 7 % with 500 or 503, 5 % are accepted and never
/// answered (the connection breaks at once, or the answer does not come). Remembers what it accepted and whether it could answer.
/// </summary>
internal sealed class UnreliableMessengers : IAsyncDisposable
{
    private readonly WebApplication _app;
    private int _messages;

    private UnreliableMessengers(WebApplication app) => _app = app;

    public ConcurrentBag<AcceptedPost> Accepted { get; } = [];

    public ConcurrentDictionary<string, int> Answers { get; } = new();

    public string Address => _app.Urls.First();

    public static async Task<UnreliableMessengers> StartAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var messengers = new UnreliableMessengers(builder.Build());
        messengers._app.MapPost("/{channel}/{conversation}", messengers.PostAsync);
        await messengers._app.StartAsync();
        return messengers;
    }

    public async ValueTask DisposeAsync() => await _app.DisposeAsync();

    private async Task PostAsync(HttpContext context, string channel, string conversation)
    {
        var caseId = await new StreamReader(context.Request.Body).ReadToEndAsync();
        var chance = Random.Shared.Next(100);
        await Task.Delay(Random.Shared.Next(4, 16));
        if (chance < 15)
        {
            var status = chance < 8 ? 429 : chance % 2 == 0 ? 500 : 503;
            Answers.AddOrUpdate(status.ToString(CultureInfo.InvariantCulture), 1, (_, count) => count + 1);
            context.Response.StatusCode = status;
            context.Response.Headers.RetryAfter = status == 429 ? "1" : default;
            return;
        }

        var post = new AcceptedPost(channel, conversation, caseId, DateTimeOffset.UtcNow);
        Accepted.Add(post);
        if (chance >= 95)
        {
            Answers.AddOrUpdate("accepted, no answer", 1, (_, count) => count + 1);
            await SilenceAsync(context, hangs: chance == 99);
            return;
        }

        Answers.AddOrUpdate("accepted", 1, (_, count) => count + 1);
        await context.Response.WriteAsync($"message-{Interlocked.Increment(ref _messages)}", context.RequestAborted);
        await context.Response.CompleteAsync();
        post.Answered = !context.RequestAborted.IsCancellationRequested;
    }

    private static async Task SilenceAsync(HttpContext context, bool hangs)
    {
        if (hangs)
        {
            await Task.Delay(TimeSpan.FromSeconds(30), context.RequestAborted).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }

        context.Abort();
    }
}

/// <summary>What the messenger took.</summary>
internal sealed record AcceptedPost(string Channel, string Conversation, string Case, DateTimeOffset At)
{
    /// <summary>Whether the answer went out whole.</summary>
    public bool Answered { get; set; }
}
