using System.Text.Json.Nodes;
using CoachBot.TestSupport.Slack;

namespace CoachBot.Tests.Parity;

/// <summary>What a person sees of one reply, free of the channel it was seen on.</summary>
/// <param name="Lines">What is read, from top to bottom; bullets and other signs of layout left out.</param>
/// <param name="Buttons">What can be pressed: the button's own data, with the verb under <c>verb</c>.</param>
internal sealed record Seen(IReadOnlyList<string> Lines, IReadOnlyList<IReadOnlyDictionary<string, string>> Buttons)
{
    private static readonly char[] Signs = ['✕', '✓', '▲', '⚠', ' '];

    /// <summary>What the buttons do, each once, in order.</summary>
    public IReadOnlyList<string> Actions => Buttons.Select(button => $"{button["verb"]} {button.GetValueOrDefault("case")} {button.GetValueOrDefault("language")}").Distinct().ToList();

    /// <summary>The case whose card it is; null when it is none.</summary>
    public string? Case => Buttons.FirstOrDefault(button => button["verb"] is "full" or "copy")?.GetValueOrDefault("case");

    /// <summary>A message of Slack.</summary>
    public static Seen InSlack(SlackCall call) => InSlack(call["text"]!, call["blocks"] is { Length: > 2 } written ? JsonNode.Parse(written)!.AsArray() : null);

    /// <summary>A message of Slack.</summary>
    public static Seen InSlack(string text, JsonArray? blocks) => blocks is null
        ? new Seen(Tidy(text.Replace("&lt;", "<", StringComparison.Ordinal).Replace("&gt;", ">", StringComparison.Ordinal).Replace("&amp;", "&", StringComparison.Ordinal).Split('\n')), [])
        : new Seen(Tidy(BlockKitText.Lines(blocks)), [.. BlockKitText.Buttons(blocks).Select(button => DataOf(JsonNode.Parse(button["value"]!.GetValue<string>())!.AsObject()))]);

    /// <summary>An activity of Teams, or a card alone.</summary>
    public static Seen InTeams(JsonNode activity)
    {
        var card = activity["type"]?.GetValue<string>() == "AdaptiveCard" ? activity : activity["attachments"]?[0]?["content"];
        if (card is null)
        {
            return new Seen(Tidy((activity["text"]?.GetValue<string>() ?? "").Split('\n')), []);
        }

        var buttons = new List<IReadOnlyDictionary<string, string>>();
        return new Seen(Tidy(Read(card["body"], buttons)), buttons);
    }

    private static List<string> Read(JsonNode? elements, List<IReadOnlyDictionary<string, string>> buttons) =>
        (elements as JsonArray ?? []).SelectMany(element => ReadOne(element!, buttons)).ToList();

    private static IEnumerable<string> ReadOne(JsonNode element, List<IReadOnlyDictionary<string, string>> buttons)
    {
        switch (element["type"]!.GetValue<string>())
        {
            case "TextBlock":
                return element["text"]!.GetValue<string>().Split('\n');
            case "RichTextBlock":
                return string.Concat(element["inlines"]!.AsArray().Select(run => run is JsonValue plain ? plain.GetValue<string>() : run!["text"]!.GetValue<string>())).Split('\n');
            case "Container":
                return Read(element["items"], buttons);
            case "ColumnSet":
                var columns = element["columns"]!.AsArray().Select(column => Read(column!["items"], buttons)).ToList();
                return [$"{columns[0].Single()} {columns[1][0]}", .. columns[1].Skip(1)];
            case "ActionSet":
                foreach (var action in element["actions"]!.AsArray())
                {
                    Button(action!, buttons);
                }

                return [];
            default:
                throw new InvalidOperationException($"An element of type {element["type"]}");
        }
    }

    // Why it did not help stands in a drawer of the card in Teams and is asked for in Slack: the button before it is the same.
    private static void Button(JsonNode action, List<IReadOnlyDictionary<string, string>> buttons)
    {
        if (action["type"]!.GetValue<string>() == "Action.ShowCard")
        {
            Read(action["card"]!["body"], buttons);
            return;
        }

        buttons.Add(new Dictionary<string, string>(DataOf(action["data"]!.AsObject())) { ["verb"] = action["verb"]!.GetValue<string>() });
    }

    private static Dictionary<string, string> DataOf(JsonObject members) =>
        members.Where(member => member.Value?.GetValueKind() == System.Text.Json.JsonValueKind.String).ToDictionary(member => member.Key, member => member.Value!.GetValue<string>());

    private static List<string> Tidy(IEnumerable<string> lines) => lines.Select(line => line.Trim().TrimStart(Signs).Trim()).Where(line => line.Length > 0).ToList();
}
