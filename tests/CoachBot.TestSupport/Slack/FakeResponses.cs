using System.Collections.Concurrent;
using System.Text.Json;
using Microsoft.AspNetCore.Http;

namespace CoachBot.TestSupport.Slack;

/// <summary>Response addresses: good for five messages within thirty minutes.</summary>
public sealed class FakeResponses(TimeProvider time)
{
    private readonly ConcurrentDictionary<string, Given> _given = new();
    private readonly ConcurrentQueue<JsonElement> _messages = new();

    /// <summary>Where they live, with a slash at the end.</summary>
    public string Base { get; set; } = "";

    /// <summary>What came in, oldest first.</summary>
    public IReadOnlyList<JsonElement> Messages => [.. _messages];

    /// <summary>Uses beyond the fifth, or after the thirty minutes.</summary>
    public int Refused { get; private set; }

    /// <summary>The status that is answered; 200 unless told otherwise.</summary>
    public int Status { get; set; } = 200;

    /// <summary>A new address.</summary>
    public string New()
    {
        var id = Guid.NewGuid().ToString("N");
        _given[id] = new Given(time.GetUtcNow());
        return Base + id;
    }

    /// <summary>Waits, at most ten seconds, for a message.</summary>
    public async Task<IReadOnlyList<JsonElement>> WaitAsync(int count = 1)
    {
        for (var tries = 0; tries < 1_000 && _messages.Count < count; tries++)
        {
            await Task.Delay(10);
        }

        return Messages.Count >= count ? Messages : throw new TimeoutException($"{Messages.Count} messages instead of {count}");
    }

    internal async Task AnswerAsync(HttpContext context)
    {
        var id = (string)context.Request.RouteValues["id"]!;
        var good = HttpMethods.IsPost(context.Request.Method) && context.Request.HasJsonContentType() && context.Request.Headers.Authorization.Count == 0
            && _given.TryGetValue(id, out var given) && given.Use(time.GetUtcNow());
        if (!good || Status != 200)
        {
            Refused += good ? 0 : 1;
            context.Response.StatusCode = good ? Status : StatusCodes.Status404NotFound;
            return;
        }

        _messages.Enqueue(await JsonSerializer.DeserializeAsync<JsonElement>(context.Request.Body, cancellationToken: context.RequestAborted));
        await context.Response.WriteAsync("ok", context.RequestAborted);
    }

    private sealed class Given(DateTimeOffset at)
    {
        private int _uses;

        public bool Use(DateTimeOffset now) => now - at <= TimeSpan.FromMinutes(30) && Interlocked.Increment(ref _uses) <= 5;
    }
}
