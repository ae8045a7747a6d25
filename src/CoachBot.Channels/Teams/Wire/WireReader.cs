using System.Text;
using System.Text.Json;

namespace CoachBot.Channels.Teams.Wire;

/// <summary>Small steps over JSON whose shape the sender may choose.</summary>
internal static class WireReader
{
    /// <summary>Whether the reader stands on a property of that name; case does not matter, names with escapes do not match.</summary>
    public static bool Is(ref Utf8JsonReader reader, string name)
    {
        if (reader.HasValueSequence || reader.ValueIsEscaped)
        {
            return reader.ValueTextEquals(name);
        }

        return reader.ValueSpan.Length == name.Length && Ascii.EqualsIgnoreCase(reader.ValueSpan, name);
    }

    /// <summary>Reads on to the property's value: the string, or null for any other kind, which is passed over.</summary>
    public static string? StringOrSkip(ref Utf8JsonReader reader)
    {
        reader.Read();
        return StringHere(ref reader);
    }

    /// <summary>Reads on to the property's value, an object, and takes the string at the path inside it; null when there is none.</summary>
    public static string? InnerString(ref Utf8JsonReader reader, string name, string? inner = null)
    {
        reader.Read();
        if (reader.TokenType != JsonTokenType.StartObject)
        {
            reader.Skip();
            return null;
        }

        string? found = null;
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            if (!Is(ref reader, name))
            {
                reader.Read();
                reader.Skip();
            }
            else
            {
                found = inner is null ? StringOrSkip(ref reader) : InnerString(ref reader, inner);
            }
        }

        return found;
    }

    private static string? StringHere(ref Utf8JsonReader reader)
    {
        if (reader.TokenType == JsonTokenType.String)
        {
            return reader.GetString();
        }

        reader.Skip();
        return null;
    }
}
