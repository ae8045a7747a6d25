using CoachBot.Core.Coverage;
using YamlDotNet.Core;
using YamlDotNet.RepresentationModel;

namespace CoachBot.Infrastructure.Knowledge;

/// <summary>Reads a catalogue: every <c>.yaml</c> file of a folder, each a list of units.</summary>
public static class CatalogueFolder
{
    /// <summary>All units, file by file.</summary>
    /// <param name="folder">The folder.</param>
    /// <exception cref="FormatException">A file is no catalogue; the message names the file and what is wrong.</exception>
    public static IReadOnlyList<CatalogueUnit> Read(string folder) =>
        Directory.GetFiles(folder, "*.yaml").Order(StringComparer.Ordinal).SelectMany(ReadFile).ToList();

    private static List<CatalogueUnit> ReadFile(string path)
    {
        try
        {
            var stream = new YamlStream();
            using var text = File.OpenText(path);
            stream.Load(text);
            return stream.Documents is [{ RootNode: YamlSequenceNode list }]
                ? list.Children.Select(node => Unit(Path.GetFileNameWithoutExtension(path), node)).ToList()
                : throw new FormatException(ProblemTexts.Format("CatalogueNoList", path));
        }
        catch (YamlException e)
        {
            throw new FormatException($"{path}({e.Start.Line},{e.Start.Column}): {e.Message}", e);
        }

        CatalogueUnit Unit(string file, YamlNode node)
        {
            var unit = node as YamlMappingNode ?? throw new FormatException(ProblemTexts.Format("CatalogueNoList", path));
            return new CatalogueUnit(
                file, Required("id"), Required("kind"), Required("title_zh"), Required("title_en"), Required("completeness"), Text("missing"))
            {
                Locators = unit.Children.TryGetValue(new YamlScalarNode("source"), out var source) && source is YamlSequenceNode places
                    ? places.Children.OfType<YamlMappingNode>().Select(place => Scalar(place, "locator")).OfType<string>().ToList()
                    : [],
            };

            string? Text(string key) => Scalar(unit, key);

            string Required(string key) => Text(key)
                ?? throw new FormatException(ProblemTexts.Format("CatalogueNoKey", path, node.Start.Line, key));
        }
    }

    private static string? Scalar(YamlMappingNode mapping, string key) =>
        mapping.Children.TryGetValue(new YamlScalarNode(key), out var value) && value is YamlScalarNode scalar ? scalar.Value : null;
}
