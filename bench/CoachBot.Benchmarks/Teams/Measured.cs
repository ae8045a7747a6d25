using System.Diagnostics;
using System.Net;
using System.Net.Sockets;

namespace CoachBot.Benchmarks.Teams;

/// <summary>A process that is measured: started by us, ended by its own id.</summary>
internal sealed class Measured : IDisposable
{
    private readonly Process _process;
    private readonly DirectoryInfo? _data;

    private Measured(string name, Process process, string url, DirectoryInfo? data) => (Name, _process, Url, _data) = (name, process, url, data);

    public string Name { get; }

    public string Url { get; }

    /// <summary>What it holds in memory, in MB.</summary>
    public long Megabytes
    {
        get
        {
            _process.Refresh();
            return _process.WorkingSet64 >> 20;
        }
    }

    /// <summary>The processor time it has used.</summary>
    public TimeSpan Worked
    {
        get
        {
            _process.Refresh();
            return _process.TotalProcessorTime;
        }
    }

    /// <summary>The bot host in its local mode with the repository's pack.</summary>
    public static Measured CoachBot(string program)
    {
        var data = Directory.CreateTempSubdirectory("coachbot-load");
        var url = FreeAddress();
        string[] serve = ["serve", "--knowledge", Repository.Knowledge, "--data", data.FullName];
        var start = program.EndsWith(".dll", StringComparison.Ordinal) ? Start("dotnet", [program, .. serve]) : Start(program, serve);
        start.Environment["ASPNETCORE_ENVIRONMENT"] = "Development";
        start.Environment["ASPNETCORE_URLS"] = url;
        start.Environment["Teams__AnonymousLocal"] = "true";
        start.Environment["Logging__LogLevel__Default"] = "Warning";
        return new Measured("CoachBot, full answer", Run(start), url, data);
    }

    /// <summary>One of the hosts of this program.</summary>
    public static Measured Own(string name, string command)
    {
        var url = FreeAddress();
        return new Measured(name, Run(Start("dotnet", [typeof(Measured).Assembly.Location, command, url])), url, null);
    }

    /// <summary>The echo bot on the official SDK.</summary>
    public static Measured Official()
    {
        var start = Start("node", ["bot.mjs"]);
        start.WorkingDirectory = Path.Combine(Repository.Root, "tests", "clients", "teams");
        start.Environment["NODE_ENV"] = "production";
        start.RedirectStandardInput = true;
        start.RedirectStandardOutput = true;
        var process = Run(start);
        return new Measured("botbuilder for JavaScript, echo", process, process.StandardOutput.ReadLine() ?? throw new InvalidOperationException("It did not start."), null);
    }

    /// <summary>Waits until it listens; how long that took.</summary>
    public TimeSpan WaitUntilItListens()
    {
        var watch = Stopwatch.StartNew();
        while (!Listens())
        {
            if (_process.HasExited || watch.Elapsed > TimeSpan.FromMinutes(2))
            {
                throw new InvalidOperationException($"{Name} does not listen.");
            }

            Thread.Sleep(5);
        }

        return watch.Elapsed;
    }

    public void Dispose()
    {
        _process.Kill(entireProcessTree: true);
        _process.WaitForExit();
        _process.Dispose();
        _data?.Delete(recursive: true);
    }

    private bool Listens()
    {
        try
        {
            using var client = new TcpClient();
            client.Connect(IPAddress.Loopback, new Uri(Url).Port);
            return true;
        }
        catch (SocketException)
        {
            return false;
        }
    }

    private static string FreeAddress()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return $"http://127.0.0.1:{((IPEndPoint)listener.LocalEndpoint).Port}";
    }

    private static ProcessStartInfo Start(string program, string[] arguments) => new(program, arguments) { WorkingDirectory = Repository.Root, RedirectStandardError = true };

    private static Process Run(ProcessStartInfo start)
    {
        var process = Process.Start(start)!;
        process.ErrorDataReceived += (_, _) => { };
        process.BeginErrorReadLine();
        return process;
    }
}
