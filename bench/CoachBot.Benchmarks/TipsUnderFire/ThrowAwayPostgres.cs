using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;

namespace CoachBot.Benchmarks.TipsUnderFire;

/// <summary>A PostgreSQL cluster of its own on a loopback port, gone afterwards. Needs PostgreSQL's programs on this machine.</summary>
internal sealed class ThrowAwayPostgres : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("coachbot-postgres-").FullName;
    private readonly int _port = FreePort();
    private readonly string _programs = Programs() ?? throw new InvalidOperationException("PostgreSQL is not installed here (Debian: apt-get install postgresql).");

    private ThrowAwayPostgres()
    {
    }

    public string ConnectionString => string.Create(CultureInfo.InvariantCulture, $"Host=127.0.0.1;Port={_port};Username=postgres;Database=postgres;Pooling=true;Timeout=5");

    private string Data => Path.Combine(_folder, "data");

    public static ThrowAwayPostgres Start()
    {
        var cluster = new ThrowAwayPostgres();

        // PostgreSQL refuses to run as root: there its own user runs it.
        if (Environment.IsPrivilegedProcess)
        {
            Execute("chown", ["postgres", cluster._folder]);
        }

        cluster.Run("initdb", "-D", cluster.Data, "-A", "trust", "-U", "postgres", "-E", "UTF8");
        cluster.Run("pg_ctl", "-D", cluster.Data, "-w", "-l", Path.Combine(cluster._folder, "log"), "-o", cluster.Options, "start");
        return cluster;
    }

    /// <summary>Restarts the server as an operator would (<c>fast</c>) or as a crash (<c>immediate</c>).</summary>
    public void Restart(string mode) => Run(
        "pg_ctl", "-D", Data, "-w", "-l", Path.Combine(_folder, "log"), "-o", Options, "-m", mode, "restart");

    public void Dispose()
    {
        Run("pg_ctl", "-D", Data, "-w", "-m", "immediate", "stop");
        Directory.Delete(_folder, recursive: true);
    }

    private string Options => string.Create(
        CultureInfo.InvariantCulture, $"-p {_port} -c listen_addresses=127.0.0.1 -c unix_socket_directories={_folder} -c max_connections=200");

    private void Run(string program, params string[] arguments)
    {
        var path = Path.Combine(_programs, program);
        if (Environment.IsPrivilegedProcess)
        {
            Execute("runuser", ["-u", "postgres", "--", path, .. arguments]);
        }
        else
        {
            Execute(path, arguments);
        }
    }

    // Its output is not read: the server that pg_ctl leaves behind would hold the pipe open.
    private static void Execute(string path, IEnumerable<string> arguments)
    {
        using var process = Process.Start(new ProcessStartInfo("/bin/sh", ["-c", "cd / && exec \"$@\" > /dev/null 2>&1", "sh", path, .. arguments]))!;
        process.WaitForExit();
        if (process.ExitCode != 0)
        {
            throw new InvalidOperationException($"{Path.GetFileName(path)} {string.Join(' ', arguments)} ended with {process.ExitCode}");
        }
    }

    private static string? Programs() => Directory.Exists("/usr/lib/postgresql")
        ? Directory.GetDirectories("/usr/lib/postgresql").OrderDescending(StringComparer.Ordinal).Select(version => Path.Combine(version, "bin"))
            .FirstOrDefault(bin => File.Exists(Path.Combine(bin, "initdb")))
        : (Environment.GetEnvironmentVariable("PATH") ?? "").Split(':').FirstOrDefault(bin => File.Exists(Path.Combine(bin, "initdb")));

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
