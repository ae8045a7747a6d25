using System.Globalization;
using System.Text.Json;

namespace CoachBot.Channels.Slack.Wire;

/// <summary>
/// Reads what Slack sends without ever throwing: members come and go, are null, or change their type between samples, and none of
/// that may cost an event.
/// </summary>
internal static class SlackJson
{
    /// <summary>The text of a member; a number as its digits; null when absent, null or of another type.</summary>
    public static string? Text(this JsonElement element, string name) => element.Member(name) switch
    {
        { ValueKind: JsonValueKind.String } text => text.GetString(),
        { ValueKind: JsonValueKind.Number } number => number.GetRawText(),
        _ => null,
    };

    /// <summary>A flag, also as the text <c>"true"</c>; false when absent.</summary>
    public static bool Flag(this JsonElement element, string name) => element.Member(name) switch
    {
        { ValueKind: JsonValueKind.True } => true,
        { ValueKind: JsonValueKind.String } text => text.ValueEquals("true"),
        _ => false,
    };

    /// <summary>A whole number, also as a text; null when absent or no number.</summary>
    public static long? Number(this JsonElement element, string name) =>
        long.TryParse(element.Text(name), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) ? number : null;

    /// <summary>A member that is an object; null when it is anything else.</summary>
    public static JsonElement? Object(this JsonElement element, string name) =>
        element.Member(name) is { ValueKind: JsonValueKind.Object } found ? found : null;

    /// <summary>The entries of a member that is an array; none when it is anything else.</summary>
    public static IEnumerable<JsonElement> Entries(this JsonElement element, string name) =>
        element.Member(name) is { ValueKind: JsonValueKind.Array } found ? found.EnumerateArray() : [];

    /// <summary>Whether a member is there and not null.</summary>
    public static bool Has(this JsonElement element, string name) => element.Member(name) is { ValueKind: not JsonValueKind.Null };

    private static JsonElement? Member(this JsonElement element, string name) =>
        element.ValueKind == JsonValueKind.Object && element.TryGetProperty(name, out var found) ? found : null;
}
