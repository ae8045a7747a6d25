using System.Text.Json;
using CoachBot.Core.Evaluation;
using CoachBot.TestSupport;
using Xunit;

namespace CoachBot.Tests.Evaluation;

public sealed class EvaluationFloorTests
{
    private static readonly EvaluationFloor Floor = new()
    {
        RecallAt1 = 0.9,
        RecallAt3 = 0.95,
        Answered = 0.8,
        FalseAnswers = new Dictionary<string, double> { ["far"] = 0.02 },
        ChooseOutOfScope = 0.1,
        SignalsSeen = 0.85,
        FalseAlarms = 0.05,
    };

    [Fact]
    public void Breaches_EveryFigureJustReachesTheFloor_AreNone() =>
        Assert.Empty(Floor.Breaches(Report(recall1: 0.9, recall3: 0.95, answered: 0.8, falseAnswers: 0.02, choose: 0.1, seen: 0.85, alarms: 0.05)));

    [Fact]
    public void Breaches_EveryFigureIsUnder_NamesEachWithItsBound()
    {
        var breaches = Floor.Breaches(Report(recall1: 0.5, recall3: 0.6, answered: 0.7, falseAnswers: 0.03, choose: 0.2, seen: 0.8, alarms: 0.06));

        Assert.Equal(
            ["Recall@1 zh: 50.0", "Recall@3 zh: 60.0", "answered in scope: 70.0", "false answers far: 3.0", "choices out of scope: 20.0", "signals seen: 80.0", "false alarms: 6.0"],
            breaches.Select(breach => breach[..(breach.IndexOf('.', StringComparison.Ordinal) + 2)]));
        Assert.Contains("under 90.0", breaches[0], StringComparison.Ordinal);
        Assert.Contains("over 2.0", breaches[3], StringComparison.Ordinal);
    }

    [Fact]
    public void Breaches_StyleGroupsAndUnlistedDifficulties_DoNotCount()
    {
        var report = Report(recall1: 0.9, recall3: 0.95, answered: 0.8, falseAnswers: 0.02, choose: 0.1, seen: 0.85, alarms: 0.05);
        report = report with
        {
            InScope = [.. report.InScope, report.InScope[0] with { Group = "typo", RecallAt1 = 0 }],
            OutOfScope = [.. report.OutOfScope, report.OutOfScope[0] with { Group = "tricky", Answered = 1 }],
        };

        Assert.Empty(Floor.Breaches(report));
    }

    [Fact]
    public void Breaches_NoSignalsAsked_DoNotCount() => Assert.Empty(Floor.Breaches(new EvaluationReport { InScope = [], OutOfScope = [], Misses = [] }));

    [Fact]
    public void TheFloorOfCi_IsReadable()
    {
        var floor = JsonSerializer.Deserialize(File.ReadAllText(RepositoryRoot.In(".ci", "eval-floor.json")), EvaluationJson.Default.EvaluationFloor);

        Assert.NotNull(floor);
        Assert.InRange(floor.RecallAt1, 0.5, 1);
        Assert.Equal(["far", "near", "tricky"], floor.FalseAnswers.Keys.Order(StringComparer.Ordinal));
    }

    private static EvaluationReport Report(
        double recall1, double recall3, double answered, double falseAnswers, double choose, double seen, double alarms) => new()
        {
            InScope =
            [
                new FindingFigures("zh", 1, recall1, recall3, 1, answered, 1, 0, 0, 0),
                new FindingFigures("all", 1, recall1, recall3, 1, answered, 1, 0, 0, 0),
            ],
            OutOfScope = [new RefusalFigures("far", 1, falseAnswers, choose, 0, 1), new RefusalFigures("all", 1, falseAnswers, choose, 0, 1)],
            Signals = new SignalFigures(1, 1, seen, alarms),
            Misses = [],
        };
}
