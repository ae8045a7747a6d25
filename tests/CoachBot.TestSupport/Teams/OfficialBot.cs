using System.Diagnostics;

namespace CoachBot.TestSupport.Teams;

/// <summary>A bot on the official JavaScript SDK, in a process of its own. Needs node and the packages of <c>tests/clients</c>.</summary>
public sealed class OfficialBot : IDisposable
{
    private readonly Process _process;

    private OfficialBot(Process process, string url) => (_process, Url) = (process, url);

    /// <summary>Its address, without a slash at the end.</summary>
    public string Url { get; }

    /// <summary>Its process.</summary>
    public int ProcessId => _process.Id;

    /// <summary>Why it cannot be started here; null when it can.</summary>
    public static string? Missing =>
        Directory.Exists(RepositoryRoot.In("tests", "clients", "node_modules", "botbuilder")) ? null : "botbuilder is not installed: run npm ci in tests/clients";

    /// <summary>Starts it: without arguments it echoes, with an issuer's description and an application id it checks tokens.</summary>
    public static async Task<OfficialBot> StartAsync(params string[] arguments)
    {
        var process = Process.Start(new ProcessStartInfo("node", ["bot.mjs", .. arguments])
        {
            WorkingDirectory = RepositoryRoot.In("tests", "clients", "teams"),
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
        })!;
        using var patience = new CancellationTokenSource(TimeSpan.FromMinutes(1));
        var url = await process.StandardOutput.ReadLineAsync(patience.Token);
        return url is null ? throw new InvalidOperationException("The official bot did not start.") : new OfficialBot(process, url);
    }

    /// <inheritdoc />
    public void Dispose()
    {
        _process.StandardInput.Close();
        if (!_process.WaitForExit(TimeSpan.FromSeconds(5)))
        {
            _process.Kill();
        }

        _process.Dispose();
    }
}
