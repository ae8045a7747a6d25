using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using CoachBot.TestSupport;
using Xunit;

namespace CoachBot.Scenarios;

/// <summary>
/// The published folder as an administrator installs it: the executable itself, owned by somebody else, started without any right by a user who
/// is not root, from a folder of that user.
/// </summary>
public sealed class RunsPublished : IDisposable
{
    /// <summary>Names the folder that <c>dotnet publish</c> wrote.</summary>
    private const string Variable = "COACHBOT_PUBLISHED";

    private const string Nobody = "65534";
    private static readonly TimeSpan Limit = TimeSpan.FromMinutes(2);
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Published_StartedByAUserWithoutRights_ServesAndRemembersWhereItStands()
    {
        var program = Program();
        var port = FreePort();
        using var host = Start(program, "serve", "--urls", $"http://127.0.0.1:{port}");
        try
        {
            var ready = await ReadyAsync(port, host);

            Assert.Contains("store: Healthy", ready, StringComparison.Ordinal);
            Assert.Contains("index: Healthy", ready, StringComparison.Ordinal);
            Assert.True(File.Exists(Path.Combine(_folder.Path, "home", "data", "coachbot.db")));
            Assert.DoesNotContain("\t0\t", Owner(host.Id), StringComparison.Ordinal);
            Assert.Equal(0, await RunAsync(program, "backup", "b.db"));
            Assert.Equal(0, await RunAsync(program, "stats"));
        }
        finally
        {
            host.Kill();
            await host.WaitForExitAsync(TestContext.Current.CancellationToken);
        }

        Assert.Equal(0, await RunAsync(program, "restore", "b.db", "--replace"));
        Assert.Equal(0, await RunAsync(program, "ask", "customer says ATM gave fake notes"));
    }

    private static string Program()
    {
        var folder = Environment.GetEnvironmentVariable(Variable);
        Assert.SkipWhen(string.IsNullOrEmpty(folder), $"{Variable} names no published folder.");
        var program = Path.Combine(RepositoryRoot.In(folder!), "coachbot");
        Assert.True(File.Exists(program), program);
        return program;
    }

    // The folder is copied to where everybody may read it, and made nobody's to write.
    private Process Start(string program, params string[] arguments)
    {
        var installed = Path.Combine(_folder.Path, "installed");
        var home = Path.Combine(_folder.Path, "home");
        if (!Directory.Exists(installed))
        {
            Directory.CreateDirectory(home);
            Shell($"cp -r '{Path.GetDirectoryName(program)}' '{installed}' && chmod -R a+rX,a-w '{installed}' && chmod a+rx '{_folder.Path}'");
        }

        string[] command = [Path.Combine(installed, "coachbot"), .. arguments];
        if (Environment.UserName == "root")
        {
            Shell($"chown {Nobody}:{Nobody} '{home}'");
            command = ["setpriv", $"--reuid={Nobody}", $"--regid={Nobody}", "--clear-groups", .. command];
        }

        var start = new ProcessStartInfo(command[0], command[1..]) { WorkingDirectory = home, RedirectStandardError = true, RedirectStandardOutput = true };
        foreach (var name in start.Environment.Keys.Where(name => name.Contains("__", StringComparison.Ordinal)).ToList())
        {
            start.Environment.Remove(name);
        }

        start.Environment["HOME"] = home;
        var process = Process.Start(start)!;
        process.OutputDataReceived += (_, _) => { };
        process.ErrorDataReceived += (_, _) => { };
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        return process;
    }

    private async Task<int> RunAsync(string program, params string[] arguments)
    {
        using var process = Start(program, arguments);
        using var limit = new CancellationTokenSource(Limit);
        await process.WaitForExitAsync(limit.Token);
        return process.ExitCode;
    }

    private static async Task<string> ReadyAsync(int port, Process host)
    {
        using var client = new HttpClient();
        for (var watch = Stopwatch.StartNew(); watch.Elapsed < Limit && !host.HasExited; await Task.Delay(100))
        {
            try
            {
                using var answer = await client.GetAsync(new Uri($"http://127.0.0.1:{port}/readyz"), TestContext.Current.CancellationToken);
                if (answer.StatusCode == HttpStatusCode.OK)
                {
                    return await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
                }
            }
            catch (HttpRequestException)
            {
                // Not listening yet.
            }
        }

        throw new TimeoutException($"The published program was not ready within {Limit}; exited: {host.HasExited}.");
    }

    private static string Owner(int process) => File.ReadLines($"/proc/{process}/status").First(line => line.StartsWith("Uid:", StringComparison.Ordinal)) + "\t";

    private static void Shell(string command)
    {
        using var process = Process.Start("/bin/sh", ["-c", command]);
        process.WaitForExit();
        Assert.Equal(0, process.ExitCode);
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
