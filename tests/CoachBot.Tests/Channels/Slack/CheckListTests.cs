using System.Text.RegularExpressions;
using CoachBot.TestSupport;
using Xunit;

namespace CoachBot.Tests.Channels.Slack;

/// <summary>Every check of the reference is tested, or left out with its reason.</summary>
public sealed partial class CheckListTests
{
    private const int Checks = 92;

    [Fact]
    public void List_EveryNumber_StandsInItOnce() => Assert.Equal(Enumerable.Range(1, Checks), Lines().Select(line => line.Number));

    [Fact]
    public void List_TestedNumbers_HaveTheirTest_AndLeftOutOnesAReason()
    {
        var tested = typeof(CheckListTests).Assembly.GetTypes()
            .Where(type => type.Namespace?.StartsWith(typeof(CheckListTests).Namespace!, StringComparison.Ordinal) == true)
            .SelectMany(type => type.GetMethods())
            .Where(method => method.GetCustomAttributes(typeof(FactAttribute), inherit: true).Length > 0)
            .SelectMany(method => Number().Matches(method.Name).Select(match => int.Parse(match.Groups[1].ValueSpan, System.Globalization.CultureInfo.InvariantCulture)))
            .ToHashSet();

        Assert.All(Lines(), line => Assert.True(
            line.Fate == "tested" ? tested.Contains(line.Number) : line.Fate.StartsWith("left out: ", StringComparison.Ordinal) && line.Fate.Length > 30 && !tested.Contains(line.Number),
            $"{line.Number} {line.Fate}"));
        Assert.All(tested, number => Assert.InRange(number, 1, Checks));
    }

    [GeneratedRegex(@"(?<![A-Za-z])C(\d{3})_")]
    private static partial Regex Number();

    private static List<(int Number, string Fate)> Lines() => File.ReadLines(RepositoryRoot.In("tests/CoachBot.Tests/Channels/Slack/checks.txt"))
        .Where(line => !line.StartsWith('#') && line.Length > 0)
        .Select(line => line.Split(' ', 2))
        .Select(parts => (int.Parse(parts[0], System.Globalization.CultureInfo.InvariantCulture), parts[1]))
        .ToList();
}
