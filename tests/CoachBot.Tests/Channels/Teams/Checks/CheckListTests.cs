using System.Globalization;
using System.Reflection;
using CoachBot.TestSupport;
using CoachBot.TestSupport.Teams;
using Xunit;

namespace CoachBot.Tests.Channels.Teams.Checks;

/// <summary>No check of the protocol's list is forgotten: each has a test of its number, or a reason in <c>checks.txt</c>.</summary>
public sealed class CheckListTests
{
    private const string LeftOut = "left out: ";

    private static IReadOnlyDictionary<int, string> Listed { get; } = File
        .ReadLines(RepositoryRoot.In("tests", "CoachBot.Tests", "Channels", "Teams", "checks.txt"))
        .Where(line => line.Length > 0 && line[0] != '#')
        .Select(line => line.Split('\t'))
        .ToDictionary(parts => int.Parse(parts[0], CultureInfo.InvariantCulture), parts => parts[^1]);

    private static HashSet<int> Tested { get; } = typeof(CheckListTests).Assembly.GetTypes()
        .SelectMany(type => type.GetMethods(BindingFlags.Public | BindingFlags.Instance | BindingFlags.Static))
        .SelectMany(method => method.GetCustomAttribute<TeamsCheckAttribute>()?.Numbers ?? [])
        .ToHashSet();

    [Fact]
    public void List_HasEveryNumberOnce() => Assert.Equal(Enumerable.Range(1, Listed.Count), Listed.Keys.Order());

    [Fact]
    public void Check_EachOfTheList_HasATestOrAReason() => Assert.Empty(Listed
        .Where(check => !Tested.Contains(check.Key) && !check.Value.StartsWith(LeftOut, StringComparison.Ordinal))
        .Select(check => $"{check.Key} {check.Value}"));

    [Fact]
    public void Check_LeftOut_HasNoTestAndSaysWhy() => Assert.All(
        Listed.Where(check => check.Value.StartsWith(LeftOut, StringComparison.Ordinal)),
        check => Assert.True(!Tested.Contains(check.Key) && check.Value.Length > LeftOut.Length + 20, $"{check.Key} {check.Value}"));

    [Fact]
    public void Test_EachNumberItNames_IsOnTheList() => Assert.Empty(Tested.Except(Listed.Keys));
}
