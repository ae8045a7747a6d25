using System.Collections;
using System.Globalization;
using System.Reflection;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using CoachBot.Channels.Dispatch;
using CoachBot.Core.Turns;
using CoachBot.Infrastructure.Storage;

namespace CoachBot.Tests.Settings;

/// <summary>One setting as the options classes have it.</summary>
/// <param name="Name">As an environment variable.</param>
/// <param name="Default">What holds when it is not set; a dash for nothing.</param>
/// <param name="Meaning">Its doc comment.</param>
internal sealed partial record Setting(string Name, string Default, string Meaning)
{
    private const string Nothing = "–";
    private static readonly Assembly[] Rooms =
        [typeof(ITurns).Assembly, typeof(DeliveryOptions).Assembly, typeof(StorageOptions).Assembly, Assembly.Load("coachbot")];

    /// <summary>Every setting of every class that names its section.</summary>
    public static IReadOnlyList<Setting> All() => Rooms
        .SelectMany(room => room.GetTypes())
        .Select(type => (Type: type, Section: type.GetField("Section", BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic)?.GetRawConstantValue() as string))
        .Where(options => options.Section is not null && options.Type.Name.EndsWith("Options", StringComparison.Ordinal))
        .SelectMany(options => Of(options.Type, options.Section!.Replace(":", "__", StringComparison.Ordinal)))
        .OrderBy(setting => setting.Name, StringComparer.Ordinal)
        .ToList();

    /// <summary>Its row in the table of settings.</summary>
    public string Row => RowStart + $"{Meaning} |";

    /// <summary>The part of the row that must be so; the meaning may be told in better words.</summary>
    public string RowStart => $"| `{Name}` | {(Default == Nothing ? Nothing : $"`{Default}`")} | ";

    private static IEnumerable<Setting> Of(Type type, string section)
    {
        var defaults = Activator.CreateInstance(type)!;
        foreach (var property in type.GetProperties(BindingFlags.Public | BindingFlags.Instance))
        {
            var name = $"{section}__{property.Name}";
            if (IsList(property.PropertyType))
            {
                var item = property.PropertyType.GetGenericArguments() is [var argument] ? argument : property.PropertyType.GetElementType()!;
                var meaning = Comment(property);
                foreach (var setting in IsPlain(item) ? [new Setting(name + "__0", Nothing, meaning)] : Of(item, name + "__0"))
                {
                    yield return setting;
                }
            }
            else if (IsPlain(property.PropertyType))
            {
                if (property.SetMethod is { IsPublic: true })
                {
                    yield return new(name, Text(property.GetValue(defaults)), Comment(property));
                }
            }
            else
            {
                foreach (var setting in Of(property.PropertyType, name))
                {
                    yield return setting;
                }
            }
        }
    }

    private static bool IsList(Type type) => type != typeof(string) && typeof(IEnumerable).IsAssignableFrom(type);

    private static bool IsPlain(Type type)
    {
        type = Nullable.GetUnderlyingType(type) ?? type;
        return type.IsPrimitive || type.IsEnum || type == typeof(string) || type == typeof(TimeSpan) || type == typeof(Uri) || type == typeof(TimeOnly) || type == typeof(DateOnly);
    }

    private static string Text(object? value) => value switch
    {
        null or "" => Nothing,
        bool truth => truth ? "true" : "false",
        IFormattable formattable => formattable.ToString(null, CultureInfo.InvariantCulture),
        _ => value.ToString()!,
    };

    private static string Comment(PropertyInfo property)
    {
        var file = Path.ChangeExtension(property.DeclaringType!.Assembly.Location, ".xml");
        var summary = XDocument.Load(file).Descendants("member")
            .FirstOrDefault(member => member.Attribute("name")!.Value == $"P:{property.DeclaringType.FullName}.{property.Name}")?.Element("summary");
        if (summary is null)
        {
            return "";
        }

        foreach (var see in summary.Descendants("see").ToList())
        {
            see.ReplaceWith(see.Attribute("cref")?.Value.Split('.', ':').Last() ?? see.Attribute("langword")?.Value ?? "");
        }

        foreach (var code in summary.Descendants("c").ToList())
        {
            code.ReplaceWith($"`{code.Value}`");
        }

        return Blanks().Replace(summary.Value, " ").Trim();
    }

    [GeneratedRegex(@"\s+")]
    private static partial Regex Blanks();
}
