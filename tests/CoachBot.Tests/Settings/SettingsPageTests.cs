using System.Text.RegularExpressions;
using CoachBot.TestSupport;
using Xunit;

namespace CoachBot.Tests.Settings;

/// <summary><c>docs/settings.md</c> and <c>.env.example</c> know the settings that the options classes have, no more and no fewer.</summary>
public sealed partial class SettingsPageTests
{
    // Read by the framework, not by a class of ours.
    private static readonly string[] OfTheFramework = ["ASPNETCORE_", "Logging__", "AllowedHosts"];

    [Fact]
    public void Page_EverySetting_HasARowWithItsDefault()
    {
        var page = File.ReadAllText(RepositoryRoot.In("docs", "settings.md"));
        var missing = Setting.All().Where(setting => !page.Contains(setting.RowStart, StringComparison.Ordinal)).Select(setting => setting.Row).ToList();

        Assert.True(missing.Count == 0, "docs/settings.md lacks these rows, or has others for these settings:\n" + string.Join('\n', missing));
    }

    [Fact]
    public void Page_EveryRow_IsASetting()
    {
        var known = Setting.All().Select(setting => setting.Name).ToHashSet(StringComparer.Ordinal);
        var unknown = Names(File.ReadAllText(RepositoryRoot.In("docs", "settings.md"))).Where(name => !known.Contains(name) && !IsOfTheFramework(name));

        Assert.Empty(unknown);
    }

    [Fact]
    public void Example_EveryLine_IsASetting()
    {
        var known = Setting.All().Select(setting => setting.Name).ToHashSet(StringComparer.Ordinal);
        var lines = ExampleLine().Matches(File.ReadAllText(RepositoryRoot.In(".env.example"))).Select(match => match.Groups[1].Value).ToList();

        Assert.NotEmpty(lines);
        Assert.All(lines, name => Assert.True(known.Contains(Indexed().Replace(name, "__0")) || IsOfTheFramework(name), name));
    }

    private static bool IsOfTheFramework(string name) => OfTheFramework.Any(prefix => name.StartsWith(prefix, StringComparison.Ordinal));

    private static IEnumerable<string> Names(string page) => RowName().Matches(page).Select(match => match.Groups[1].Value);

    [GeneratedRegex(@"^\| `([A-Za-z0-9_]+)` \|", RegexOptions.Multiline)]
    private static partial Regex RowName();

    [GeneratedRegex(@"^#? ?([A-Za-z]+_[A-Za-z0-9_]+)=", RegexOptions.Multiline)]
    private static partial Regex ExampleLine();

    [GeneratedRegex(@"__\d+")]
    private static partial Regex Indexed();
}
