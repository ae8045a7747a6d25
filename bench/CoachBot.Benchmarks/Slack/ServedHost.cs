using System.Diagnostics;
using System.Net;
using System.Net.Sockets;

namespace CoachBot.Benchmarks.Slack;

/// <summary>A published host in a process of its own, with a store and an index of its own; both go with it.</summary>
internal sealed class ServedHost : IDisposable
{
    private readonly Process _process;
    private readonly DirectoryInfo _data;

    private ServedHost(Process process, DirectoryInfo data, Uri address) => (_process, _data, Address) = (process, data, address);

    /// <summary>Where it listens.</summary>
    public Uri Address { get; }

    /// <summary>What it holds in memory.</summary>
    public long Megabytes
    {
        get
        {
            _process.Refresh();
            return _process.WorkingSet64 >> 20;
        }
    }

    /// <summary>Starts the host of a folder, published or built.</summary>
    public static ServedHost Start(string folder, Dictionary<string, string> settings)
    {
        var data = Directory.CreateTempSubdirectory("coachbot-load");
        var address = new Uri($"http://127.0.0.1:{FreePort()}");
        var program = Path.GetFullPath(Path.Combine(folder, "coachbot"));
        var start = new ProcessStartInfo(program)
        {
            ArgumentList = { "serve", "--data", data.FullName, "--knowledge", Repository.Knowledge },
            WorkingDirectory = data.FullName,
            RedirectStandardError = true,
        };
        start.Environment["ASPNETCORE_URLS"] = address.AbsoluteUri;
        start.Environment["Logging__LogLevel__Default"] = "Warning";
        foreach (var setting in settings)
        {
            start.Environment[setting.Key] = setting.Value;
        }

        var process = Process.Start(start)!;
        process.ErrorDataReceived += (_, line) => Console.Error.WriteLine(line.Data);
        process.BeginErrorReadLine();
        return new ServedHost(process, data, address);
    }

    /// <summary>Waits until it says that it can serve, two minutes at most.</summary>
    public async Task HealthyAsync()
    {
        using var client = new HttpClient { BaseAddress = Address };
        for (var tries = 0; tries < 600; tries++)
        {
            try
            {
                if ((await client.GetAsync(new Uri("/readyz", UriKind.Relative))).IsSuccessStatusCode)
                {
                    return;
                }
            }
            catch (HttpRequestException) when (!_process.HasExited)
            {
                // Not listening yet.
            }

            await Task.Delay(200);
        }

        throw new TimeoutException("The host does not become healthy");
    }

    /// <inheritdoc />
    public void Dispose()
    {
        if (!_process.HasExited)
        {
            _process.Kill();
            _process.WaitForExit();
        }

        _process.Dispose();
        _data.Delete(recursive: true);
    }

    private static int FreePort()
    {
        using var probe = new TcpListener(IPAddress.Loopback, 0);
        probe.Start();
        return ((IPEndPoint)probe.LocalEndpoint).Port;
    }
}
