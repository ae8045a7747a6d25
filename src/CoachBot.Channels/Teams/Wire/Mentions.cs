using System.Text.Json;
using System.Text.Json.Serialization;

namespace CoachBot.Channels.Teams.Wire;

/// <summary>The mentions among an activity's entities; entities of other kinds are passed over.</summary>
/// <param name="All">At most <see cref="Most"/>: nobody mentions more people in one message, and each costs a pass over the text.</param>
[JsonConverter(typeof(MentionsConverter))]
internal sealed record Mentions(IReadOnlyList<Mention> All)
{
    /// <summary>How many are kept.</summary>
    public const int Most = 50;
}

/// <summary>A mention.</summary>
/// <param name="MentionedId">Who is mentioned.</param>
/// <param name="Text">As it stands in the message's text.</param>
internal sealed record Mention(string MentionedId, string Text);

/// <summary>Reads mentions out of entities of any shape.</summary>
internal sealed class MentionsConverter : JsonConverter<Mentions>
{
    public override Mentions? Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        if (reader.TokenType != JsonTokenType.StartArray)
        {
            throw new JsonException("entities is a list");
        }

        List<Mention>? mentions = null;
        while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
        {
            if (reader.TokenType != JsonTokenType.StartObject)
            {
                reader.Skip();
            }
            else if (Entity(ref reader) is { } mention && (mentions?.Count ?? 0) < Mentions.Most)
            {
                (mentions ??= []).Add(mention);
            }
        }

        return mentions is null ? null : new Mentions(mentions);
    }

    public override void Write(Utf8JsonWriter writer, Mentions value, JsonSerializerOptions options) =>
        throw new NotSupportedException("Activities that were read are not written.");

    private static Mention? Entity(ref Utf8JsonReader reader)
    {
        string? type = null, text = null, id = null;
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            if (WireReader.Is(ref reader, "type"))
            {
                type = WireReader.StringOrSkip(ref reader);
            }
            else if (WireReader.Is(ref reader, "text"))
            {
                text = WireReader.StringOrSkip(ref reader);
            }
            else if (WireReader.Is(ref reader, "mentioned"))
            {
                id = WireReader.InnerString(ref reader, "id");
            }
            else
            {
                reader.Read();
                reader.Skip();
            }
        }

        return type == "mention" && !string.IsNullOrEmpty(text) && !string.IsNullOrEmpty(id) ? new Mention(id, text) : null;
    }
}
