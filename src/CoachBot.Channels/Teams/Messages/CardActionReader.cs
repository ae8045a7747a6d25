using System.Globalization;
using System.Text.Json;
using CoachBot.Core.Turns;

namespace CoachBot.Channels.Teams.Messages;

/// <summary>Reads what a button stands for out of a payload that anybody may have written.</summary>
internal static class CardActionReader
{
    /// <summary>Where a submitted card says its verb; an Action.Submit has no verb of its own.</summary>
    public const string Verb = "verb";

    private const int MostMembers = 40;
    private const int LongestValue = 4_000;

    /// <summary>The button of an <c>Action.Submit</c> (or of a hero card's <c>messageBack</c>, whose value may be a string of JSON); null when it is none of ours.</summary>
    public static CardAction? FromSubmit(JsonElement? value)
    {
        var data = ObjectOf(value);
        return data is { } payload && StringOf(payload, Verb) is { Length: > 0 } verb ? new CardAction(verb, DataOf(payload)) : null;
    }

    /// <summary>The button of an <c>Action.Execute</c>: verb and data as they stand in <c>value.action</c>; null without a verb.</summary>
    public static CardAction? FromExecute(string? verb, JsonElement? data)
    {
        if (string.IsNullOrEmpty(verb) || verb.Length > LongestValue)
        {
            return null;
        }

        return new CardAction(verb, ObjectOf(data) is { } payload ? DataOf(payload) : new Dictionary<string, string>());
    }

    /// <summary>The value as an object, whether it is one or is a string that holds one.</summary>
    public static JsonElement? ObjectOf(JsonElement? value)
    {
        if (value is not { } element)
        {
            return null;
        }

        return element.ValueKind switch
        {
            JsonValueKind.Object => element,
            JsonValueKind.String => Parsed(element),
            _ => null,
        };
    }

    /// <summary>The string of that name; null when there is none, or it is no text.</summary>
    public static string? StringOf(JsonElement data, string name) =>
        data.ValueKind == JsonValueKind.Object && data.TryGetProperty(name, out var member) ? TextOf(member) : null;

    private static Dictionary<string, string> DataOf(JsonElement payload)
    {
        var data = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var member in payload.EnumerateObject().Take(MostMembers))
        {
            if (TextOf(member.Value) is { Length: <= LongestValue } text && NameOf(member) is { } name)
            {
                data[name] = text;
            }
        }

        return data;
    }

    private static string? NameOf(JsonProperty member)
    {
        try
        {
            return member.Name;
        }
        catch (InvalidOperationException)
        {
            // A name with half a surrogate pair: nobody of ours wrote it.
            return null;
        }
    }

    private static string? TextOf(JsonElement value)
    {
        try
        {
            return value.ValueKind switch
            {
                JsonValueKind.String => value.GetString(),
                JsonValueKind.True => "true",
                JsonValueKind.False => "false",
                JsonValueKind.Number => value.TryGetInt64(out var whole) ? whole.ToString(CultureInfo.InvariantCulture) : value.GetRawText(),
                _ => null,
            };
        }
        catch (InvalidOperationException)
        {
            // Half a surrogate pair can stand in JSON and cannot be a string.
            return null;
        }
    }

    private static JsonElement? Parsed(JsonElement text)
    {
        try
        {
            using var document = JsonDocument.Parse(text.GetString()!, new JsonDocumentOptions { AllowDuplicateProperties = false });
            return document.RootElement.ValueKind == JsonValueKind.Object ? document.RootElement.Clone() : null;
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException)
        {
            return null;
        }
    }
}
