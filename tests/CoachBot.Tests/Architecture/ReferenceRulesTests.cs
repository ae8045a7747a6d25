using System.Reflection;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using CoachBot.TestSupport;
using Xunit;

namespace CoachBot.Tests.Architecture;

/// <summary>Who may reference whom; a fifth project needs a fifth reason.</summary>
public sealed partial class ReferenceRulesTests
{
    private static readonly string[] CodeRooms = ["src", "tests", "bench"];

    public static TheoryData<string, string[]> Allowed => new()
    {
        { "CoachBot.Core", [] },
        { "CoachBot.Channels", ["CoachBot.Core"] },
        { "CoachBot.Infrastructure", ["CoachBot.Core"] },
        { "CoachBot.Host", ["CoachBot.Channels", "CoachBot.Core", "CoachBot.Infrastructure"] },
    };

    [Fact]
    public void Projects_UnderSrc_AreTheFour() => Assert.Equal(
        Allowed.Select(row => row.Data.Item1).Order(StringComparer.Ordinal),
        Directory.GetDirectories(RepositoryRoot.In("src")).Select(path => Path.GetFileName(path)).Order(StringComparer.Ordinal));

    [Theory]
    [MemberData(nameof(Allowed))]
    public void Project_References_OnlyWhatItMay(string project, string[] allowed) => Assert.Equal(
        allowed,
        Project(project).Descendants("ProjectReference")
            .Select(reference => Path.GetFileNameWithoutExtension(reference.Attribute("Include")!.Value.Replace('\\', '/')))
            .Order(StringComparer.Ordinal));

    [Theory]
    [MemberData(nameof(Allowed))]
    public void Assembly_References_OnlyWhatItMay(string project, string[] allowed) =>
        Assert.Subset(allowed.ToHashSet(), References(project).Where(name => name.StartsWith("CoachBot", StringComparison.Ordinal)).ToHashSet());

    [Fact]
    public void Core_KnowsNoProductsPackage()
    {
        Assert.Empty(Project("CoachBot.Core").Descendants("PackageReference"));
        Assert.Empty(Project("CoachBot.Core").Descendants("FrameworkReference"));
        Assert.All(References("CoachBot.Core"), name => Assert.True(name.StartsWith("System", StringComparison.Ordinal), name));
    }

    [Fact]
    public void ChannelsAndCore_SpeakToNoLuceneYamlOrDatabase() => Assert.All(
        References("CoachBot.Core").Concat(References("CoachBot.Channels")),
        name => Assert.DoesNotMatch("^(Lucene|YamlDotNet|Microsoft.Data|Npgsql|Quartz)", name));

    [Fact]
    public void Namespace_EverySourceFile_IsProjectPlusFolder()
    {
        var files = CodeRooms
            .Where(room => Directory.Exists(RepositoryRoot.In(room)))
            .SelectMany(room => Directory.GetFiles(RepositoryRoot.In(room), "*.cs", SearchOption.AllDirectories)
                .Select(path => Path.GetRelativePath(RepositoryRoot.In(room), path).Replace('\\', '/')))
            .Where(path => !path.Split('/').Any(part => part is "bin" or "obj" or "node_modules"))
            .ToList();
        var wrong = files.Where(path => Namespace(path) is { } name && name != Path.GetDirectoryName(path)!.Replace('\\', '/').Replace('/', '.'));

        Assert.True(files.Count > 80);
        Assert.Empty(wrong);
    }

    // The file that starts a program has no namespace; every other one has.
    private static string? Namespace(string path)
    {
        var room = path.Split('/')[0] is "CoachBot.Tests" or "CoachBot.Scenarios" or "CoachBot.TestSupport" ? "tests"
            : path.StartsWith("CoachBot.Benchmarks", StringComparison.Ordinal) ? "bench" : "src";
        var match = NamespaceLine().Match(File.ReadAllText(RepositoryRoot.In(room, path)));
        return match.Success ? match.Groups[1].Value : Path.GetFileName(path) == "Program.cs" ? null : "none";
    }

    [GeneratedRegex(@"^namespace ([\w.]+);", RegexOptions.Multiline)]
    private static partial Regex NamespaceLine();

    private static XDocument Project(string project) => XDocument.Load(RepositoryRoot.In("src", project, project + ".csproj"));

    private static IEnumerable<string> References(string project) =>
        Assembly.Load(project == "CoachBot.Host" ? "coachbot" : project).GetReferencedAssemblies().Select(reference => reference.Name!);
}
