using CoachBot.TestSupport;
using Xunit;

namespace CoachBot.Scenarios;

public sealed class WrongUsage : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("ask")]
    [InlineData("ask", "  ")]
    [InlineData("ask", "question", "--stdin")]
    [InlineData("ask", "question", "--jsno")]
    [InlineData("dance")]
    [InlineData("knowledge", "dance")]
    [InlineData("knowledge")]
    [InlineData("eval", "no-such-file.jsonl")]
    public async Task Run_WrongArguments_IsExitCodeTwoWithAReason(params string[] arguments)
    {
        KnowledgeFiles.Write(Path.Combine(_folder.Path, "knowledge"));

        var run = await CoachBotProcess.RunAsync(arguments, _folder.Path);

        Assert.Equal(2, run.ExitCode);
        Assert.NotEmpty(run.Errors);
    }

    [Theory]
    [InlineData("--help")]
    [InlineData("ask", "--help")]
    [InlineData("knowledge", "--help")]
    public async Task Run_Help_IsNoMistake(params string[] arguments)
    {
        var run = await CoachBotProcess.RunAsync(arguments, _folder.Path);

        Assert.Equal(0, run.ExitCode);
        Assert.NotEmpty(run.Output);
    }

    [Fact]
    public async Task Ask_NoUsableCase_IsAProblemThatSaysWhatToRun()
    {
        Directory.CreateDirectory(Path.Combine(_folder.Path, "knowledge"));

        var run = await CoachBotProcess.RunAsync(["ask", "anything"], _folder.Path);

        Assert.Equal(1, run.ExitCode);
        Assert.Contains("knowledge check", run.Errors, StringComparison.Ordinal);
        Assert.Empty(run.Output);
    }
}
