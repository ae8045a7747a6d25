using System.Diagnostics;
using System.Globalization;
using CoachBot.Core.Knowledge;
using CoachBot.Infrastructure.Search.Large;

namespace CoachBot.Benchmarks.Scale;

/// <summary>
/// Builds both engines with so many recombined cases, one after the other, then has each measured by a process of its own, so
/// that start and memory are those of a bot that serves.
/// </summary>
internal static class ScaleRun
{
    // What a probe is started through: a lock that keeps the machine quiet, say, or a scheduler's command.
    private static readonly string[] Through = Environment.GetEnvironmentVariable("PROBE_THROUGH")?.Split(' ', StringSplitOptions.RemoveEmptyEntries) ?? [];

    // Where indexes are left for another look; a run that finds them there only asks. Null: in a temporary folder that is deleted.
    private static readonly string? Home = Environment.GetEnvironmentVariable("SCALE_HOME");

    // One engine alone; null: both. A million cases keep the other engine busy for longer than anybody waits.
    private static readonly string? Only = Environment.GetEnvironmentVariable("SCALE_ONLY");

    public static int Run(string[] args)
    {
        if (args.Length == 0 || !args.All(arg => int.TryParse(arg, NumberStyles.None, CultureInfo.InvariantCulture, out var size) && size > 0))
        {
            Console.Error.WriteLine("scale needs numbers of cases");
            return 2;
        }

        var pack = Repository.Pack();
        Console.WriteLine(ScaleRow.MarkdownHead);
        foreach (var size in args.Select(arg => int.Parse(arg, CultureInfo.InvariantCulture)))
        {
            var home = Home is null ? Directory.CreateTempSubdirectory("coachbot-scale-") : Directory.CreateDirectory(Path.Combine(Home, $"{size}"));
            try
            {
                foreach (var engine in new[] { ScaleRow.Ours, ScaleRow.Sqlite }.Where(engine => Only is null || Only == engine))
                {
                    ScaleRow.Keep([Measure(engine, size, pack, home.FullName)]);
                }
            }
            finally
            {
                if (Home is null)
                {
                    home.Delete(recursive: true);
                }
            }
        }

        return 0;
    }

    private static ScaleRow Measure(string engine, int size, KnowledgePack pack, string home)
    {
        var place = Path.Combine(home, engine == ScaleRow.Ours ? "library" : "cases.db");
        var built = Path.Combine(home, $"{Path.GetFileName(place)}.built");
        if (!File.Exists(built))
        {
            var (seconds, processor) = Timed(() => Build(engine, place, pack, new Recombination(pack).Take(size)));
            File.WriteAllText(built, string.Create(CultureInfo.InvariantCulture, $"{seconds},{processor}"));
        }

        var build = File.ReadAllText(built).Split(',').Select(value => double.Parse(value, CultureInfo.InvariantCulture));
        var megabytes = Megabytes(home, Path.GetFileName(place));
        var row = new ScaleRow { Engine = engine, Cases = size, Values = [.. build, megabytes, .. Probed(engine, place, size)] };
        Console.WriteLine(row.Markdown());
        return row;
    }

    private static (double Seconds, double Processor) Timed(Action work)
    {
        using var self = Process.GetCurrentProcess();
        var processor = self.TotalProcessorTime;
        var watch = Stopwatch.StartNew();
        work();
        self.Refresh();
        return (watch.Elapsed.TotalSeconds, (self.TotalProcessorTime - processor).TotalSeconds);
    }

    private static void Build(string engine, string place, KnowledgePack pack, IEnumerable<LibraryEntry> entries)
    {
        if (engine == ScaleRow.Ours)
        {
            CaseLibrary.Build(place, pack, entries);
            return;
        }

        using var cases = new SqliteCases(place, pack);
        cases.Fill(entries);
    }

    private static double Megabytes(string home, string name) => Directory.GetFiles(home, "*", SearchOption.AllDirectories)
        .Where(path => Path.GetRelativePath(home, path).StartsWith(name, StringComparison.Ordinal))
        .Sum(path => new FileInfo(path).Length) / 1048576.0;

    private static double[] Probed(string engine, string place, int size)
    {
        var lines = Probe(engine, place, $"{size}");
        var (start, rest) = (Numbers(lines[0]), Numbers(lines[1]));
        return [rest[0], .. start, .. rest[1..], .. Numbers(Probe(engine, place, $"{size}", "first")[0])];
    }

    private static double[] Numbers(string line) => line.Split(',').Select(value => double.Parse(value, CultureInfo.InvariantCulture)).ToArray();

    private static string[] Probe(params string[] arguments)
    {
        List<string> program = [.. Through, Environment.ProcessPath!];
        if (Path.GetFileNameWithoutExtension(program[^1]) == "dotnet")
        {
            program.Add(typeof(ScaleRun).Assembly.Location);
        }

        using var process = Process.Start(new ProcessStartInfo(program[0], [.. program[1..], "probe", .. arguments]) { RedirectStandardOutput = true })!;
        var lines = process.StandardOutput.ReadToEnd().Split('\n', StringSplitOptions.RemoveEmptyEntries);
        process.WaitForExit();
        return lines.Length > 0 && process.ExitCode == 0 ? lines : throw new InvalidOperationException($"probe {arguments[0]} ended with {process.ExitCode}");
    }
}
