using System.Text.Json;
using CoachBot.Scenarios;
using CoachBot.TestSupport;
using Xunit;

[assembly: AssemblyFixture(typeof(RepositoryKnowledge))]

namespace CoachBot.Scenarios;

/// <summary>The program over the repository's knowledge, with one data folder for all scenarios, so that the index is built once.</summary>
public sealed class RepositoryKnowledge : IAsyncLifetime
{
    private readonly TemporaryFolder _data = new();

    /// <summary>Runs the program where the repository's knowledge lies.</summary>
    public Task<ProgramRun> RunAsync(string[] arguments, string? input = null) =>
        CoachBotProcess.RunAsync([.. arguments, "--data", _data.Path], RepositoryRoot.Path, input);

    /// <summary>Runs the program and reads each line it prints as JSON.</summary>
    public async Task<List<JsonElement>> JsonAsync(string[] arguments, string? input = null)
    {
        var run = await RunAsync(arguments, input);
        Assert.True(run.ExitCode == 0, run.Errors);
        return run.Lines.Select(line => JsonDocument.Parse(line).RootElement).ToList();
    }

    /// <summary>Builds the index, so that no scenario pays for it.</summary>
    public async ValueTask InitializeAsync() => await RunAsync(["ask", "warm up"]);

    /// <inheritdoc />
    public ValueTask DisposeAsync()
    {
        _data.Dispose();
        return ValueTask.CompletedTask;
    }
}
