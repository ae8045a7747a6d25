using System.Collections.Concurrent;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace CoachBot.TestSupport.Models;

/// <summary>
/// A server on loopback that speaks Azure OpenAI's data plane (and the compatible OpenAI paths) in the shapes of its public reference:
/// chat completions and embeddings, with scripted answers, delays and errors.
/// </summary>
public sealed class FakeAzure : IAsyncDisposable
{
    private readonly WebApplication _app;

    private FakeAzure(WebApplication app) => _app = app;

    /// <summary>Where it listens.</summary>
    public string Endpoint => _app.Urls.First();

    /// <summary>What the chat model says to the data it gets.</summary>
    public Func<string, FakeReply> Chat { get; set; } = _ => FakeReply.Says("{}");

    /// <summary>The embedding of a text.</summary>
    public Func<string, float[]> Embed { get; set; } = text => Directions.Of(text, 64);

    /// <summary>What happens to the next embedding requests, one each; null: they are answered.</summary>
    public ConcurrentQueue<FakeReply> EmbeddingTroubles { get; } = [];

    /// <summary>Every body that was received, in order.</summary>
    public ConcurrentQueue<string> Received { get; } = [];

    /// <summary>The paths and keys that were used.</summary>
    public ConcurrentQueue<(string Path, string? Key)> Calls { get; } = [];

    /// <summary>Starts a server on a free port.</summary>
    public static async Task<FakeAzure> StartAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var app = builder.Build();
        var fake = new FakeAzure(app);
        app.MapPost("/{**path}", fake.AnswerAsync);
        await app.StartAsync();
        return fake;
    }

    /// <inheritdoc />
    public async ValueTask DisposeAsync() => await _app.DisposeAsync();

    private async Task AnswerAsync(HttpContext context)
    {
        using var reader = new StreamReader(context.Request.Body);
        var body = await reader.ReadToEndAsync(context.RequestAborted);
        Received.Enqueue(body);
        Calls.Enqueue((context.Request.Path, context.Request.Headers["api-key"].FirstOrDefault() ?? context.Request.Headers.Authorization.FirstOrDefault()));
        using var request = JsonDocument.Parse(body);
        var isChat = context.Request.Path.Value!.EndsWith("/chat/completions", StringComparison.Ordinal);
        var reply = isChat ? Chat(Data(request.RootElement)) : EmbeddingTroubles.TryDequeue(out var trouble) ? trouble : null;
        if (reply is { Delay: var delay } && delay > TimeSpan.Zero)
        {
            await Task.Delay(delay, context.RequestAborted);
        }

        context.Response.StatusCode = reply?.Status ?? 200;
        context.Response.ContentType = "application/json";
        foreach (var (name, value) in reply?.Headers ?? [])
        {
            context.Response.Headers[name] = value;
        }

        await context.Response.WriteAsync(reply?.Raw ?? (isChat ? Completion(reply!.Text) : Embeddings(request.RootElement)), context.RequestAborted);
    }

    private static string Data(JsonElement request) => request.GetProperty("messages").EnumerateArray().Last().GetProperty("content") is { ValueKind: JsonValueKind.String } text
        ? text.GetString()!
        : request.GetProperty("messages").EnumerateArray().Last().GetProperty("content")[0].GetProperty("text").GetString()!;

    private static string Completion(string text) => JsonSerializer.Serialize(new
    {
        id = "chatcmpl-1",
        @object = "chat.completion",
        created = 1764288000,
        model = "test-chat",
        choices = new[] { new { index = 0, finish_reason = "stop", message = new { role = "assistant", content = text } } },
        usage = new { prompt_tokens = 100, completion_tokens = 50, total_tokens = 150 },
    });

    private string Embeddings(JsonElement request)
    {
        var input = request.GetProperty("input");
        var texts = input.ValueKind == JsonValueKind.Array ? input.EnumerateArray().Select(text => text.GetString()!).ToList() : [input.GetString()!];
        return JsonSerializer.Serialize(new
        {
            @object = "list",
            model = "test-embedding",
            data = texts.Select((text, at) => new { @object = "embedding", index = at, embedding = Base64(Embed(text)) }),
            usage = new { prompt_tokens = 10, total_tokens = 10 },
        });
    }

    // The official clients ask for base64 to save half of the traffic.
    private static string Base64(float[] vector)
    {
        var bytes = new byte[vector.Length * sizeof(float)];
        Buffer.BlockCopy(vector, 0, bytes, 0, bytes.Length);
        return Convert.ToBase64String(bytes);
    }
}

/// <summary>A scripted answer.</summary>
public sealed record FakeReply
{
    /// <summary>The model's text.</summary>
    public string Text { get; init; } = "";

    /// <summary>The HTTP status.</summary>
    public int Status { get; init; } = 200;

    /// <summary>How long it takes.</summary>
    public TimeSpan Delay { get; init; }

    /// <summary>The whole body, where it is not of the documented shape.</summary>
    public string? Raw { get; init; }

    /// <summary>Further headers.</summary>
    public IReadOnlyList<(string Name, string Value)> Headers { get; init; } = [];

    /// <summary>The model says a text.</summary>
    public static FakeReply Says(string text) => new() { Text = text };

    /// <summary>The endpoint refuses in its documented error shape.</summary>
    public static FakeReply Refuses(int status) => new()
    {
        Status = status,
        Raw = JsonSerializer.Serialize(new { error = new { code = status.ToString(System.Globalization.CultureInfo.InvariantCulture), message = "scripted" } }),
        Headers = status == 429 ? [("Retry-After", "20")] : [],
    };
}
