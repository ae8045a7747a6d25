using System.Collections.Concurrent;
using System.Globalization;
using System.Net;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace CoachBot.TestSupport.Slack;

/// <summary>
/// A Slack on loopback: Web API, sockets, response addresses, OAuth. As strict as the real one is known to be, since a permissive fake
/// proves nothing; the official JavaScript clients are run against it.
/// </summary>
public sealed class FakeSlack : IAsyncDisposable
{
    /// <summary>The bot's user id.</summary>
    public const string BotUser = "UBOT";

    /// <summary>The bot's other id.</summary>
    public const string BotId = "BBOT";

    /// <summary>The workspace.</summary>
    public const string Team = "T1";

    /// <summary>The app.</summary>
    public const string App = "A1";

    /// <summary>The bot's token.</summary>
    public const string BotToken = "xoxb-test-1";

    /// <summary>The app-level token.</summary>
    public const string AppToken = "xapp-test-1";

    private readonly WebApplication _app;
    private readonly ConcurrentQueue<SlackCall> _calls = new();
    private readonly ConcurrentDictionary<string, ConcurrentQueue<SlackFault>> _faults = new();
    private readonly SlackMethodTable _methods;

    private FakeSlack(WebApplication app, TimeProvider time)
    {
        _app = app;
        Time = time;
        Sockets = new FakeSockets();
        Responses = new FakeResponses(time);
        _methods = new SlackMethodTable(this);
    }

    /// <summary>Where it listens, without a slash at the end.</summary>
    public string Address { get; private set; } = "";

    /// <summary>Its clock.</summary>
    public TimeProvider Time { get; }

    /// <summary>Every call of the Web API, oldest first.</summary>
    public IReadOnlyList<SlackCall> Calls => [.. _calls];

    /// <summary>The sockets that are connected.</summary>
    public FakeSockets Sockets { get; }

    /// <summary>The response addresses that were given out.</summary>
    public FakeResponses Responses { get; }

    /// <summary>Tokens and the workspace they are good for.</summary>
    public ConcurrentDictionary<string, string> Tokens { get; } = new() { [BotToken] = Team };

    /// <summary>Scopes the token has; a call that needs another one fails.</summary>
    public HashSet<string> Scopes { get; } = new(StringComparer.Ordinal)
    {
        "app_mentions:read", "assistant:write", "channels:history", "channels:read", "chat:write", "commands", "groups:history", "groups:read", "im:history",
        "im:write", "reactions:read", "users:read",
    };

    /// <summary>Channels the bot is no member of.</summary>
    public ConcurrentDictionary<string, bool> Outside { get; } = new();

    /// <summary>Whether more than one message a second in a channel is answered with 429.</summary>
    public bool KeepsPace { get; set; } = true;

    /// <summary>Whether calls are kept for tests to look at; a load test counts instead.</summary>
    public bool KeepsCalls { get; set; } = true;

    /// <summary>The language <c>users.info</c> tells.</summary>
    public string Locale { get; set; } = "en-US";

    /// <summary>OAuth codes that may be exchanged once, with the answer.</summary>
    public ConcurrentDictionary<string, JsonObject> Codes { get; } = new();

    /// <summary>Triggers that may be used once.</summary>
    public ConcurrentDictionary<string, DateTimeOffset> Triggers { get; } = new();

    /// <summary>How many messages were taken, in all.</summary>
    public long Posted => _methods.Posted;

    /// <summary>The shortest time between two messages of one channel.</summary>
    public TimeSpan ShortestGap => _methods.ShortestGap;

