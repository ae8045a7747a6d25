using System.Buffers;
using System.Net.WebSockets;
using System.Text.Json;

namespace CoachBot.Channels.Slack.Socket;

/// <summary>Reads whole messages from a socket.</summary>
internal static class SocketFrame
{
    /// <summary>Larger ones are none of Slack's.</summary>
    private const int MostBytes = 4 * 1024 * 1024;

    /// <summary>The next message as JSON. What is no JSON object is passed over, with a word through <paramref name="ignored"/>; null when the socket is closed.</summary>
    public static async Task<JsonDocument?> ReadAsync(WebSocket socket, Action<string> ignored, CancellationToken cancel)
    {
        var buffer = new ArrayBufferWriter<byte>(4096);
        while (true)
        {
            buffer.ResetWrittenCount();
            if (await ReadWholeAsync(socket, buffer, cancel) is not { } type)
            {
                return null;
            }

            if (type == WebSocketMessageType.Binary)
            {
                ignored("binary");
                continue;
            }

            if (Parse(buffer.WrittenMemory) is { } parsed)
            {
                return parsed;
            }

            ignored("unreadable");
        }
    }

    private static async Task<WebSocketMessageType?> ReadWholeAsync(WebSocket socket, ArrayBufferWriter<byte> buffer, CancellationToken cancel)
    {
        while (true)
        {
            var read = await socket.ReceiveAsync(buffer.GetMemory(4096), cancel);
            if (read.MessageType == WebSocketMessageType.Close)
            {
                return null;
            }

            buffer.Advance(read.Count);
            if (buffer.WrittenCount > MostBytes)
            {
                throw new WebSocketException(WebSocketError.HeaderError, "A message beyond all bounds");
            }

            if (read.EndOfMessage)
            {
                return read.MessageType;
            }
        }
    }

    private static JsonDocument? Parse(ReadOnlyMemory<byte> text)
    {
        try
        {
            var parsed = JsonDocument.Parse(text.ToArray());
            if (parsed.RootElement.ValueKind == JsonValueKind.Object)
            {
                return parsed;
            }

            parsed.Dispose();
            return null;
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
