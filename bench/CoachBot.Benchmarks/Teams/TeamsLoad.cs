using System.Diagnostics;
using System.Globalization;
using System.Text.Json;

namespace CoachBot.Benchmarks.Teams;

/// <summary>
/// Teams messages at 32 connections, every question another one, the replies in the response: the bot's full answer beside the echo of a
/// bot on the official SDK, and the bot's protocol path alone beside an endpoint that only echoes.
/// </summary>
internal static class TeamsLoad
{
    private const int Connections = 32;

    /// <summary><c>teams PROGRAM [WARM_SECONDS SECONDS]</c>: PROGRAM is a published coachbot, or coachbot.dll.</summary>
    public static int Run(string[] args)
    {
        var warm = Seconds(args, 1, 20);
        var seconds = Seconds(args, 2, 15);
        Console.WriteLine("| | answers/s | CPU ms an answer | p50 ms | p99 ms | most ms | errors | with a card | MB |\n| --- | --- | --- | --- | --- | --- | --- | --- | --- |");
        var cold = Cold(args[0], warm, seconds, out var full);
        var official = Measure(Measured.Official, warm, seconds);
        var bare = Measure(() => Measured.Own("bare endpoint, echo", "teams-bare"), warm, seconds);
        var door = Measure(() => Measured.Own("CoachBot's protocol path, echo", "teams-door"), warm, seconds);
        var problems = new List<string>();
        Judge(problems, full.PerSecond >= official.PerSecond, $"full answer / official echo, throughput: {full.PerSecond / official.PerSecond:F2} (at least 1)");
        Judge(problems, full.P99 <= official.P99, $"full answer / official echo, p99: {full.P99 / official.P99:F2} (at most 1)");
        Judge(problems, door.PerSecond * 3 >= bare.PerSecond, $"protocol path / bare endpoint, throughput: {door.PerSecond / bare.PerSecond:F2} (at least 0.33)");
        Judge(problems, cold.Most <= 2_000, $"cold start, slowest request: {cold.Most:F0} ms (at most 2000)");
        Judge(problems, cold.Errors + full.Errors + door.Errors == 0, $"errors: {cold.Errors + full.Errors + door.Errors} (none)");
        return problems.Count == 0 ? 0 : 1;
    }

    /// <summary><c>teams-soak PROGRAM MINUTES PER_SECOND</c>: a steady load; memory is looked at every ten seconds.</summary>
    public static int Soak(string[] args)
    {
        var minutes = Seconds(args, 1, 10);
        using var host = Measured.CoachBot(args[0]);
        host.WaitUntilItListens();
        using var fire = Start(host.Url, minutes * 60, Connections, double.Parse(args[2], CultureInfo.InvariantCulture));
        var watch = Stopwatch.StartNew();
        var memory = new List<(double Minute, long Megabytes)>();
        while (!fire.WaitForExit(10_000))
        {
            memory.Add((watch.Elapsed.TotalMinutes, host.Megabytes));
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{memory[^1].Minute:F1} min: {memory[^1].Megabytes} MB"));
        }

        var result = JsonSerializer.Deserialize<FireResult>(fire.StandardOutput.ReadToEnd())!;
        Console.WriteLine(result);
        var after = memory.Where(entry => entry.Minute >= Math.Min(2, minutes / 3)).ToList();
        var half = after.Count / 2;
        var early = after.Take(half).Average(entry => entry.Megabytes);
        var late = after.Skip(half).Average(entry => entry.Megabytes);
        var problems = new List<string>();
        Judge(problems, late <= early * 1.05, $"memory, second half against first: {early:F0} -> {late:F0} MB (at most 5 % more)");
        Judge(problems, result.Errors == 0, $"errors: {result.Errors} (none)");
        return problems.Count == 0 ? 0 : 1;
    }

    private static FireResult Cold(string program, double warm, double seconds, out FireResult warmed)
    {
        using var host = Measured.CoachBot(program);
        host.WaitUntilItListens();
        var cold = Fired(host, 5, ", cold");
        Fired(host, warm, null);
        warmed = Fired(host, seconds, "");
        return cold;
    }

    private static FireResult Measure(Func<Measured> start, double warm, double seconds)
    {
        using var host = start();
        host.WaitUntilItListens();
        Fired(host, warm, null);
        return Fired(host, seconds, "");
    }

    /// <summary>Loads the host; a line is printed unless <paramref name="when"/> is null.</summary>
    private static FireResult Fired(Measured host, double seconds, string? when)
    {
        var before = host.Worked;
        using var process = Start(host.Url, seconds, Connections, 0);
        var result = JsonSerializer.Deserialize<FireResult>(process.StandardOutput.ReadToEnd())!;
        process.WaitForExit();
        if (when is not null)
        {
            Print(host.Name + when, result, (host.Worked - before) / Math.Max(1, result.Count), host.Megabytes);
        }

        return result;
    }

    private static Process Start(string url, double seconds, int connections, double perSecond)
    {
        string[] arguments = [typeof(TeamsLoad).Assembly.Location, "teams-fire", url, Text(seconds), Text(connections), .. perSecond > 0 ? [Text(perSecond)] : Array.Empty<string>()];
        return Process.Start(new ProcessStartInfo("dotnet", arguments) { RedirectStandardOutput = true })!;
    }

    private static string Text(double number) => number.ToString(CultureInfo.InvariantCulture);

    private static void Print(string name, FireResult result, TimeSpan each, long megabytes) => Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
        $"| {name} | {result.PerSecond:F0} | {each.TotalMilliseconds:F2} | {result.P50:F1} | {result.P99:F1} | {result.Most:F0} | {result.Errors} | {result.Cards:P0} | {megabytes} |"));

    private static void Judge(List<string> problems, bool good, string sentence)
    {
        Console.WriteLine($"{(good ? "ok" : "MISSED")}: {sentence}");
        if (!good)
        {
            problems.Add(sentence);
        }
    }

    private static double Seconds(string[] args, int at, double usual) => args.Length > at ? double.Parse(args[at], CultureInfo.InvariantCulture) : usual;
}
