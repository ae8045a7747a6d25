using System.Text.Json;
using System.Text.Json.Serialization;

namespace CoachBot.Channels.Teams.Wire;

/// <summary>JSON that is written already, as UTF-8: a card, a body of an invoke. It must be valid; it is copied as it stands.</summary>
/// <param name="Utf8">The JSON.</param>
[JsonConverter(typeof(RawJsonConverter))]
internal readonly record struct RawJson(ReadOnlyMemory<byte> Utf8)
{
    /// <summary>An empty object.</summary>
    public static RawJson EmptyObject { get; } = new("{}"u8.ToArray());
}

/// <summary>Copies written JSON.</summary>
internal sealed class RawJsonConverter : JsonConverter<RawJson>
{
    public override RawJson Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        throw new NotSupportedException("Written JSON is only written.");

    public override void Write(Utf8JsonWriter writer, RawJson value, JsonSerializerOptions options) =>
        writer.WriteRawValue(value.Utf8.Span, skipInputValidation: true);
}
