using System.Net;
using System.Net.Sockets;
using CoachBot.TestSupport;
using Xunit;

namespace CoachBot.Scenarios;

public sealed class ServesAndReloads : IDisposable
{
    private static readonly TimeSpan Start = TimeSpan.FromMinutes(1);
    private readonly TemporaryFolder _folder = new();
    private readonly int _port = FreePort();

    public ServesAndReloads() => KnowledgeFiles.Write(Path.Combine(_folder.Path, "knowledge"));

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("serve")]
    [InlineData]
    public async Task Serve_Started_AnswersHealthAndLogsToStandardErrorOnly(params string[] command)
    {
        await using var host = StartHost(command);
        await host.WaitForErrorAsync("Application started", Start);
        using var client = new HttpClient();

        Assert.Equal("Healthy", await client.GetStringAsync(new Uri($"http://127.0.0.1:{_port}/healthz"), TestContext.Current.CancellationToken));
        Assert.Empty(host.Output);
    }

    [Fact]
    public async Task Serve_CaseChanged_IsLiveWithinTwoSeconds()
    {
        await using var host = StartHost("serve");
        await host.WaitForErrorAsync("Application started", Start);
        File.WriteAllText(Path.Combine(_folder.Path, "knowledge", "cases", "new-one.yaml"), KnowledgeFiles.Of(Some.Case("new-one")));

        var taken = await host.WaitForErrorAsync("The knowledge changed: 6 cases are live", TimeSpan.FromSeconds(20));

        Assert.InRange(taken, TimeSpan.Zero, TimeSpan.FromSeconds(2));
    }

    [Fact]
    public async Task Serve_CaseBroken_ServesItsLastGoodVersionAndNamesTheLine()
    {
        await using var host = StartHost("serve");
        await host.WaitForErrorAsync("Application started", Start);
        var path = Path.Combine(_folder.Path, "knowledge", "cases", "queue-jumper.yaml");
        var good = File.ReadAllText(path);

        File.WriteAllText(path, good.Replace("tags: [\"queue\"]", "tags: [\"queue\"", StringComparison.Ordinal));
        await host.WaitForErrorAsync("cases/queue-jumper.yaml(6,", TimeSpan.FromSeconds(20));
        Assert.Contains("its last good version serves on", host.Errors, StringComparison.Ordinal);
        Assert.Contains("The knowledge changed: 5 cases are live", host.Errors, StringComparison.Ordinal);

        var broken = host.ErrorLines;
        File.WriteAllText(path, good);
        await host.WaitForErrorAsync("The knowledge changed: 5 cases are live", TimeSpan.FromSeconds(20), broken);
    }

    // Without a command only settings can say where to listen.
    private CoachBotProcess StartHost(params string[] command) => CoachBotProcess.Start(
        command.Length == 0 ? [] : [.. command, "--urls", $"http://127.0.0.1:{_port}"],
        _folder.Path,
        command.Length == 0 ? new Dictionary<string, string> { ["ASPNETCORE_URLS"] = $"http://127.0.0.1:{_port}" } : null);

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
