using CoachBot.TestSupport;
using Xunit;

namespace CoachBot.Scenarios;

public sealed class CheckTheKnowledge : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public CheckTheKnowledge() => KnowledgeFiles.Write(Path.Combine(_folder.Path, "knowledge"));

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Check_GoodFolder_IsWell()
    {
        var run = await CoachBotProcess.RunAsync(["knowledge", "check"], _folder.Path);

        Assert.Equal(0, run.ExitCode);
        var alternates = Some.Pack().Alternates.SelectMany(entry => entry.Hands).Sum(hand => hand.Zh.Count + hand.En.Count);
        Assert.Equal([$"5 cases, 2 redirects, {alternates} alternates: no errors, 0 warnings."], run.Lines);
    }

    [Fact]
    public async Task Check_TheRepositorysKnowledge_IsWell() =>
        Assert.Equal(0, (await CoachBotProcess.RunAsync(["knowledge", "check"], RepositoryRoot.Path)).ExitCode);

    [Theory]
    [InlineData("C.UTF-8", "cases/queue-jumper.yaml(2,7): error: \"story\" is not a value of \"kind\".")]
    [InlineData("zh_CN.UTF-8", "cases/queue-jumper.yaml(2,7): error: 「story」不能用于「kind」。")]
    public async Task Check_BrokenFile_NamesFileAndLineInTheTerminalsLanguage(string locale, string line)
    {
        Break("kind: case", "kind: story");

        var run = await CoachBotProcess.RunAsync(["knowledge", "check"], _folder.Path, environment: new Dictionary<string, string> { ["LC_ALL"] = locale });

        Assert.Equal(1, run.ExitCode);
        Assert.Contains(run.Lines, printed => printed.StartsWith(line, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Check_UnclosedBracket_NamesTheLine()
    {
        Break("tags: [\"queue\"]", "tags: [\"queue\"");

        var run = await CoachBotProcess.RunAsync(["knowledge", "check"], _folder.Path);

        Assert.Equal(1, run.ExitCode);
        Assert.Contains(run.Lines, printed => printed.StartsWith("cases/queue-jumper.yaml(6,", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Check_FolderMissing_IsAProblem() =>
        Assert.Equal(1, (await CoachBotProcess.RunAsync(["knowledge", "check", "--knowledge", Path.Combine(_folder.Path, "nowhere")], _folder.Path)).ExitCode);

    [Fact]
    public async Task Ask_OneFileBroken_AnswersFromTheOthersAndSaysSo()
    {
        Break("kind: case", "kind: story");

        var run = await CoachBotProcess.RunAsync(["ask", "customer says atm gave fake notes", "--json"], _folder.Path);

        Assert.Equal(0, run.ExitCode);
        Assert.Contains("\"atm-fake-notes\"", Assert.Single(run.Lines), StringComparison.Ordinal);
        Assert.Contains("1 knowledge files have errors", run.Errors, StringComparison.Ordinal);
    }

    private void Break(string good, string bad)
    {
        var path = Path.Combine(_folder.Path, "knowledge", "cases", "queue-jumper.yaml");
        var text = File.ReadAllText(path);
        Assert.Contains(good, text, StringComparison.Ordinal);
        File.WriteAllText(path, text.Replace(good, bad, StringComparison.Ordinal));
    }
}
