using System.Globalization;
using System.Text.Json.Nodes;

namespace CoachBot.TestSupport.Slack;

/// <summary>
/// Block Kit as Slack takes it: what is on which surface, what must be there, how long and how many. Slack's own types know the shapes
/// but none of the lengths; this table knows those.
/// </summary>
public static class BlockKit
{
    private const int MessageBlocks = 50;
    private const int ViewBlocks = 100;
    private const int ViewBytes = 250 * 1024;
    private static readonly HashSet<string> Everywhere = ["section", "header", "divider", "context", "actions", "image", "rich_text", "input"];
    private static readonly HashSet<string> MessagesOnly = ["context_actions", "markdown", "table", "data_table", "file", "video"];

    /// <summary>What is wrong with a message; empty when Slack would take it.</summary>
    /// <param name="text">Its text.</param>
    /// <param name="blocks">Its blocks; null for a message of text alone.</param>
    public static IReadOnlyList<string> OfMessage(string? text, JsonArray? blocks)
    {
        var found = new List<string>();
        if (string.IsNullOrWhiteSpace(text))
        {
            found.Add("message: no text for notifications and screen readers");
        }

        Length(found, "message.text", text ?? "", 4000);
        Blocks(found, "message", blocks ?? [], MessageBlocks, inMessage: true);
        return found;
    }

    /// <summary>What is wrong with a modal or Home; empty when Slack would take it.</summary>
    public static IReadOnlyList<string> OfView(JsonObject view)
    {
        var found = new List<string>();
        var type = Text(view, "type");
        if (type is not ("modal" or "home"))
        {
            found.Add($"view: type {type}");
        }

        if (type == "modal")
        {
            Modal(found, view);
        }

        Length(found, "view.private_metadata", Text(view, "private_metadata") ?? "", 3000);
        Length(found, "view.callback_id", Text(view, "callback_id") ?? "", 255);
        Length(found, "view.external_id", Text(view, "external_id") ?? "", 255);
        if (System.Text.Encoding.UTF8.GetByteCount(view.ToJsonString()) > ViewBytes)
        {
            found.Add("view: larger than 250 KB");
        }

        Blocks(found, "view", view["blocks"] as JsonArray ?? [], ViewBlocks, inMessage: false);
        return found;
    }

    private static void Modal(List<string> found, JsonObject view)
    {
        PlainText(found, "view.title", view["title"], 24);
        Optional(view, "submit", submit => PlainText(found, "view.submit", submit, 24));
        Optional(view, "close", close => PlainText(found, "view.close", close, 24));
        var hasInput = (view["blocks"] as JsonArray ?? []).OfType<JsonObject>().Any(block => Text(block, "type") == "input");
        if (hasInput && view["submit"] is null)
        {
            found.Add("view: inputs without submit");
        }
    }

    private static void Blocks(List<string> found, string path, JsonArray blocks, int most, bool inMessage)
    {
        Count(found, path + ".blocks", blocks.Count, 0, most);
        var ids = new HashSet<string>();
        var markdown = 0;
        for (var at = 0; at < blocks.Count; at++)
        {
            var here = string.Create(CultureInfo.InvariantCulture, $"{path}.blocks[{at}]");
            if (blocks[at] is not JsonObject block)
            {
                found.Add($"{here}: no object");
                continue;
            }

            if (Text(block, "block_id") is { } id && !ids.Add(id))
            {
                found.Add($"{here}: block_id twice");
            }

            markdown += Text(block, "type") == "markdown" ? Characters(Text(block, "text") ?? "") : 0;
            Length(found, here + ".block_id", Text(block, "block_id") ?? "", 255);
            Block(found, here, block, inMessage);
        }

        Count(found, path + " markdown", markdown, 0, 12_000);
        Count(found, path + " tables", blocks.OfType<JsonObject>().Count(block => Text(block, "type") is "table" or "data_table"), 0, 1);
        ActionsOnce(found, path, blocks);
    }

    private static void Block(List<string> found, string path, JsonObject block, bool inMessage)
    {
        var type = Text(block, "type") ?? "";
        if (!Everywhere.Contains(type) && !(inMessage && MessagesOnly.Contains(type)))
        {
            found.Add($"{path}: no block of type {type} on this surface");
        }

        switch (type)
        {
            case "section":
                Section(found, path, block);
                break;
            case "header":
                PlainText(found, path + ".text", block["text"], 150);
                break;
            case "context":
                Each(found, path + ".elements", block["elements"], 1, 10, (where, element) => ContextElement(found, where, element));
                break;
            case "actions":
                Each(found, path + ".elements", block["elements"], 1, 25, (where, element) => BlockKitElements.Check(found, where, element));
                break;
            case "context_actions":
                Each(found, path + ".elements", block["elements"], 1, 5, (where, element) => BlockKitElements.Check(found, where, element));
                break;
            case "input":
                Input(found, path, block);
                break;
            case "image":
                Image(found, path, block);
                break;
            case "rich_text":
                Each(found, path + ".elements", block["elements"], 1, int.MaxValue, (where, element) => RichText(found, where, element));
                break;
            default:
                break;
        }
    }