    /// <summary>Starts one on a free port of loopback.</summary>
    public static async Task<FakeSlack> StartAsync(TimeProvider? clock = null, int port = 0)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, port));
        var app = builder.Build();
        var slack = new FakeSlack(app, clock ?? TimeProvider.System);
        app.UseWebSockets();
        app.Map("/api/{method}", slack.AnswerAsync);
        app.Map("/actions/{id}", slack.Responses.AnswerAsync);
        app.Map("/link/", slack.Sockets.AcceptAsync);
        await app.StartAsync();
        slack.Address = app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.Single();
        slack.Responses.Base = slack.Address + "/actions/";
        return slack;
    }

    /// <summary>The calls of one method, oldest first.</summary>
    public IReadOnlyList<SlackCall> CallsOf(string method) => [.. _calls.Where(call => call.Method == method)];

    /// <summary>What the next call of a method meets instead of an answer; several queue up.</summary>
    public void Fail(string method, SlackFault fault) => _faults.GetOrAdd(method, _ => new()).Enqueue(fault);

    /// <summary>Waits, at most ten seconds, until calls of a method fit.</summary>
    public async Task<IReadOnlyList<SlackCall>> WaitForAsync(string method, int count = 1)
    {
        for (var tries = 0; tries < 1_000 && CallsOf(method).Count < count; tries++)
        {
            await Task.Delay(10);
        }

        var calls = CallsOf(method);
        return calls.Count >= count ? calls : throw new TimeoutException($"{calls.Count} calls of {method} instead of {count}");
    }

    /// <summary>A trigger as Slack sends with interactions.</summary>
    public string Trigger()
    {
        var trigger = $"{Random.Shared.Next()}.{Random.Shared.Next()}.{Guid.NewGuid():N}";
        Triggers[trigger] = Time.GetUtcNow();
        return trigger;
    }

    /// <inheritdoc />
    public async ValueTask DisposeAsync()
    {
        Sockets.Dispose();
        await _app.StopAsync(new CancellationToken(canceled: true));
        await _app.DisposeAsync();
    }

    private async Task AnswerAsync(HttpContext context)
    {
        var method = (string)context.Request.RouteValues["method"]!;
        if (!HttpMethods.IsPost(context.Request.Method) || !context.Request.HasFormContentType)
        {
            await WriteAsync(context, new JsonObject { ["ok"] = false, ["error"] = "invalid_form_data" });
            return;
        }

        var form = await context.Request.ReadFormAsync(context.RequestAborted);
        var token = context.Request.Headers.Authorization.ToString() is ['B', 'e', 'a', 'r', 'e', 'r', ' ', .. var bearer] ? bearer : null;
        var call = new SlackCall(method, form.ToDictionary(field => field.Key, field => field.Value.ToString()), token, Time.GetUtcNow(), form.Any(field => field.Value.Count != 1));
        if (KeepsCalls)
        {
            _calls.Enqueue(call);
        }

        if (_faults.TryGetValue(method, out var faults) && faults.TryDequeue(out var fault))
        {
            await fault.WriteAsync(context);
            return;
        }

        await WriteAnswerAsync(context, _methods.Answer(call));
    }

    private static async Task WriteAnswerAsync(HttpContext context, JsonObject answer)
    {
        if (answer.Remove("retry_after", out var wait))
        {
            context.Response.StatusCode = StatusCodes.Status429TooManyRequests;
            context.Response.Headers.RetryAfter = wait!.ToString();
        }

        await WriteAsync(context, answer);
    }

    private static async Task WriteAsync(HttpContext context, JsonObject answer)
    {
        context.Response.ContentType = "application/json; charset=utf-8";
        context.Response.Headers["X-Slack-Req-Id"] = Guid.NewGuid().ToString("N", CultureInfo.InvariantCulture);
        await context.Response.WriteAsync(answer.ToJsonString(), context.RequestAborted);
    }
}

/// <summary>A call as it came in.</summary>
/// <param name="Method">The method.</param>
/// <param name="Fields">Its arguments.</param>
/// <param name="Token">The bearer token; null when none.</param>
/// <param name="At">When.</param>
/// <param name="Repeated">Whether a field came more than once, which Slack refuses.</param>
public sealed record SlackCall(string Method, IReadOnlyDictionary<string, string> Fields, string? Token, DateTimeOffset At, bool Repeated)
{
    /// <summary>An argument; null when missing.</summary>
    public string? this[string name] => Fields.GetValueOrDefault(name);

    /// <summary>A nested argument.</summary>
    public JsonElement Json(string name) => JsonSerializer.Deserialize<JsonElement>(Fields[name]);
}

/// <summary>What a call meets instead of an answer.</summary>
public sealed record SlackFault
{
    /// <summary>The status.</summary>
    public int Status { get; init; } = 200;

    /// <summary>The body.</summary>
    public string Body { get; init; } = "";

    /// <summary>Its type.</summary>
    public string ContentType { get; init; } = "application/json";

    /// <summary>Headers.</summary>
    public IReadOnlyDictionary<string, string> Headers { get; init; } = new Dictionary<string, string>();

    /// <summary>The connection is cut without an answer.</summary>
    public bool Cut { get; init; }

    /// <summary>No answer at all until the caller gives up.</summary>
    public bool Silent { get; init; }

    /// <summary>A refusal.</summary>
    public static SlackFault Error(string code, string more = "") => new() { Body = $$"""{"ok":false,"error":"{{code}}"{{more}}}""" };

    /// <summary>Too many calls.</summary>
    public static SlackFault TooMany(string? retryAfter) => new()
    {
        Status = 429, Body = """{"ok":false,"error":"ratelimited"}""", Headers = retryAfter is null ? new Dictionary<string, string>() : new Dictionary<string, string> { ["Retry-After"] = retryAfter },
    };

    internal async Task WriteAsync(HttpContext context)
    {
        if (Silent)
        {
            await Task.Delay(TimeSpan.FromMinutes(1), context.RequestAborted).ContinueWith(_ => { }, CancellationToken.None, TaskContinuationOptions.None, TaskScheduler.Default);
            return;
        }

        if (Cut)
        {
            context.Abort();
            return;
        }

        context.Response.StatusCode = Status;
        context.Response.ContentType = ContentType;
        foreach (var header in Headers)
        {
            context.Response.Headers[header.Key] = header.Value;
        }

        await context.Response.WriteAsync(Body, context.RequestAborted);
    }
}
