using System.Text.Json;
using System.Text.Json.Serialization;

namespace CoachBot.Channels.Teams.Wire;

/// <summary>Reads the few members of <c>channelData</c> that are used, in one pass however many there are.</summary>
internal sealed class ChannelDataConverter : JsonConverter<ChannelData>
{
    public override ChannelData? Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        if (reader.TokenType != JsonTokenType.StartObject)
        {
            reader.Skip();
            return null;
        }

        string? tenant = null, team = null, channel = null, selected = null, kind = null;
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            if (WireReader.Is(ref reader, "tenant"))
            {
                tenant = WireReader.InnerString(ref reader, "id");
            }
            else if (WireReader.Is(ref reader, "team"))
            {
                team = WireReader.InnerString(ref reader, "id");
            }
            else if (WireReader.Is(ref reader, "channel"))
            {
                channel = WireReader.InnerString(ref reader, "id");
            }
            else if (WireReader.Is(ref reader, "settings"))
            {
                selected = WireReader.InnerString(ref reader, "selectedChannel", "id");
            }
            else if (WireReader.Is(ref reader, "eventType"))
            {
                kind = WireReader.StringOrSkip(ref reader);
            }
            else
            {
                reader.Read();
                reader.Skip();
            }
        }

        return new ChannelData(tenant, team, channel, selected, kind);
    }

    public override void Write(Utf8JsonWriter writer, ChannelData value, JsonSerializerOptions options) =>
        throw new NotSupportedException("Activities that were read are not written.");
}
