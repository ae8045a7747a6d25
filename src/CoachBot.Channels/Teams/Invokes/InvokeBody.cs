using System.Buffers;
using System.Text.Encodings.Web;
using System.Text.Json;
using CoachBot.Channels.Teams.Wire;

namespace CoachBot.Channels.Teams.Invokes;

/// <summary>The bodies that answer invokes. Each has the one shape that Teams takes; all else is "Something went wrong" to the person.</summary>
internal static class InvokeBody
{
    private static readonly JsonWriterOptions s_relaxed = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>The card, in place of the one whose button was pressed, for the person who pressed it.</summary>
    public static InvokeAnswer Card(RawJson card) => Envelope(200, "application/vnd.microsoft.card.adaptive", json => Raw(json, "value", card));

    /// <summary>A sentence, shown for a moment.</summary>
    public static InvokeAnswer Toast(string text) => Envelope(200, "application/vnd.microsoft.activity.message", json => json.WriteString("value", text));

    /// <summary>Why a button did nothing. The response itself is a 200, so that Teams shows the sentence.</summary>
    public static InvokeAnswer Error(int status, string code, string text) => Envelope(status, "application/vnd.microsoft.error", json =>
    {
        json.WriteStartObject("value");
        json.WriteString("code", code);
        json.WriteString("message", text);
        json.WriteEndObject();
    });

    /// <summary>A list of cards to send on.</summary>
    public static InvokeAnswer Results(IEnumerable<ResultCard> cards) => Extension("result", json =>
    {
        json.WriteString("attachmentLayout", "list");
        json.WriteStartArray("attachments");
        foreach (var card in cards)
        {
            card.Write(json);
        }

        json.WriteEndArray();
    });

    /// <summary>A sentence in place of a list.</summary>
    public static InvokeAnswer ExtensionMessage(string text) => Extension("message", json => json.WriteString("text", text));

    /// <summary>A card in a dialog.</summary>
    public static InvokeAnswer Dialog(string title, RawJson card) => Task("continue", json =>
    {
        json.WriteStartObject("value");
        json.WriteString("title", title);
        json.WriteString("height", "large");
        json.WriteString("width", "medium");
        json.WriteStartObject("card");
        json.WriteString("contentType", OutgoingAttachment.AdaptiveCard);
        Raw(json, "content", card);
        json.WriteEndObject();
        json.WriteEndObject();
    });

    /// <summary>A sentence in a dialog.</summary>
    public static InvokeAnswer DialogMessage(string text) => Task("message", json => json.WriteString("value", text));

    /// <summary>Writes JSON that is there already under a name.</summary>
    public static void Raw(Utf8JsonWriter json, string name, RawJson value)
    {
        json.WritePropertyName(name);
        json.WriteRawValue(value.Utf8.Span, skipInputValidation: true);
    }

    private static InvokeAnswer Envelope(int status, string type, Action<Utf8JsonWriter> value) => Write(json =>
    {
        json.WriteNumber("statusCode", status);
        json.WriteString("type", type);
        value(json);
    });

    private static InvokeAnswer Extension(string type, Action<Utf8JsonWriter> members) => Wrapped("composeExtension", type, members);

    private static InvokeAnswer Task(string type, Action<Utf8JsonWriter> members) => Wrapped("task", type, members);

    private static InvokeAnswer Wrapped(string name, string type, Action<Utf8JsonWriter> members) => Write(json =>
    {
        json.WriteStartObject(name);
        json.WriteString("type", type);
        members(json);
        json.WriteEndObject();
    });

    private static InvokeAnswer Write(Action<Utf8JsonWriter> members)
    {
        var bytes = new ArrayBufferWriter<byte>(4 * 1024);
        using (var json = new Utf8JsonWriter(bytes, s_relaxed))
        {
            json.WriteStartObject();
            members(json);
            json.WriteEndObject();
        }

        return new InvokeAnswer(200, new RawJson(bytes.WrittenMemory));
    }
}
