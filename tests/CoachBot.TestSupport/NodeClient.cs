using System.Diagnostics;

namespace CoachBot.TestSupport;

/// <summary>One run of an official client from <c>tests/clients</c>; it ends when its input is closed.</summary>
public sealed class NodeClient : IAsyncDisposable
{
    private readonly Process _process;
    private readonly Task<string> _errors;

    private NodeClient(Process process)
    {
        _process = process;
        _errors = process.StandardError.ReadToEndAsync();
    }

    /// <summary>Why none can be run here; null when they can.</summary>
    public static string? Missing(string package) =>
        !Directory.Exists(Path.Combine(Folder, "node_modules", package.Replace('/', Path.DirectorySeparatorChar)))
            ? $"{package} is not installed: run npm ci in tests/clients"
            : Found("node") ? null : "node is not installed";

    /// <summary>Starts a script below <c>tests/clients</c>.</summary>
    public static NodeClient Start(string script, params string[] arguments)
    {
        var start = new ProcessStartInfo("node") { WorkingDirectory = Folder, RedirectStandardInput = true, RedirectStandardOutput = true, RedirectStandardError = true };
        start.ArgumentList.Add(script);
        foreach (var argument in arguments)
        {
            start.ArgumentList.Add(argument);
        }

        return new NodeClient(Process.Start(start)!);
    }

    /// <summary>Writes a line to it.</summary>
    public Task WriteAsync(string line) => _process.StandardInput.WriteLineAsync(line);

    /// <summary>The next line it prints, within a minute.</summary>
    public async Task<string> ReadLineAsync() =>
        await _process.StandardOutput.ReadLineAsync().WaitAsync(TimeSpan.FromMinutes(1)) ?? throw new InvalidOperationException("It ended: " + await _errors);

    /// <summary>Closes its input and reads all it still prints, within a minute.</summary>
    public async Task<string> FinishAsync()
    {
        _process.StandardInput.Close();
        var output = await _process.StandardOutput.ReadToEndAsync().WaitAsync(TimeSpan.FromMinutes(1));
        await _process.WaitForExitAsync().WaitAsync(TimeSpan.FromMinutes(1));
        return _process.ExitCode == 0 ? output : throw new InvalidOperationException($"It failed with {_process.ExitCode}: {await _errors}");
    }

    /// <inheritdoc />
    public async ValueTask DisposeAsync()
    {
        if (!_process.HasExited)
        {
            _process.Kill(entireProcessTree: true);
            await _process.WaitForExitAsync();
        }

        _process.Dispose();
    }

    private static string Folder => RepositoryRoot.In("tests/clients");

    private static bool Found(string program) => (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator)
        .Any(folder => File.Exists(Path.Combine(folder, program)) || File.Exists(Path.Combine(folder, program + ".exe")));
}
