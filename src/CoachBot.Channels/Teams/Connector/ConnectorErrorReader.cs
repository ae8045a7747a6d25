using System.Text.Json;

namespace CoachBot.Channels.Teams.Connector;

/// <summary>Reads refusals, whatever stands in them: two forms of JSON, pages of gateways, nothing.</summary>
internal static class ConnectorErrorReader
{
    private const int LongestMessage = 300;

    /// <summary>The refusal.</summary>
    public static ConnectorError Read(int status, string body, string correlation)
    {
        try
        {
            using var document = JsonDocument.Parse(body);
            var root = document.RootElement;
            var inner = Member(root, "error") is { ValueKind: JsonValueKind.Object } error ? error : root;
            var code = Member(inner, "code") ?? Member(inner, "errorCode");
            var message = Text(Member(inner, "message"));
            return new ConnectorError(status, Safe(SubCode(message) ?? Text(code)), Shortened(message), Safe(correlation));
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException)
        {
            return new ConnectorError(status, "", Shortened(body), Safe(correlation));
        }
    }

    /// <summary>Some refusals hide their code in a message that is JSON itself.</summary>
    private static string? SubCode(string message)
    {
        if (!message.StartsWith('{'))
        {
            return null;
        }

        try
        {
            using var document = JsonDocument.Parse(message);
            return Text(Member(document.RootElement, "subCode")) is { Length: > 0 } code ? code : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static JsonElement? Member(JsonElement element, string name) =>
        element.ValueKind == JsonValueKind.Object && element.TryGetProperty(name, out var member) ? member : null;

    private static string Text(JsonElement? value) => value is { } element
        ? element.ValueKind == JsonValueKind.String ? element.GetString()! : element.GetRawText()
        : "";

    private static string Shortened(string text)
    {
        var line = text.Length > LongestMessage ? text[..LongestMessage] : text;
        return new string([.. line.Select(letter => char.IsControl(letter) ? ' ' : letter)]);
    }

    private static string Safe(string code) =>
        new([.. code.Where(letter => char.IsAsciiLetterOrDigit(letter) || letter is '_' or '-' or '.' or '+' or '/').Take(80)]);
}
