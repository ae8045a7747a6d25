using System.Text.RegularExpressions;
using System.Xml.Linq;
using CoachBot.TestSupport;
using Xunit;

namespace CoachBot.Tests.Resources;

/// <summary>No sentence reaches people in one language only: every text of every <c>.resx</c> has its Chinese twin.</summary>
public sealed partial class BothLanguagesTests
{
    public static TheoryData<string> Files => new(Directory.GetFiles(RepositoryRoot.In("src"), "*.resx", SearchOption.AllDirectories)
        .Select(path => Path.GetRelativePath(RepositoryRoot.Path, path).Replace('\\', '/'))
        .Where(path => !path.EndsWith(".zh.resx", StringComparison.Ordinal) && !path.Contains("/obj/", StringComparison.Ordinal)));

    [Theory]
    [MemberData(nameof(Files))]
    public void Resx_EveryKey_HasItsTwinWithTheSamePlaceholders(string file)
    {
        var english = Texts(file);
        var chinese = Texts(file.Replace(".resx", ".zh.resx", StringComparison.Ordinal));

        Assert.NotEmpty(english);
        Assert.Equal(english.Keys.Order(StringComparer.Ordinal), chinese.Keys.Order(StringComparer.Ordinal));
        Assert.All(english, text => Assert.Equal(Placeholders(text.Value), Placeholders(chinese[text.Key])));
        Assert.All(english.Concat(chinese), text => Assert.True(text.Key == "HouseMark" || text.Value.Trim().Length > 0, text.Key));
    }

    [Theory]
    [MemberData(nameof(Files))]
    public void Resx_ChineseText_IsInTheBuiltProgram(string file)
    {
        var project = file.Split('/')[1];
        var assembly = System.Reflection.Assembly.Load(project == "CoachBot.Host" ? "coachbot" : project);
        var name = file["src/".Length..^".resx".Length].Replace('/', '.');
        var texts = new System.Resources.ResourceManager(name, assembly).GetResourceSet(new System.Globalization.CultureInfo("zh"), createIfNotExists: true, tryParents: false);

        Assert.NotNull(texts);
        Assert.All(Texts(file), text => Assert.NotNull(texts.GetString(text.Key)));
    }

    [Fact]
    public void Resx_EveryChineseFile_HasAnEnglishOne() => Assert.All(
        Directory.GetFiles(RepositoryRoot.In("src"), "*.zh.resx", SearchOption.AllDirectories),
        path => Assert.True(File.Exists(path.Replace(".zh.resx", ".resx", StringComparison.Ordinal)), path));

    [Fact]
    public void Code_EveryTextAskedFor_Exists()
    {
        var texts = Files.Select(row => row.Data).ToDictionary(file => Path.GetFileNameWithoutExtension(file), file => Texts(file).Keys.ToHashSet());
        var asked = Directory.GetFiles(RepositoryRoot.In("src"), "*.cs", SearchOption.AllDirectories)
            .Where(path => !path.Replace('\\', '/').Contains("/obj/", StringComparison.Ordinal))
            .SelectMany(path => AskedFor().Matches(File.ReadAllText(path)).Select(match => (File: match.Groups[1].Value, Key: match.Groups[2].Value)))
            .ToList();

        Assert.NotEmpty(asked);
        Assert.All(asked, text => Assert.True(!texts.TryGetValue(text.File, out var keys) || keys.Contains(text.Key), text.Key));
    }

    [GeneratedRegex("""\b(\w+Texts)\.(?:Get|Format)\("([^"]+)"[,)]""")]
    private static partial Regex AskedFor();

    [GeneratedRegex(@"\{(\d+)[^}]*\}")]
    private static partial Regex Placeholder();

    private static Dictionary<string, string> Texts(string file) => XDocument.Load(RepositoryRoot.In(file)).Descendants("data")
        .ToDictionary(data => data.Attribute("name")!.Value, data => data.Element("value")!.Value);

    private static IEnumerable<string> Placeholders(string text) =>
        Placeholder().Matches(text).Select(match => match.Groups[1].Value).Distinct().Order(StringComparer.Ordinal);
}
