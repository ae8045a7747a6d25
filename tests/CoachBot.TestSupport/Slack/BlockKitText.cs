using System.Text.Json.Nodes;

namespace CoachBot.TestSupport.Slack;

/// <summary>What a person reads in blocks, from top to bottom, and what can be pressed there.</summary>
public static class BlockKitText
{
    /// <summary>The texts, one entry a line as it is seen; no words of buttons. Entities are read as the signs they stand for.</summary>
    public static IReadOnlyList<string> Lines(JsonArray? blocks) =>
        (blocks ?? []).OfType<JsonObject>().SelectMany(Lines).SelectMany(text => text.Split('\n')).Where(line => line.Trim().Length > 0).ToList();

    /// <summary>The buttons, in order.</summary>
    public static IReadOnlyList<JsonObject> Buttons(JsonArray? blocks) =>
        Elements(blocks ?? []).Where(element => BlockKit.Text(element, "type") == "button").ToList();

    /// <summary>The words on a button.</summary>
    public static string Words(JsonObject button) => BlockKit.Text(button["text"], "text") ?? "";

    /// <summary>Everything with an <c>action_id</c>.</summary>
    public static IEnumerable<JsonObject> Elements(JsonArray blocks) => blocks.OfType<JsonObject>().SelectMany(block =>
        (block["type"]?.GetValue<string>() is "actions" or "context_actions" ? block["elements"] as JsonArray ?? [] : [])
            .Append(block["accessory"])
            .Append(block["element"])
            .OfType<JsonObject>());

    private static IEnumerable<string> Lines(JsonObject block) => BlockKit.Text(block, "type") switch
    {
        "header" => [BlockKit.Text(block["text"], "text") ?? ""],
        "section" => [Read(block["text"])],
        "context" => (block["elements"] as JsonArray ?? []).Select(Read),
        "rich_text" => (block["elements"] as JsonArray ?? []).SelectMany(element => Rich(element!)),
        _ => [],
    };

    private static IEnumerable<string> Rich(JsonNode element) => BlockKit.Text(element, "type") == "rich_text_list"
        ? (element["elements"] as JsonArray ?? []).Select((item, at) => (BlockKit.Text(element, "style") == "ordered" ? $"{at + 1}. " : "") + Joined(item!))
        : [Joined(element)];

    private static string Joined(JsonNode section) => string.Concat((section["elements"] as JsonArray ?? []).Select(run => BlockKit.Text(run, "text")));

    private static string Read(JsonNode? text)
    {
        var written = BlockKit.Text(text, "text") ?? "";
        return BlockKit.Text(text, "type") != "mrkdwn" ? written : written
            .Replace("*", "", StringComparison.Ordinal)
            .Replace("&lt;", "<", StringComparison.Ordinal).Replace("&gt;", ">", StringComparison.Ordinal).Replace("&amp;", "&", StringComparison.Ordinal);
    }
}
