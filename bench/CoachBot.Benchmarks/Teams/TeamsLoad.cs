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
    private const int Turns = 5;

    /// <summary>
    /// <c>teams PROGRAM [WARM_SECONDS SECONDS [MARGIN]]</c>: PROGRAM is a published coachbot, or coachbot.dll. MARGIN, 1 unless given, widens
    /// the bounds against the official bot and that of the cold start: a run of seconds is no measurement, but shows when something has become much slower.
    /// </summary>
    public static int Run(string[] args)
    {
        var warm = Number(args, 1, 20);
        var seconds = Number(args, 2, 25);
        var margin = Number(args, 3, 1);
        Console.WriteLine("| | answers/s | CPU ms an answer | p50 ms | p99 ms | most ms | errors | with a card | MB |\n| --- | --- | --- | --- | --- | --- | --- | --- | --- |");
        using var coach = Measured.CoachBot(args[0]);
        coach.WaitUntilItListens();
        var cold = Fired(coach, 5, ", cold");
        using var echo = Measured.Official();
        var (full, official) = Measure(coach, echo, warm, seconds);
        using var path = Measured.Own("CoachBot's protocol path, echo", "teams-door");
        using var endpoint = Measured.Own("bare endpoint, echo", "teams-bare");
        var (door, bare) = Measure(path, endpoint, warm / 2, seconds);
        var problems = new List<string>();
        Judge(problems, full.PerSecond * margin >= official.PerSecond, string.Create(CultureInfo.InvariantCulture,
            $"full answer / official echo, throughput: {full.PerSecond / official.PerSecond:F2} (at least {1 / margin:0.##})"));
        Judge(problems, full.P99 <= official.P99 * margin, string.Create(CultureInfo.InvariantCulture,
            $"full answer / official echo, p99: {full.P99 / official.P99:F2} (at most {margin:0.##})"));
        Judge(problems, door.PerSecond * 3 >= bare.PerSecond, $"protocol path / bare endpoint, throughput: {door.PerSecond / bare.PerSecond:F2} (at least 0.33)");
        Judge(problems, cold.Most <= 2_000 * margin, string.Create(CultureInfo.InvariantCulture, $"cold start, slowest request: {cold.Most:F0} ms (at most {2_000 * margin:0})"));
        Judge(problems, cold.Errors + full.Errors + door.Errors == 0, $"errors: {cold.Errors + full.Errors + door.Errors} (none)");
        return problems.Count == 0 ? 0 : 1;
    }

    /// <summary><c>teams-soak PROGRAM MINUTES PER_SECOND</c>: a steady load; memory is looked at every ten seconds.</summary>
    public static int Soak(string[] args)
    {
        var minutes = Number(args, 1, 10);
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

    /// <summary>
    /// Two hosts in turns, some seconds each, so that what else happens on the machine happens to both. Rates are over all turns, percentiles
    /// the middle one of the turns'.
    /// </summary>
    private static (FireResult Ours, FireResult Theirs) Measure(Measured ours, Measured theirs, double warm, double seconds)
    {
        ours.WaitUntilItListens();
        theirs.WaitUntilItListens();
        Fired(ours, warm, null);
        Fired(theirs, warm, null);
        var (first, second) = (new List<FireResult>(), new List<FireResult>());
        for (var turn = 1; turn <= Turns; turn++)
        {
            first.Add(Fired(ours, seconds / Turns, $", turn {turn}"));
            second.Add(Fired(theirs, seconds / Turns, $", turn {turn}"));
        }

        return (Together(first), Together(second));
    }

    private static FireResult Together(List<FireResult> turns) => new(
        turns.Average(turn => turn.PerSecond),
        Middle(turns.Select(turn => turn.P50)),
        Middle(turns.Select(turn => turn.P99)),
        turns.Max(turn => turn.Most),
        turns.Sum(turn => turn.Errors),
        turns.Average(turn => turn.Cards),
        turns.Sum(turn => turn.Count));

    private static double Middle(IEnumerable<double> numbers) => numbers.Order().Skip(Turns / 2).First();

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

    private static double Number(string[] args, int at, double usual) => args.Length > at ? double.Parse(args[at], CultureInfo.InvariantCulture) : usual;
}
