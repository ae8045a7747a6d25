using System.Text.Json.Nodes;
using CoachBot.Channels.Slack.Blocks;

namespace CoachBot.Channels.Slack.Modals;

/// <summary>Fields and menus of modals.</summary>
internal static class Inputs
{
    /// <summary>A button of a window's own, not of a card.</summary>
    public static JsonObject Button(string action, string words, string value) => new()
    {
        ["type"] = "button",
        ["action_id"] = action,
        ["text"] = BlockWriter.PlainText(words, BlockLimits.Button),
        ["value"] = value,
    };

    /// <summary>A row of buttons or menus.</summary>
    public static JsonObject Row(string? id, params IEnumerable<JsonObject> elements)
    {
        var row = new JsonObject { ["type"] = "actions", ["elements"] = new JsonArray([.. elements]) };
        if (id is not null)
        {
            row["block_id"] = id;
        }

        return row;
    }

    /// <summary>An option of a menu.</summary>
    public static JsonObject Option(string words, string value) =>
        new() { ["text"] = BlockWriter.PlainText(words, BlockLimits.Option), ["value"] = TextCut.To(value, BlockLimits.OptionValue) };
}