    private static void Section(List<string> found, string path, JsonObject block)
    {
        if (block["text"] is null && block["fields"] is null)
        {
            found.Add($"{path}: neither text nor fields");
        }

        Optional(block, "text", text => AnyText(found, path + ".text", text, 3000));
        Optional(block, "fields", fields => Each(found, path + ".fields", fields, 1, 10, (where, field) => AnyText(found, where, field, 2000)));
        Optional(block, "accessory", accessory => BlockKitElements.Check(found, path + ".accessory", accessory));
    }

    private static void ContextElement(List<string> found, string path, JsonNode element)
    {
        if (Text(element, "type") == "image")
        {
            Image(found, path, element);
            return;
        }

        AnyText(found, path, element, 3000);
    }

    private static void Image(List<string> found, string path, JsonNode image)
    {
        Length(found, path + ".image_url", Text(image, "image_url") ?? "", 3000);
        Required(found, path + ".alt_text", Text(image, "alt_text"), 2000);
    }

    private static void Input(List<string> found, string path, JsonObject block)
    {
        PlainText(found, path + ".label", block["label"], 2000);
        Optional(block, "hint", hint => PlainText(found, path + ".hint", hint, 2000));
        if (Text(block, "block_id") is null || Text(block["element"], "action_id") is null)
        {
            found.Add($"{path}: an input that cannot be found again");
        }

        BlockKitElements.Check(found, path + ".element", block["element"]);
    }

    private static void RichText(List<string> found, string path, JsonNode element)
    {
        var type = Text(element, "type");
        if (type == "rich_text_list")
        {
            if (Text(element, "style") is not ("ordered" or "bullet"))
            {
                found.Add($"{path}: a list without style");
            }

            Each(found, path + ".elements", element["elements"], 1, int.MaxValue, (where, item) => RichText(found, where, item));
            return;
        }

        if (type is not ("rich_text_section" or "rich_text_quote" or "rich_text_preformatted"))
        {
            found.Add($"{path}: {type} in rich text");
        }

        Each(found, path + ".elements", element["elements"], 1, int.MaxValue, (where, run) => Required(found, where + ".text", Text(run, "text"), 3000));
    }

    // Slack sends back only the id of what was pressed: it must be one button's alone.
    private static void ActionsOnce(List<string> found, string path, JsonArray blocks)
    {
        var ids = BlockKitText.Elements(blocks).Select(element => Text(element, "action_id")).OfType<string>().ToList();
        foreach (var id in ids.GroupBy(id => id, StringComparer.Ordinal).Where(group => group.Count() > 1))
        {
            found.Add($"{path}: action_id {id.Key} twice");
        }
    }

    internal static void AnyText(List<string> found, string path, JsonNode? text, int most)
    {
        if (Text(text, "type") is not ("mrkdwn" or "plain_text"))
        {
            found.Add($"{path}: no text object");
        }

        Required(found, path, Text(text, "text"), most);
        if (Text(text, "type") == "mrkdwn")
        {
            Mrkdwn(found, path, Text(text, "text") ?? "");
        }
    }

    internal static void PlainText(List<string> found, string path, JsonNode? text, int most)
    {
        if (Text(text, "type") != "plain_text")
        {
            found.Add($"{path}: no plain text");
        }

        Required(found, path, Text(text, "text"), most);
    }

    internal static void Required(List<string> found, string path, string? text, int most)
    {
        if (string.IsNullOrEmpty(text))
        {
            found.Add($"{path}: empty");
        }

        Length(found, path, text ?? "", most);
    }

    internal static void Length(List<string> found, string path, string text, int most) => Count(found, path, text.Length, 0, most);

    internal static void Count(List<string> found, string path, int count, int least, int most)
    {
        if (count < least || count > most)
        {
            found.Add(string.Create(CultureInfo.InvariantCulture, $"{path}: {count}, not {least} to {most}"));
        }
    }

    internal static void Each(List<string> found, string path, JsonNode? array, int least, int most, Action<string, JsonNode> check)
    {
        var entries = array as JsonArray ?? [];
        Count(found, path, entries.Count, least, most);
        for (var at = 0; at < entries.Count; at++)
        {
            check(string.Create(CultureInfo.InvariantCulture, $"{path}[{at}]"), entries[at]!);
        }
    }

    internal static string? Text(JsonNode? node, string name) => (node as JsonObject)?[name] is JsonValue value && value.TryGetValue<string>(out var text) ? text : null;

    internal static void Optional(JsonNode node, string name, Action<JsonNode> check)
    {
        if (node[name] is { } value)
        {
            check(value);
        }
    }

    private static int Characters(string text) => text.Length;

    // An ampersand that begins no entity, or a bracket outside a token of Slack's, was not escaped.
    private static void Mrkdwn(List<string> found, string path, string text)
    {
        for (var at = 0; at < text.Length; at++)
        {
            var rest = text.AsSpan(at);
            if (text[at] is '<' or '>' || (text[at] == '&' && !(rest.StartsWith("&amp;") || rest.StartsWith("&lt;") || rest.StartsWith("&gt;"))))
            {
                found.Add($"{path}: not escaped");
                return;
            }
        }
    }
}
