using System.Diagnostics;

namespace CoachBot.Benchmarks.TipsUnderFire;

/// <summary>The replicas: processes of this program, killed without warning and started again.</summary>
internal sealed class Fleet : IDisposable
{
    private readonly Process[] _replicas;
    private readonly string[] _arguments;

    public Fleet(int size, string connectionString, string messengers)
    {
        _arguments = ["tips-replica", connectionString, messengers];
        _replicas = Enumerable.Range(0, size).Select(_ => Start()).ToArray();
    }

    /// <summary>Kills one as <c>kill -9</c> does and starts another in its place.</summary>
    public void KillOne(Random chance)
    {
        var at = chance.Next(_replicas.Length);
        End(_replicas[at]);
        _replicas[at] = Start();
    }

    public void Dispose()
    {
        foreach (var replica in _replicas)
        {
            End(replica);
        }
    }

    private static void End(Process process)
    {
        process.Kill();
        process.WaitForExit();
        process.Dispose();
    }

    // Started through dotnet or as itself, as this program was.
    private Process Start()
    {
        var own = Environment.GetCommandLineArgs()[0];
        var asItself = Path.GetFileNameWithoutExtension(Environment.ProcessPath) != "dotnet";
        return Process.Start(new ProcessStartInfo(Environment.ProcessPath!, asItself ? _arguments : [own, .. _arguments]))!;
    }
}
