using System.Collections.Concurrent;
using System.Net.WebSockets;
using System.Text;
using System.Text.Json;
using Microsoft.AspNetCore.Http;

namespace CoachBot.TestSupport.Slack;

/// <summary>The far end of Socket Mode.</summary>
public sealed class FakeSockets : IDisposable
{
    private readonly ConcurrentDictionary<string, byte> _tickets = new();
    private readonly CancellationTokenSource _stopping = new();
    private readonly ConcurrentQueue<FakeSocket> _all = new();

    /// <summary>Every socket that was ever connected, oldest first.</summary>
    public IReadOnlyList<FakeSocket> All => [.. _all];

    /// <summary>Those that are open.</summary>
    public IReadOnlyList<FakeSocket> Open => [.. _all.Where(socket => socket.IsOpen)];

    /// <summary>Whether hello is said by itself.</summary>
    public bool SaysHello { get; set; } = true;

    /// <summary>A ticket that opens one socket.</summary>
    public string Ticket()
    {
        var ticket = Guid.NewGuid().ToString("N");
        _tickets[ticket] = 0;
        return ticket;
    }

    /// <summary>Waits, at most ten seconds, until so many were connected in all.</summary>
    public async Task<FakeSocket> WaitAsync(int count = 1)
    {
        for (var tries = 0; tries < 1_000 && _all.Count < count; tries++)
        {
            await Task.Delay(10);
        }

        return _all.Count >= count ? All[count - 1] : throw new TimeoutException($"{_all.Count} sockets instead of {count}");
    }

    /// <inheritdoc />
    public void Dispose()
    {
        if (!_stopping.IsCancellationRequested)
        {
            _stopping.Cancel();
        }

        _stopping.Dispose();
    }

    internal async Task AcceptAsync(HttpContext context)
    {
        if (!context.WebSockets.IsWebSocketRequest || !_tickets.TryRemove(context.Request.Query["ticket"].ToString(), out _))
        {
            context.Response.StatusCode = StatusCodes.Status403Forbidden;
            return;
        }

        using var socket = await context.WebSockets.AcceptWebSocketAsync();
        using var one = new FakeSocket(socket);
        if (SaysHello)
        {
            await one.SendAsync($$$"""{"type":"hello","num_connections":{{{Open.Count}}},"connection_info":{"app_id":"{{{FakeSlack.App}}}"},"debug_info":{"host":"applink","approximate_connection_time":18060}}""");
        }

        _all.Enqueue(one);

        using var either = CancellationTokenSource.CreateLinkedTokenSource(_stopping.Token, context.RequestAborted);
        await one.ReadAsync(either.Token);
    }
}

/// <summary>One socket.</summary>
public sealed class FakeSocket(WebSocket socket) : IDisposable
{
    private readonly ConcurrentQueue<(JsonElement Frame, DateTimeOffset At)> _received = new();
    private readonly SemaphoreSlim _sending = new(1, 1);
    private volatile bool _ended;

    /// <summary>Whether the other side still holds it.</summary>
    public bool IsOpen => !_ended;

    /// <summary>What came in, oldest first.</summary>
    public IReadOnlyList<JsonElement> Received => [.. _received.Select(one => one.Frame)];

    /// <summary>Sends a text.</summary>
    public async Task SendAsync(string text, int pieces = 1)
    {
        var bytes = Encoding.UTF8.GetBytes(text);
        await _sending.WaitAsync();
        try
        {
            var size = (bytes.Length + pieces - 1) / pieces;
            for (var at = 0; at < bytes.Length; at += size)
            {
                var piece = bytes.AsMemory(at, Math.Min(size, bytes.Length - at));
                await socket.SendAsync(piece, WebSocketMessageType.Text, at + size >= bytes.Length, CancellationToken.None);
            }
        }
        finally
        {
            _sending.Release();
        }
    }

    /// <summary>Sends bytes that are no text.</summary>
    public Task SendBinaryAsync(byte[] bytes) => socket.SendAsync(bytes, WebSocketMessageType.Binary, endOfMessage: true, CancellationToken.None);

    /// <summary>Cuts the connection without a word.</summary>
    public void Cut() => socket.Abort();

    /// <summary>Closes it politely.</summary>
    public async Task CloseAsync()
    {
        try
        {
            await socket.CloseOutputAsync(WebSocketCloseStatus.NormalClosure, null, CancellationToken.None);
        }
        catch (WebSocketException)
        {
            _ended = true;
        }
    }

    /// <summary>Waits, at most ten seconds, for the acknowledgement of an envelope.</summary>
    public async Task<JsonElement> AcknowledgementAsync(string envelope)
    {
        for (var tries = 0; tries < 1_000; tries++)
        {
            if (Received.FirstOrDefault(frame => frame.TryGetProperty("envelope_id", out var id) && id.GetString() == envelope) is { ValueKind: JsonValueKind.Object } found)
            {
                return found;
            }

            await Task.Delay(10);
        }

        throw new TimeoutException($"No acknowledgement of {envelope}");
    }

    /// <summary>Waits, at most ten seconds, until the other side let go.</summary>
    public async Task EndAsync()
    {
        for (var tries = 0; tries < 1_000 && !_ended; tries++)
        {
            await Task.Delay(10);
        }

        if (!_ended)
        {
            throw new TimeoutException("The socket is still open");
        }
    }

    /// <inheritdoc />
    public void Dispose() => _sending.Dispose();

    internal async Task ReadAsync(CancellationToken cancel)
    {
        var buffer = new byte[64 * 1024];
        try
        {
            while (true)
            {
                var length = 0;
                ValueWebSocketReceiveResult read;
                do
                {
                    read = await socket.ReceiveAsync(buffer.AsMemory(length), cancel);
                    length += read.Count;
                }
                while (!read.EndOfMessage && read.MessageType != WebSocketMessageType.Close);

                if (read.MessageType == WebSocketMessageType.Close)
                {
                    _ended = true;
                    await CloseAsync();
                    return;
                }

                _received.Enqueue((JsonSerializer.Deserialize<JsonElement>(buffer.AsSpan(0, length)), DateTimeOffset.UtcNow));
            }
        }
        catch (Exception e) when (e is WebSocketException or OperationCanceledException)
        {
            _ended = true;
        }
    }
}
