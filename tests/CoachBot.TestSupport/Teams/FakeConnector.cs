using System.Collections.Concurrent;
using System.Text.Json;
using Microsoft.AspNetCore.Http;

namespace CoachBot.TestSupport.Teams;

/// <summary>A call that reached Teams.</summary>
/// <param name="Method">How.</param>
/// <param name="Target">Path and query as they were on the wire.</param>
/// <param name="Authorization">The header; null without one.</param>
/// <param name="ContentType">The header; null without one.</param>
/// <param name="Body">As it was on the wire.</param>
/// <param name="At">When.</param>
public sealed record ConnectorRequest(string Method, string Target, string? Authorization, string? ContentType, string Body, DateTimeOffset At)
{
    /// <summary>The body as JSON.</summary>
    public JsonElement Json => JsonDocument.Parse(Body).RootElement;
}

/// <summary>Teams on this machine: takes what bots send, remembers it, and answers as told.</summary>
public sealed class FakeConnector : IAsyncDisposable
{
    private readonly LoopbackServer _server;
    private readonly State _state;

    private FakeConnector(LoopbackServer server, State state) => (_server, _state) = (server, state);

    /// <summary>Its address, without a slash at the end.</summary>
    public string Url => _server.Url;

    /// <summary>What reached it, in order.</summary>
    public IReadOnlyList<ConnectorRequest> Requests => [.. _state.Requests];

    /// <summary>Answers of its own for the next calls, in order; after them every call succeeds.</summary>
    public ConcurrentQueue<RequestDelegate> Next => _state.Next;

    /// <summary>How long it thinks before it answers.</summary>
    public TimeSpan Delay { get => _state.Delay; set => _state.Delay = value; }

    /// <summary>The answer to calls that no other was given for: 201 with an id by default.</summary>
    public RequestDelegate Usual { get => _state.Usual; set => _state.Usual = value; }

    /// <summary>Starts one.</summary>
    public static async Task<FakeConnector> StartAsync()
    {
        var state = new State();
        return new FakeConnector(await LoopbackServer.StartAsync(state.AnswerAsync), state);
    }

    /// <summary>The next call is answered so.</summary>
    public void Answer(int status, string body = "", params (string Name, string Value)[] headers) => Next.Enqueue(context =>
    {
        context.Response.StatusCode = status;
        foreach (var (name, value) in headers)
        {
            context.Response.Headers[name] = value;
        }

        return context.Response.WriteAsync(body);
    });

    /// <summary>The next call is never answered: the line breaks.</summary>
    public void BreakLine() => Next.Enqueue(context =>
    {
        context.Abort();
        return Task.CompletedTask;
    });

    /// <summary>Waits until so many calls came.</summary>
    public async Task<IReadOnlyList<ConnectorRequest>> WaitForAsync(int count, TimeSpan? patience = null)
    {
        using var deadline = new CancellationTokenSource(patience ?? TimeSpan.FromSeconds(20));
        while (_state.Requests.Count < count)
        {
            if (deadline.IsCancellationRequested)
            {
                throw new TimeoutException($"{_state.Requests.Count} of {count} calls came.");
            }

            await Task.Delay(TimeSpan.FromMilliseconds(5), CancellationToken.None);
        }

        return Requests;
    }

    /// <inheritdoc />
    public ValueTask DisposeAsync() => _server.DisposeAsync();

    private sealed class State
    {
        private int _number;

        public State() => Usual = SucceedAsync;

        public ConcurrentQueue<ConnectorRequest> Requests { get; } = new();

        public ConcurrentQueue<RequestDelegate> Next { get; } = new();

        public TimeSpan Delay { get; set; }

        public RequestDelegate Usual { get; set; }

        public async Task AnswerAsync(HttpContext context)
        {
            using var reader = new StreamReader(context.Request.Body);
            var body = await reader.ReadToEndAsync(CancellationToken.None);
            var target = context.Features.Get<Microsoft.AspNetCore.Http.Features.IHttpRequestFeature>()!.RawTarget;
            var request = context.Request;
            Requests.Enqueue(new ConnectorRequest(
                request.Method, target, request.Headers.Authorization.FirstOrDefault(), request.ContentType, body, DateTimeOffset.UtcNow));
            if (Delay > TimeSpan.Zero)
            {
                await Task.Delay(Delay, CancellationToken.None);
            }

            await (Next.TryDequeue(out var own) ? own : Usual)(context);
        }

        private Task SucceedAsync(HttpContext context)
        {
            context.Response.StatusCode = 201;
            context.Response.ContentType = "application/json";
            return context.Response.WriteAsync($$"""{"id":"message-{{Interlocked.Increment(ref _number)}}"}""");
        }
    }
}
