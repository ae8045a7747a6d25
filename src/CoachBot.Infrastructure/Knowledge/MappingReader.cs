using System.Globalization;
using System.Text.RegularExpressions;
using CoachBot.Core.Language;
using YamlDotNet.Core;
using YamlDotNet.RepresentationModel;

namespace CoachBot.Infrastructure.Knowledge;

/// <summary>
/// Reads the keys of one mapping strictly: every key is asked for by name, and <see cref="Finish"/> reports those nobody
/// asked for. A wrong value is reported where it stands and read as something harmless, so that one pass finds everything.
/// </summary>
internal sealed partial class MappingReader(YamlMappingNode mapping, ProblemList problems)
{
    private readonly List<string> _asked = [];

    /// <summary>Whether texts that must be there may still be missing or empty, as in a draft; everything else stays strict.</summary>
    public bool Lenient { get; set; }

    /// <summary>Where the mapping begins.</summary>
    public Mark Start => mapping.Start;

    /// <summary>Where a key's value stands; the mapping's start when the key is absent.</summary>
    public Mark At(string key) => Find(key)?.Start ?? mapping.Start;

    /// <summary>Whether the key is there.</summary>
    public bool Has(string key) => Find(key) is not null;

    /// <summary>A text that must be there and not be empty.</summary>
    public string Text(string key)
    {
        if (Value(key, required: true) is not { } node)
        {
            return "";
        }

        return OptionalScalar(key, node) is { } text ? text : Empty(key, node);
    }

    /// <summary>A text that may be absent or null.</summary>
    public string? OptionalText(string key) => Value(key, required: false) is { } node ? OptionalScalar(key, node) : null;

    /// <summary>One word of a closed list.</summary>
    public string Choice(string key, IEnumerable<string> allowed)
    {
        var text = Text(key);
        if (text.Length > 0 && !allowed.Contains(text))
        {
            problems.Error(At(key), "BadChoice", key, text, string.Join(", ", allowed.Order(StringComparer.Ordinal)));
        }

        return text;
    }

    /// <summary>True or false; absent is false.</summary>
    public bool Flag(string key)
    {
        var text = OptionalText(key);
        if (text is not (null or "true" or "false"))
        {
            problems.Error(At(key), "NotABoolean", key);
        }

        return text == "true";
    }

    /// <summary>A day, or null.</summary>
    public DateOnly? Day(string key)
    {
        var text = OptionalText(key);
        if (text is null)
        {
            return null;
        }

        if (DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day))
        {
            return day;
        }

