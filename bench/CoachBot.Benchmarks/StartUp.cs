using System.Diagnostics;
using System.Globalization;

namespace CoachBot.Benchmarks;

/// <summary>
/// From starting the published program to its first answer, with no index and with one, and what it holds in memory then:
/// five times each, a conversation of one question over its pipes.
/// </summary>
internal static class StartUp
{
    private const int Rounds = 5;

    public static int Run(string[] args)
    {
        if (args is not [var folder] || !File.Exists(Path.Combine(folder, "coachbot")))
        {
            Console.Error.WriteLine("startup needs the folder of a published coachbot");
            return 2;
        }

        var program = Path.GetFullPath(Path.Combine(folder, "coachbot"));
        var data = Directory.CreateTempSubdirectory("coachbot-startup");
        try
        {
            var without = Enumerable.Range(0, Rounds).Select(_ => Once(program, data.FullName, keepIndex: false)).ToList();
            Once(program, data.FullName, keepIndex: true);
            var with = Enumerable.Range(0, Rounds).Select(_ => Once(program, data.FullName, keepIndex: true)).ToList();
            Print("first answer, no index yet", without);
            Print("first answer, index on disk", with);
        }
        finally
        {
            data.Delete(recursive: true);
        }

        return 0;
    }

    private static void Print(string name, List<(double Seconds, long Megabytes)> runs)
    {
        var times = runs.Select(run => run.Seconds).Order().ToList();
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"| {name} | {times[0]:F2} / {times[times.Count / 2]:F2} / {times[^1]:F2} s (least / median / most) | {runs.Max(run => run.Megabytes)} MB resident |"));
    }

    private static (double Seconds, long Megabytes) Once(string program, string data, bool keepIndex)
    {
        if (!keepIndex && Directory.Exists(Path.Combine(data, "index")))
        {
            Directory.Delete(Path.Combine(data, "index"), recursive: true);
        }

        var start = new ProcessStartInfo(program)
        {
            ArgumentList = { "chat", "--json", "--data", data, "--knowledge", Repository.Knowledge },
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        var watch = Stopwatch.StartNew();
        using var process = Process.Start(start)!;
        process.StandardInput.WriteLine("customer says ATM gave fake notes");
        process.StandardInput.Flush();
        var answer = process.StandardOutput.ReadLine() ?? throw new InvalidOperationException(process.StandardError.ReadToEnd());
        var seconds = watch.Elapsed.TotalSeconds;
        if (!answer.Contains("atm-dispensed-counterfeit-notes", StringComparison.Ordinal))
        {
            throw new InvalidOperationException("The first answer is not the card: " + answer);
        }

        process.Refresh();
        var megabytes = process.WorkingSet64 >> 20;
        process.StandardInput.Close();
        process.WaitForExit(10_000);
        return (seconds, megabytes);
    }
}
