using CoachBot.Core.Coaching;
using CoachBot.Core.Drafting;
using CoachBot.Core.Evaluation;
using CoachBot.Core.Search;
using CoachBot.TestSupport;
using CoachBot.Tests.Coaching;
using Xunit;

using Engine = CoachBot.Core.Evaluation.Evaluation;

namespace CoachBot.Tests.Evaluation;

public sealed class EvaluationTests
{
    [Fact]
    public void Run_FourQuestionsInScope_CountsRanksByHand()
    {
        var report = Run(
            Question("1", "zh", "terse", "atm-fake-notes") with { Text = "first" },
            Question("2", "mixed", "typo", "card-swallowed") with { Text = "second" },
            Question("3", "en", "terse", "queue-jumper") with { Text = "choice" },
            Question("4", "en", "typo", "queue-jumper") with { Text = "nothing" });

        Assert.Equal(["en", "zh", "terse", "typo", "all"], report.InScope.Select(group => group.Group));
        var all = report.InScope[^1];
        Assert.Equal(4, all.Questions);
        Assert.Equal(0.25, all.RecallAt1);
        Assert.Equal(0.75, all.RecallAt3);
        Assert.Equal((1 + (1 / 2d) + (1 / 3d) + 0) / 4, all.MeanReciprocalRank, precision: 9);
        Assert.Equal((0.5, 0.25, 0, 0.25), (all.Answered, all.Choose, all.Redirected, all.None));
        Assert.Equal(0.5, all.AnsweredRight);
        Assert.Equal((2, 0.5, 1), (report.InScope[1].Questions, report.InScope[1].RecallAt1, report.InScope[1].RecallAt3));
        Assert.Equal((2, 0, 0.5), (report.InScope[0].Questions, report.InScope[0].RecallAt1, report.InScope[0].RecallAt3));
        Assert.Empty(report.OutOfScope);
        Assert.Null(report.Signals);
        Assert.Equal(["2", "3", "4"], report.Misses.Select(miss => miss.Id));
        Assert.All(report.Misses, miss => Assert.Equal("missed", miss.Problem));
    }

    [Fact]
    public void Run_QuestionsOutOfScope_CountsByDifficulty()
    {
        var report = Run(
            Question("1", "en", null) with { Text = "first", Difficulty = "near" },
            Question("2", "en", null) with { Text = "nothing", Difficulty = "near" },
            Question("3", "en", null) with { Text = "elsewhere", Difficulty = "far" },
            Question("4", "en", null) with { Text = "choice", Difficulty = "far" });

        Assert.Equal(
            [new RefusalFigures("far", 2, 0, 0.5, 0.5, 0), new RefusalFigures("near", 2, 0.5, 0, 0, 0.5), new RefusalFigures("all", 4, 0.25, 0.25, 0.25, 0.25)],
            report.OutOfScope);
        Assert.Equal([("1", "false answer")], report.Misses.Select(miss => (miss.Id, miss.Problem)));
        Assert.Empty(report.InScope);
    }

    [Fact]
    public void Run_Signals_CountsSeenAndFalseAlarms()
    {
        var report = Run(
            Question("1", "en", null) with { Text = "a reporter is filming me", Alerts = ["media", "filming"] },
            Question("2", "en", null) with { Text = "a reporter", Alerts = ["media", "filming"] },
            Question("3", "en", null) with { Text = "nothing", Alerts = [] },
            Question("4", "en", null) with { Text = "he asks the reporter", Alerts = [] });

        Assert.Equal(new SignalFigures(2, 2, 0.75, 0.5), report.Signals);
        Assert.Equal(["2", "4"], report.Misses.Select(miss => miss.Id));
        Assert.Empty(report.InScope);
    }

    [Fact]
    public void Run_ReportsProgressUpToTheWhole()
    {
        var told = new List<double>();

        Engine.Run(Coach(), [Question("1", "en", null, "x"), Question("2", "en", null, "x")], new Collecting(told), CancellationToken.None);

        Assert.Equal([0.5, 1], told);
    }

    [Fact]
    public void Run_Cancelled_Stops()
    {
        using var cancel = new CancellationTokenSource();
        cancel.Cancel();

        Assert.Throws<OperationCanceledException>(() => Engine.Run(Coach(), [Question("1", "en", null, "x")], null, cancel.Token));
    }

    private static EvaluationReport Run(params EvaluationQuestion[] questions) => Engine.Run(Coach(), questions, null, CancellationToken.None);

    private static EvaluationQuestion Question(string id, string lang, string? style, params string[] expect) =>
        new() { Id = id, Text = id, Lang = lang, Style = style, Expect = expect };

    private static Coach Coach() => new(new Scripted(), new TemplateDrafter(), new DecisionBounds());

    /// <summary>Finds by the question's own word how it is to be found.</summary>
    private sealed class Scripted : ICaseIndex
    {
        public Core.Knowledge.KnowledgePack Pack { get; } = Some.Pack();

        public Findings Find(CaseQuery query) => query.Text switch
        {
            "first" => new FakeCaseIndex(Pack).Finding(("atm-fake-notes", 0.9), ("queue-jumper", 0.1)).Finds,
            "second" => new FakeCaseIndex(Pack).Finding(("queue-jumper", 0.9), ("card-swallowed", 0.1)).Finds,
            "choice" => new FakeCaseIndex(Pack).Finding(("atm-fake-notes", 0.4), ("card-swallowed", 0.3), ("queue-jumper", 0.2)).Finds,
            "elsewhere" => new Findings([], new CaseHit("it-trouble", 0.9)),
            _ => Findings.None,
        };

        public IReadOnlyDictionary<string, double>? SenseSignals(string text) => null;
    }

    private sealed class Collecting(List<double> told) : IProgress<double>
    {
        public void Report(double value) => told.Add(value);
    }
}
