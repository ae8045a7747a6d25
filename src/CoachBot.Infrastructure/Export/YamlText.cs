using System.Globalization;
using System.Text;

namespace CoachBot.Infrastructure.Export;

/// <summary>Writes YAML key by key, with every text in double quotes, so that no text can become anything else.</summary>
internal sealed class YamlText
{
    private readonly StringBuilder _text = new();

    /// <summary>A remark.</summary>
    public YamlText Remark(string remark) => Line($"# {remark}");

    /// <summary>A key whose value follows below it.</summary>
    public YamlText Open(string indent, string key) => Line($"{indent}{key}:");

    /// <summary>A key with a text.</summary>
    public YamlText Text(string indent, string key, string? text) => Line($"{indent}{key}: {Quoted(text)}");

    /// <summary>A key with a text, left out when there is none.</summary>
    public YamlText Optional(string indent, string key, string? text) => text is null ? this : Text(indent, key, text);

    /// <summary>A key with a word that needs no quotes, such as true or a day; null when there is none.</summary>
    public YamlText Word(string indent, string key, string? word) => Line($"{indent}{key}: {word ?? "null"}");

    /// <summary>A key with a list, one item a line.</summary>
    public YamlText List(string indent, string key, IReadOnlyList<string> items) => Block(indent, key, items.Select(Quoted).ToList());

    /// <summary>A key with a list of mappings, one a line; parts without a value are left out.</summary>
    public YamlText Mappings(string indent, string key, IReadOnlyList<IEnumerable<(string Key, string? Text)>> items) =>
        Block(indent, key, items.Select(Mapping).ToList());

    /// <summary>A mapping on one line.</summary>
    public static string Mapping(IEnumerable<(string Key, string? Text)> parts) =>
        "{" + string.Join(", ", parts.Where(part => part.Text is not null).Select(part => $"{part.Key}: {Quoted(part.Text)}")) + "}";

    /// <summary>A line as it is.</summary>
    public YamlText Line(string line)
    {
        _text.Append(line).Append('\n');
        return this;
    }

    /// <inheritdoc />
    public override string ToString() => _text.ToString();

    private YamlText Block(string indent, string key, List<string> items)
    {
        // "- key" begins an item of a list of mappings: what belongs to it stands below the key, not below the dash.
        var below = key.StartsWith("- ", StringComparison.Ordinal) ? indent + "  " : indent;
        Line($"{indent}{key}:{(items.Count == 0 ? " []" : "")}");
        foreach (var item in items)
        {
            Line($"{below}- {item}");
        }

        return this;
    }

    private static string Quoted(string? text)
    {
        var quoted = new StringBuilder("\"");
        foreach (var character in text ?? "")
        {
            quoted.Append(character switch
            {
                '"' => "\\\"",
                '\\' => "\\\\",
                '\n' => "\\n",
                '\t' => "\\t",
                < ' ' or '\u007f' or '\u0085' or '\u2028' or '\u2029' or '\uFEFF' => string.Create(CultureInfo.InvariantCulture, $"\\u{(int)character:X4}"),
                _ => character.ToString(),
            });
        }

        return quoted.Append('"').ToString();
    }
}
