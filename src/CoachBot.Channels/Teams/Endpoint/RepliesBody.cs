using System.Buffers;
using System.Text.Encodings.Web;
using System.Text.Json;
using CoachBot.Channels.Teams.Cards;
using CoachBot.Channels.Teams.Wire;
using CoachBot.Core.Turns;

namespace CoachBot.Channels.Teams.Endpoint;

/// <summary>The body of an answer that holds the replies: <c>{"activities":[...]}</c>.</summary>
internal static class RepliesBody
{
    private static readonly JsonWriterOptions s_options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, SkipValidation = true };

    /// <summary>The replies in order, and beside them an invoke's own body where there is one.</summary>
    public static ReadOnlyMemory<byte> Write(IReadOnlyList<OutgoingReply> replies, ITeamsCards cards, ChatScope scope, RawJson? invoke = null)
    {
        var buffer = new ArrayBufferWriter<byte>(4 * 1024);
        using (var writer = new Utf8JsonWriter(buffer, s_options))
        {
            writer.WriteStartObject();
            writer.WriteStartArray("activities"u8);
            foreach (var reply in replies)
            {
                JsonSerializer.Serialize(writer, cards.Render(reply.Reply, scope), WritingJson.Relaxed.OutgoingActivity);
            }

            writer.WriteEndArray();
            if (invoke is { } body)
            {
                writer.WritePropertyName("body"u8);
                writer.WriteRawValue(body.Utf8.Span, skipInputValidation: true);
            }

            writer.WriteEndObject();
        }

        return buffer.WrittenSpan.ToArray();
    }
}
