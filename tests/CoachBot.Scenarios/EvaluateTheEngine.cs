using System.Text.Json;
using CoachBot.TestSupport;
using Xunit;

namespace CoachBot.Scenarios;

public sealed class EvaluateTheEngine : IDisposable
{
    private const string Questions =
        """
        {"id": "1", "q": "customer says atm gave fake notes", "lang": "en", "style": "terse", "expect": ["atm-fake-notes"]}
        {"id": "2", "q": "取款机吞卡客户很急", "lang": "zh", "expect": ["card-swallowed"]}
        {"id": "3", "q": "zzz qqq", "lang": "en", "difficulty": "far"}
        {"id": "4", "q": "a reporter is here", "lang": "en", "alerts": ["media"]}
        """;

    private readonly TemporaryFolder _folder = new();

    public EvaluateTheEngine()
    {
        KnowledgeFiles.Write(Path.Combine(_folder.Path, "knowledge"));
        _folder.Write("questions.jsonl", Questions);
    }

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Eval_AFile_GivesItsFiguresAsJson()
    {
        var run = await CoachBotProcess.RunAsync(["eval", "questions.jsonl", "--json"], _folder.Path);

        Assert.Equal(0, run.ExitCode);
        using var report = JsonDocument.Parse(run.Output);
        var all = report.RootElement.GetProperty("inScope").EnumerateArray().Single(group => group.GetProperty("group").GetString() == "all");
        Assert.Equal(2, all.GetProperty("questions").GetInt32());
        Assert.Equal(1, all.GetProperty("recallAt1").GetDouble());
        Assert.Equal(1, report.RootElement.GetProperty("signals").GetProperty("seen").GetDouble());
    }

    [Fact]
    public async Task Eval_FilesOfTheKnowledgeFolder_AreTakenWhenNoneIsNamed()
    {
        _folder.Write("knowledge/evaluation/mine.jsonl", Questions);

        var run = await CoachBotProcess.RunAsync(["eval"], _folder.Path);

        Assert.Equal(0, run.ExitCode);
        Assert.Contains("R@1", run.Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(0.5, 0)]
    [InlineData(1.1, 1)]
    public async Task Eval_AgainstAFloor_TellsWhetherItHolds(double recall, int exitCode)
    {
        var least = recall.ToString(System.Globalization.CultureInfo.InvariantCulture);
        _folder.Write("floor.json", $$"""{"recallAt1": {{least}}, "recallAt3": 0, "answered": 0, "falseAnswers": {}, "chooseOutOfScope": 1, "signalsSeen": 0, "falseAlarms": 1}""");

        var run = await CoachBotProcess.RunAsync(["eval", "questions.jsonl", "--floor", "floor.json"], _folder.Path);

        Assert.Equal(exitCode, run.ExitCode);
        Assert.Equal(exitCode == 1, run.Errors.Contains("Recall@1 en", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Eval_BadLine_NamesItAndIsWrongUsage()
    {
        _folder.Write("bad.jsonl", "\n{\"id\": 1}\n");

        var run = await CoachBotProcess.RunAsync(["eval", "bad.jsonl"], _folder.Path);

        Assert.Equal(2, run.ExitCode);
        Assert.Contains("bad.jsonl(2)", run.Errors, StringComparison.Ordinal);
        Assert.Empty(run.Output);
    }
}
