using CoachBot.TestSupport;
using Xunit;

namespace CoachBot.Scenarios;

public sealed class StartsAnywhere : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Ask_KnowledgeWhereTheCallerStands_IsUsed()
    {
        KnowledgeFiles.Write(Path.Combine(_folder.Path, "knowledge"));

        await AssertAnswersFromTheSmallPackAsync("ask", "customer says atm gave fake notes", "--json");

        Assert.True(Directory.Exists(Path.Combine(_folder.Path, "data", "index")));
    }

    [Fact]
    public async Task Ask_RelativeOptions_ResolveFromWhereTheCallerStands()
    {
        KnowledgeFiles.Write(Path.Combine(_folder.Path, "my", "pack"));

        await AssertAnswersFromTheSmallPackAsync("ask", "customer says atm gave fake notes", "--json", "--knowledge", "my/pack", "--data", "my/data");

        Assert.True(Directory.Exists(Path.Combine(_folder.Path, "my", "data", "index")));
    }

    [Fact]
    public async Task Ask_SettingsInDotEnv_AreRead()
    {
        KnowledgeFiles.Write(Path.Combine(_folder.Path, "pack"));
        _folder.Write(".env", "Knowledge__Folder=pack\nKnowledge__DataFolder=made\n");

        await AssertAnswersFromTheSmallPackAsync("ask", "customer says atm gave fake notes", "--json");

        Assert.True(Directory.Exists(Path.Combine(_folder.Path, "made", "index")));
    }

    [Fact]
    public async Task Ask_SettingInTheEnvironment_WinsOverDotEnv()
    {
        KnowledgeFiles.Write(Path.Combine(_folder.Path, "pack"));
        _folder.Write(".env", "Knowledge__Folder=nowhere\n");

        var run = await CoachBotProcess.RunAsync(
            ["ask", "customer says atm gave fake notes", "--json"], _folder.Path, environment: new Dictionary<string, string> { ["Knowledge__Folder"] = "pack" });

        Assert.Contains("\"atm-fake-notes\"", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Check_NoKnowledgeWhereTheCallerStands_TakesThePackBesideTheProgram()
    {
        var run = await CoachBotProcess.RunAsync(["knowledge", "check"], _folder.Path);

        Assert.Equal(0, run.ExitCode);
        var published = Directory.GetFiles(Path.Combine(CoachBotProcess.Home, "knowledge", "cases"), "*.yaml", SearchOption.AllDirectories).Length;
        Assert.Contains(run.Lines, line => line.StartsWith($"{published} cases, ", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Ask_FolderNamedThatIsNotThere_IsNotReplacedByThePack()
    {
        var run = await CoachBotProcess.RunAsync(["ask", "customer says atm gave fake notes", "--knowledge", Path.Combine(_folder.Path, "nowhere")], _folder.Path);

        Assert.Equal(1, run.ExitCode);
    }

    [Fact]
    public async Task Ask_DataFolderCannotBeWritten_AnswersAllTheSame()
    {
        KnowledgeFiles.Write(Path.Combine(_folder.Path, "knowledge"));
        _folder.Write("in-the-way", "");

        await AssertAnswersFromTheSmallPackAsync("ask", "customer says atm gave fake notes", "--json", "--data", "in-the-way");
    }

    private async Task AssertAnswersFromTheSmallPackAsync(params string[] arguments)
    {
        var run = await CoachBotProcess.RunAsync(arguments, _folder.Path);

        Assert.True(run.ExitCode == 0, run.Errors);
        Assert.Contains("\"atm-fake-notes\"", Assert.Single(run.Lines), StringComparison.Ordinal);
    }
}
