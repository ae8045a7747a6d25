using System.Globalization;

namespace CoachBot.Benchmarks.Scale;

/// <summary>What was measured of one engine at one size; a line of <c>docs/benchmarks/scale.csv</c>.</summary>
internal sealed record ScaleRow
{
    public const string Ours = "CoachBot";
    public const string Sqlite = "SQLite FTS5";

    private static readonly string[] Names =
    [
        "engine", "cases", "build_s", "build_cpu_s", "index_mb", "resident_mb", "start_ms", "start_cpu_ms", "p50_ms", "p99_ms", "cpu_ms", "one_thread_per_s", "two_threads_per_s", "update_ms", "update_most_ms", "same_first_pct", "first_update_ms",
    ];

    public static string File { get; } = Path.Combine(Repository.Root, "docs", "benchmarks", "scale.csv");

    public required string Engine { get; init; }

    public required int Cases { get; init; }

    /// <summary>Build s, its processor s, index MB, then what <see cref="Probe"/> prints.</summary>
    public required double[] Values { get; init; }

    public double this[string name] => Values[Array.IndexOf(Names, name) - 2];

    public static List<ScaleRow> ReadAll() => !System.IO.File.Exists(File) ? [] : System.IO.File.ReadLines(File).Skip(1).Select(Parse).ToList();

    /// <summary>Keeps rows in the file, in place of earlier ones of the same engine and size.</summary>
    public static void Keep(IReadOnlyList<ScaleRow> rows)
    {
        var all = ReadAll().Where(old => rows.All(row => (row.Engine, row.Cases) != (old.Engine, old.Cases))).Concat(rows)
            .OrderBy(row => row.Cases).ThenBy(row => row.Engine, StringComparer.Ordinal);
        Directory.CreateDirectory(Path.GetDirectoryName(File)!);
        System.IO.File.WriteAllLines(File, [string.Join(',', Names), .. all.Select(row => row.ToString())]);
    }

    public override string ToString() => string.Create(
        CultureInfo.InvariantCulture, $"{Engine},{Cases},{string.Join(',', Values.Select(value => value.ToString("0.##", CultureInfo.InvariantCulture)))}");

    /// <summary>The row as Markdown.</summary>
    public string Markdown() => string.Create(
        CultureInfo.InvariantCulture,
        $"| {Cases:N0} | {Engine} | {this["build_s"]:0.0} | {this["build_cpu_s"]:0.0} | {this["index_mb"]:0} | {this["resident_mb"]:0} | {this["start_ms"]:0} | {this["start_cpu_ms"]:0} | {this["p50_ms"]:0.0} | {this["p99_ms"]:0.0} | {this["cpu_ms"]:0.0} | {this["one_thread_per_s"]:0} | {this["two_threads_per_s"]:0} | {this["update_ms"]:0.0} / {this["update_most_ms"]:0} / {this["first_update_ms"]:0} | {(double.IsNaN(this["same_first_pct"]) ? "-" : this["same_first_pct"].ToString("0.0", CultureInfo.InvariantCulture))} |");

    public const string MarkdownHead =
        "| cases | engine | build s | its CPU s | index MB | resident MB | start ms | its CPU ms | p50 ms | p99 ms | CPU ms a question | questions/s, 1 thread | 2 threads | update ms, median / most of 20 / first after the start | same first % |\n| --- | --- | --- | --- | --- | --- | --- | --- | --- | --- | --- | --- | --- | --- | --- |";

    private static ScaleRow Parse(string line)
    {
        var parts = line.Split(',');
        return new ScaleRow
        {
            Engine = parts[0],
            Cases = int.Parse(parts[1], CultureInfo.InvariantCulture),
            Values = parts[2..].Select(part => double.Parse(part, CultureInfo.InvariantCulture)).ToArray(),
        };
    }
}
