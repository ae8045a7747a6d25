using System.Globalization;
using System.Text.Json.Nodes;
using CoachBot.Channels.Cards;

namespace CoachBot.Channels.Slack.Blocks;

/// <summary>
/// Writes blocks from top to bottom within Slack's limits. Texts go into rich text, where nothing that people or the knowledge say is read as
/// markup; what is too long is cut visibly, blocks past the last one allowed are left out.
/// </summary>
/// <param name="most">How many blocks the surface takes.</param>
/// <param name="action">The first part of the buttons' <c>action_id</c>: who answers them.</param>
/// <param name="onlyFor">Who alone may press the buttons that change what stands there; null: everybody.</param>
internal sealed class BlockWriter(int most, string action, string? onlyFor = null)
{
    private readonly JsonArray _blocks = [];
    private int _buttons;
    private int _left = BlockLimits.AllText;

    /// <summary>What was written.</summary>
    public JsonArray End() => _blocks;

    /// <summary>A title in the largest letters there are.</summary>
    public void Header(string text) => Add(new JsonObject { ["type"] = "header", ["text"] = PlainText(text, BlockLimits.Header) });

    /// <summary>A heading of ours.</summary>
    public void Heading(string words) => Text(Run.Strong(words));

    /// <summary>A text in several looks.</summary>
    public void Text(params ReadOnlySpan<Run> runs) => Rich("rich_text_section", Elements(runs));

    /// <summary>Paragraphs, parted by blank lines; as many blocks as they need.</summary>
    public void Paragraphs(string text)
    {
        foreach (var piece in TextCut.Pieces(text.ReplaceLineEndings("\n").Trim(), BlockLimits.Text))
        {
            Text(new Run(piece));
        }
    }

    /// <summary>What is to be read out: set off from the rest.</summary>
    public void Quote(params ReadOnlySpan<Run> runs) => Rich("rich_text_quote", Elements(runs));

    /// <summary>A list, numbered or not.</summary>
    public void List(IEnumerable<Run[]> items, bool numbered = false)
    {
        var entries = new JsonArray();
        foreach (var item in items)
        {
            if (Elements(item) is { Count: > 0 } elements)
            {
                entries.Add(new JsonObject { ["type"] = "rich_text_section", ["elements"] = elements });
            }
        }

        if (entries.Count > 0)
        {
            Add(new JsonObject
            {
                ["type"] = "rich_text",
                ["elements"] = new JsonArray(new JsonObject
                {
                    ["type"] = "rich_text_list",
                    ["style"] = numbered ? "ordered" : "bullet",
                    ["elements"] = entries,
                }),
            });
        }
    }

    /// <summary>Small grey print.</summary>
    public void Aside(string text)
    {
        if (Take(text) is { Length: > 0 } taken)
        {
            Add(new JsonObject { ["type"] = "context", ["elements"] = new JsonArray(PlainText(taken, BlockLimits.Text)) });
        }
    }

    /// <summary>A text with a button at its side.</summary>
    /// <param name="title">In bold.</param>
    /// <param name="text">Below it; may be empty.</param>
    /// <param name="button">The button.</param>
    public void Entry(string title, string text, CardButton button)
    {
        var line = TextCut.Mrkdwn(Mrkdwn.Bold(TextCut.To(title, BlockLimits.Text / 8)) + (text.Length == 0 ? "" : "\n" + Mrkdwn.Plain(text)), BlockLimits.Text);
        _left -= line.Length;
        Add(new JsonObject
        {
            ["type"] = "section",
            ["text"] = new JsonObject { ["type"] = "mrkdwn", ["text"] = line, ["verbatim"] = true },
            ["accessory"] = Button(button),
        });
    }

    /// <summary>A line across.</summary>
    public void Line() => Add(new JsonObject { ["type"] = "divider" });

    /// <summary>A row of buttons; clients break it as the screen asks.</summary>
    public void Buttons(params IEnumerable<CardButton> buttons)
    {
        foreach (var row in buttons.Chunk(BlockLimits.RowButtons))
        {
            Add(new JsonObject { ["type"] = "actions", ["elements"] = new JsonArray([.. row.Select(Button)]) });
        }
    }

    /// <summary>A block made elsewhere.</summary>
    public void Add(JsonObject block)
    {
        if (_blocks.Count < most)
        {
            _blocks.Add((JsonNode)block);
        }
    }

    /// <summary>A text object without markup.</summary>
    public static JsonObject PlainText(string text, int most) => new() { ["type"] = "plain_text", ["text"] = TextCut.To(text, most), ["emoji"] = true };

    private JsonObject Button(CardButton button)
    {
        _buttons++;
        return new JsonObject
        {
            ["type"] = "button",
            ["action_id"] = string.Create(CultureInfo.InvariantCulture, $"{action}/{_buttons}"),
            ["text"] = PlainText(button.Title, BlockLimits.Button),
            ["value"] = ButtonValue.Write(button.Action, PressedBy.AskerOnly(button.Action.Verb) ? onlyFor : null),
        };
    }

    private void Rich(string element, JsonArray elements)
    {
        if (elements.Count > 0)
        {
            Add(new JsonObject { ["type"] = "rich_text", ["elements"] = new JsonArray(new JsonObject { ["type"] = element, ["elements"] = elements }) });
        }
    }

    private JsonArray Elements(params ReadOnlySpan<Run> runs)
    {
        var elements = new JsonArray();
        foreach (var run in runs)
        {
            if (Take(run.Text) is { Length: > 0 } text)
            {
                elements.Add((JsonNode)Element(text, run));
            }
        }

        return elements;
    }

    private static JsonObject Element(string text, Run run)
    {
        var element = new JsonObject { ["type"] = "text", ["text"] = text };
        if (run.Bold || run.Italic)
        {
            var style = new JsonObject();
            if (run.Bold)
            {
                style["bold"] = true;
            }

            if (run.Italic)
            {
                style["italic"] = true;
            }

            element["style"] = style;
        }

        return element;
    }

    // As much of a text as the message still takes.
    private string Take(string text)
    {
        var taken = _left <= 1 ? "" : TextCut.To(text, Math.Min(_left, BlockLimits.Text));
        _left -= taken.Length;
        return taken;
    }
}
