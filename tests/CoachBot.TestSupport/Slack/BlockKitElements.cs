using System.Text.Json.Nodes;

namespace CoachBot.TestSupport.Slack;

/// <summary>The limits of buttons, menus and inputs.</summary>
internal static class BlockKitElements
{
    /// <summary>Adds what is wrong with an element.</summary>
    public static void Check(List<string> found, string path, JsonNode? element)
    {
        if (element is not JsonObject)
        {
            found.Add($"{path}: missing");
            return;
        }

        BlockKit.Length(found, path + ".action_id", BlockKit.Text(element, "action_id") ?? "", 255);
        BlockKit.Optional(element, "placeholder", text => BlockKit.PlainText(found, path + ".placeholder", text, 150));
        BlockKit.Optional(element, "confirm", confirm => Confirm(found, path + ".confirm", confirm));
        switch (BlockKit.Text(element, "type"))
        {
            case "button":
                Button(found, path, element);
                break;
            case "static_select" or "multi_static_select":
                Options(found, path, element, 100);
                break;
            case "radio_buttons" or "checkboxes":
                Options(found, path, element, 10);
                break;
            case "overflow":
                Options(found, path, element, 5);
                break;
            case "external_select" or "multi_external_select":
                BlockKit.Optional(element, "initial_option", option => Option(found, path + ".initial_option", option));
                break;
            case "plain_text_input":
                Input(found, path, element);
                break;
            case "feedback_buttons":
                Feedback(found, path, element);
                break;
            default:
                found.Add($"{path}: element {BlockKit.Text(element, "type")}");
                break;
        }
    }

    /// <summary>Adds what is wrong with an option.</summary>
    public static void Option(List<string> found, string path, JsonNode option)
    {
        BlockKit.PlainText(found, path + ".text", option["text"], 75);
        BlockKit.Required(found, path + ".value", BlockKit.Text(option, "value"), 150);
        BlockKit.Optional(option, "description", text => BlockKit.PlainText(found, path + ".description", text, 75));
    }

    private static void Button(List<string> found, string path, JsonNode button)
    {
        BlockKit.PlainText(found, path + ".text", button["text"], 75);
        BlockKit.Length(found, path + ".value", BlockKit.Text(button, "value") ?? "", 2000);
        BlockKit.Length(found, path + ".url", BlockKit.Text(button, "url") ?? "", 3000);
        BlockKit.Length(found, path + ".accessibility_label", BlockKit.Text(button, "accessibility_label") ?? "", 75);
        if (BlockKit.Text(button, "action_id") is null)
        {
            found.Add($"{path}: a button that nobody can answer");
        }
    }

    private static void Options(List<string> found, string path, JsonNode element, int most)
    {
        BlockKit.Each(found, path + ".options", element["options"], 1, most, (where, option) => Option(found, where, option));
        BlockKit.Optional(element, "initial_option", option =>
        {
            var offered = (element["options"] as JsonArray ?? []).Any(one => JsonNode.DeepEquals(one, option));
            if (!offered)
            {
                found.Add($"{path}.initial_option: not among the options");
            }
        });
    }

    private static void Input(List<string> found, string path, JsonNode input)
    {
        if (input["max_length"] is { } most && most.GetValue<int>() is < 1 or > 3000)
        {
            found.Add($"{path}.max_length");
        }

        BlockKit.Length(found, path + ".initial_value", BlockKit.Text(input, "initial_value") ?? "", 3000);
    }

    private static void Feedback(List<string> found, string path, JsonNode element)
    {
        foreach (var side in (string[])["positive_button", "negative_button"])
        {
            BlockKit.PlainText(found, $"{path}.{side}.text", element[side]?["text"], 75);
            BlockKit.Required(found, $"{path}.{side}.value", BlockKit.Text(element[side], "value"), 2000);
        }
    }

    private static void Confirm(List<string> found, string path, JsonNode confirm)
    {
        BlockKit.PlainText(found, path + ".title", confirm["title"], 100);
        BlockKit.AnyText(found, path + ".text", confirm["text"], 300);
        BlockKit.PlainText(found, path + ".confirm", confirm["confirm"], 30);
        BlockKit.PlainText(found, path + ".deny", confirm["deny"], 30);
    }
}
