using System.Net.WebSockets;
using System.Text.Json;
using System.Text.Json.Nodes;
using CoachBot.Channels.Slack.Health;
using CoachBot.Channels.Slack.Wire;
using Microsoft.Extensions.Logging;

namespace CoachBot.Channels.Slack.Socket;

/// <summary>One socket, from hello to its end.</summary>
internal sealed class SocketConnection(int number, SocketDesk desk, ILogger log) : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(2.5);
    private readonly ClientWebSocket _socket = NewSocket();
    private readonly SemaphoreSlim _sending = new(1, 1);
    private readonly TaskCompletionSource _leaving = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>Ends when Slack asks for a replacement; the socket is read on until it closes.</summary>
    public Task Leaving => _leaving.Task;

    /// <summary>Connects and waits for Slack's hello; before it nothing is ready.</summary>
    public async Task OpenAsync(Uri address, CancellationToken cancel)
    {
        await _socket.ConnectAsync(address, cancel);
        while (true)
        {
            using var frame = await SocketFrame.ReadAsync(_socket, Ignored, cancel) ?? throw new WebSocketException(WebSocketError.ConnectionClosedPrematurely);
            if (frame.RootElement.Text("type") == "hello")
            {
                return;
            }
        }
    }

    /// <summary>Reads until the socket closes or Slack wants it closed at once.</summary>
    public async Task<SocketEnd> ReadAsync(CancellationToken cancel)
    {
        var work = new InFlight();
        try
        {
            while (await SocketFrame.ReadAsync(_socket, Ignored, cancel) is { } frame)
            {
                if (EndOf(frame.RootElement) is { } end)
                {
                    frame.Dispose();
                    return end;
                }

                work.Add(TakeAsync(frame, cancel));
            }

            return SocketEnd.Closed;
        }
        catch (WebSocketException)
        {
            return SocketEnd.Broken;
        }
        finally
        {
            await work.Done();
        }
    }

    /// <summary>Closes politely, within a second.</summary>
    public async Task CloseAsync()
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(1));
        try
        {
            if (_socket.State is WebSocketState.Open or WebSocketState.CloseReceived)
            {
                await _socket.CloseOutputAsync(WebSocketCloseStatus.NormalClosure, null, patience.Token);
            }
        }
        catch (Exception e) when (e is WebSocketException or OperationCanceledException or InvalidOperationException)
        {
            log.SocketEnded(number, "unclosed");
        }
    }

    /// <inheritdoc />
    public void Dispose()
    {
        _socket.Dispose();
        _sending.Dispose();
    }

    // "warning" and "refresh_requested" leave some seconds: the replacement opens while this one is read on.
    private SocketEnd? EndOf(JsonElement frame)
    {
        if (frame.Text("type") != "disconnect")
        {
            return null;
        }

        switch (frame.Text("reason"))
        {
            case "too_many_websockets":
                return SocketEnd.TooMany;
            case "link_disabled":
                return SocketEnd.Disabled;
            default:
                _leaving.TrySetResult();
                return null;
        }
    }

    private async Task TakeAsync(JsonDocument frame, CancellationToken cancel)
    {
        using (frame)
        {
            var envelope = frame.RootElement;
            if (envelope.Text("envelope_id") is not { } id || envelope.Object("payload") is not { } payload)
            {
                return;
            }

            using var patience = CancellationTokenSource.CreateLinkedTokenSource(cancel);
            patience.CancelAfter(Patience);
            try
            {
                var (taken, body) = await desk.TakeAsync(envelope.Text("type") ?? "", payload, patience.Token);
                if (taken)
                {
                    await AcknowledgeAsync(id, envelope.Flag("accepts_response_payload") ? body : null, patience.Token);
                }
            }
            catch (Exception e) when (!cancel.IsCancellationRequested)
            {
                // Not acknowledged: Slack brings it again, on this socket or another.
                log.TakeFailed(e);
            }
        }
    }

    private async Task AcknowledgeAsync(string id, JsonObject? body, CancellationToken cancel)
    {
        var acknowledgement = new JsonObject { ["envelope_id"] = id };
        if (body is not null)
        {
            acknowledgement["payload"] = body.DeepClone();
        }

        var bytes = System.Text.Encoding.UTF8.GetBytes(acknowledgement.ToJsonString(SlackWriting.Plain));
        await _sending.WaitAsync(cancel);
        try
        {
            await _socket.SendAsync(bytes, WebSocketMessageType.Text, endOfMessage: true, cancel);
        }
        finally
        {
            _sending.Release();
        }
    }

    private void Ignored(string reason) => log.FrameIgnored(number, reason);

    // Both intervals: without the second a dead peer is never noticed.
    private static ClientWebSocket NewSocket()
    {
        var socket = new ClientWebSocket();
        socket.Options.KeepAliveInterval = TimeSpan.FromSeconds(10);
        socket.Options.KeepAliveTimeout = TimeSpan.FromSeconds(10);
        return socket;
    }
}

/// <summary>How a socket ended.</summary>
internal enum SocketEnd
{
    /// <summary>Slack closed it.</summary>
    Closed,

    /// <summary>The connection died.</summary>
    Broken,

    /// <summary>More than ten are open for the app.</summary>
    TooMany,

    /// <summary>Socket Mode was switched off.</summary>
    Disabled,
}
