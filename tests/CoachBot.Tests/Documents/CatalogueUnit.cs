using YamlDotNet.RepresentationModel;

namespace CoachBot.Tests.Documents;

/// <summary>An entry of the catalogue, as far as the tests of cutting need it.</summary>
internal sealed record CatalogueUnit(string Id, string Kind, string Domain, string Completeness, IReadOnlyList<string> Locators)
{
    /// <summary>The units of one source document.</summary>
    public static IReadOnlyList<CatalogueUnit> Of(string source)
    {
        var file = Path.Combine(SharedFolder.Path, "catalogue", Path.GetFileNameWithoutExtension(source) + ".yaml");
        var yaml = new YamlStream();
        yaml.Load(new StringReader(File.ReadAllText(file)));
        return ((YamlSequenceNode)yaml.Documents[0].RootNode).Children.Cast<YamlMappingNode>().Select(unit => new CatalogueUnit(
            Text(unit, "id"), Text(unit, "kind"), Text(unit, "domain"), Text(unit, "completeness"),
            ((YamlSequenceNode)unit["source"]).Children.Cast<YamlMappingNode>().Select(place => Letters(Text(place, "locator"))).ToList())).ToList();
    }

    /// <summary>Only the letters and digits of a text: what no export changes.</summary>
    public static string Letters(string text) => string.Concat(text.Where(char.IsLetterOrDigit)).Replace('臵', '置');

    private static string Text(YamlMappingNode node, string key) => ((YamlScalarNode)node[key]).Value ?? "";
}