        problems.Error(At(key), "BadDate", key);
        return null;
    }

    /// <summary>A list of texts, none empty; absent is an empty list unless required.</summary>
    public List<string> Texts(string key, bool required = false) =>
        Items(key, required).Select((node, index) => Item(key, node, index)).ToList();

    /// <summary>A list of words of a closed list.</summary>
    public List<string> Choices(string key, IReadOnlySet<string> allowed)
    {
        var texts = Items(key, required: true).Select((node, index) => (node, text: Item(key, node, index))).ToList();
        foreach (var (node, text) in texts.Where(item => item.text.Length > 0 && !allowed.Contains(item.text)))
        {
            problems.Error(node.Start, "BadChoice", key, text, string.Join(", ", allowed.Order(StringComparer.Ordinal)));
        }

        return texts.ConvertAll(item => item.text);
    }

    /// <summary>A list of mappings, each read strictly.</summary>
    public List<T> Mappings<T>(string key, bool required, Func<MappingReader, T> read) => Items(key, required)
        .Select(node => Strictly(node, read))
        .OfType<T>()
        .ToList();

    /// <summary>One mapping, read strictly; null with a problem when it is something else or, if required, absent.</summary>
    public T? Mapping<T>(string key, bool required, Func<MappingReader, T> read)
        where T : class => Value(key, required) is { } node ? Strictly(node, read) : null;

    /// <summary>Every key of the mapping with its own mapping, for maps whose keys are free.</summary>
    public Dictionary<string, T> Entries<T>(Func<MappingReader, T> read)
        where T : class
    {
        var entries = new Dictionary<string, T>(StringComparer.Ordinal);
        foreach (var (key, node) in mapping.Children)
        {
            var name = (key as YamlScalarNode)?.Value ?? "";
            _asked.Add(name);
            if (Strictly(node, read) is { } entry)
            {
                entries[name] = entry;
            }
        }

        return entries;
    }

    /// <summary>Reports every key that nobody asked for.</summary>
    public void Finish()
    {
        foreach (var key in mapping.Children.Keys)
        {
            var name = (key as YamlScalarNode)?.Value ?? "";
            if (!_asked.Contains(name))
            {
                ReportUnknown(name, key.Start);
            }
        }
    }

    /// <summary>Whether a text is a usable id.</summary>
    public static bool IsKebabCase(string id) => KebabCase().IsMatch(id);

    [GeneratedRegex("^[a-z0-9]+(-[a-z0-9]+)*$")]
    private static partial Regex KebabCase();

    private void ReportUnknown(string name, Mark at)
    {
        var near = _asked.Where(asked => EditDistance.Between(asked, name) <= 2).MinBy(asked => EditDistance.Between(asked, name));
        if (near is not null && !Has(near))
        {
            problems.Error(at, "UnknownKeyNear", name, near);
        }
        else
        {
            problems.Error(at, "UnknownKey", name, string.Join(", ", _asked));
        }
    }

    private T? Strictly<T>(YamlNode node, Func<MappingReader, T> read)
    {
        if (node is not YamlMappingNode inner)
        {
            if (!IsOpen(node))
            {
                problems.Error(node.Start, "NotAMapping");
            }

            return default;
        }

        var reader = new MappingReader(inner, problems) { Lenient = Lenient };
        var value = read(reader);
        reader.Finish();
        return value;
    }

    private IEnumerable<YamlNode> Items(string key, bool required)
    {
        switch (Value(key, required))
        {
            case null:
                return [];
            case var open when IsOpen(open):
                return [];
            case YamlSequenceNode list when required && !Lenient && list.Children.Count == 0:
                problems.Error(list.Start, "EmptyText", key);
                return [];
            case YamlSequenceNode list:
                return list.Children;
            case var other:
                problems.Error(other.Start, "NotAList", key);
                return [];
        }
    }

    private string Item(string key, YamlNode node, int index)
    {
        if (OptionalScalar(key, node) is { } text)
        {
            return text;
        }

        if (node is YamlScalarNode && !Lenient)
        {
            problems.Error(node.Start, "EmptyItem", key, index + 1);
        }

        return "";
    }

    // The text of a scalar; null for an empty or null one (no problem noted) and for a list or mapping (problem noted).
    private string? OptionalScalar(string key, YamlNode node)
    {
        if (node is not YamlScalarNode scalar)
        {
            problems.Error(node.Start, "NotText", key);
            return null;
        }

        var isNull = scalar.Style == ScalarStyle.Plain && scalar.Value is "null" or "~" or "";
        return isNull || string.IsNullOrWhiteSpace(scalar.Value) ? null : scalar.Value.Trim();
    }

    // A key without a value, where a draft leaves it to be filled in.
    private bool IsOpen(YamlNode node) => Lenient && node is YamlScalarNode { Value: null or "" or "~" or "null" };

    private string Empty(string key, YamlNode node)
    {
        if (node is YamlScalarNode && !Lenient)
        {
            problems.Error(node.Start, "EmptyText", key);
        }

        return "";
    }

    private YamlNode? Value(string key, bool required)
    {
        _asked.Add(key);
        var value = Find(key);
        if (value is null && required && !Lenient)
        {
            problems.Error(mapping.Start, "MissingKey", key);
        }

        return value;
    }

    private YamlNode? Find(string key) => mapping.Children.FirstOrDefault(child => child.Key is YamlScalarNode scalar && scalar.Value == key).Value;
}
