using System.Text.Json;
using CoachBot.TestSupport;
using Xunit;

namespace CoachBot.Scenarios;

/// <summary>The commands on the memory, as an operator types them.</summary>
public sealed class RemembersForTheBank : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public RemembersForTheBank() => KnowledgeFiles.Write(Path.Combine(_folder.Path, "knowledge"));

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("stats")]
    [InlineData("backup", "b.db")]
    public async Task Command_NoStoreYet_SaysWhereItLooked(params string[] command)
    {
        var run = await CoachBotProcess.RunAsync(command, _folder.Path);

        Assert.Equal(1, run.ExitCode);
        Assert.Empty(run.Output);
        Assert.Contains("coachbot.db", run.Errors.ReplaceLineEndings(""), StringComparison.Ordinal);
    }

    [Fact]
    public async Task BackupAndRestore_EmptyStore_GoThereAndBack()
    {
        await ServeOnceAsync();
        var backup = await CoachBotProcess.RunAsync(["backup", "copies/b.db"], _folder.Path);
        Assert.True(backup.ExitCode == 0, backup.Errors);

        var restore = await CoachBotProcess.RunAsync(["restore", "copies/b.db", "--data", "elsewhere"], _folder.Path);
        Assert.True(restore.ExitCode == 0, restore.Errors);
        Assert.True(File.Exists(Path.Combine(_folder.Path, "elsewhere", "coachbot.db")));

        var again = await CoachBotProcess.RunAsync(["restore", "copies/b.db", "--data", "elsewhere"], _folder.Path);
        Assert.Equal(1, again.ExitCode);
        Assert.Contains("--replace", again.Errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Restore_NoFile_IsWrongUsage() =>
        Assert.Equal(2, (await CoachBotProcess.RunAsync(["restore", "nowhere.db"], _folder.Path)).ExitCode);

    [Fact]
    public async Task Stats_NothingAsked_IsOneJsonObject()
    {
        await ServeOnceAsync();

        var run = await CoachBotProcess.RunAsync(["stats", "--json", "--days", "30"], _folder.Path);

        using var figures = JsonDocument.Parse(Assert.Single(run.Lines));
        Assert.Equal(0, figures.RootElement.GetProperty("questions").GetInt64());
        Assert.Equal(JsonValueKind.Null, figures.RootElement.GetProperty("answeredShare").ValueKind);
        Assert.Equal(0, figures.RootElement.GetProperty("inDoubt").GetArrayLength());
    }

    [Theory]
    [InlineData("Storage__Provider", "oracle", "sqlite")]
    [InlineData("Storage__Provider", "postgres", "Storage__ConnectionString")]
    [InlineData("Storage__SecretKey", "short", "Storage__SecretKey")]
    [InlineData("Storage__Keep__QuestionsDays", "0", "QuestionsDays")]
    [InlineData("Telemetry__OtlpEndpoint", "collector", "Telemetry__OtlpEndpoint")]
    [InlineData("Storage__File", "knowledge", "Storage__File")]
    public async Task Serve_SettingIsWrong_DoesNotStartAndNamesIt(string name, string value, string told)
    {
        var run = await CoachBotProcess.RunAsync(
            ["serve", "--urls", "http://127.0.0.1:0"], _folder.Path, environment: new Dictionary<string, string> { [name] = value });

        Assert.Equal(1, run.ExitCode);
        Assert.Contains(told, run.Errors.ReplaceLineEndings(""), StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", run.Errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Ask_AStoreThatCannotBeOpened_AnswersAllTheSame()
    {
        var run = await CoachBotProcess.RunAsync(
            ["ask", "customer says atm gave fake notes", "--json"], _folder.Path, environment: new Dictionary<string, string> { ["Storage__File"] = "/proc/nowhere/store.db" });

        Assert.Equal(0, run.ExitCode);
        Assert.False(File.Exists(Path.Combine(_folder.Path, "data", "coachbot.db")));
    }

    private async Task ServeOnceAsync()
    {
        await using var host = CoachBotProcess.Start(["serve", "--urls", "http://127.0.0.1:0"], _folder.Path);
        await host.WaitForErrorAsync("Application started", TimeSpan.FromMinutes(1));
    }
}
