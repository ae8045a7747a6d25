using System.Diagnostics;
using System.Globalization;
using CoachBot.Infrastructure.Storage;
using CoachBot.Infrastructure.Storage.Sqlite;

namespace CoachBot.Benchmarks.Memory;

/// <summary>
/// Kills a writing process in the middle of a burst, again and again on the same file. Every second time the power goes too: of the log, what
/// was not flushed is left, torn, or gone, sector by sector. Afterwards the file must be whole and hold every acknowledged message.
/// </summary>
internal static class PowerCut
{
    private const int Sector = 512;

    public static async Task<int> RunAsync(string[] args)
    {
        var rounds = args.Length > 0 ? int.Parse(args[0], CultureInfo.InvariantCulture) : 500;
        var place = Place.Sqlite();
        var file = place.Settings["Storage:File"]!;
        var random = new Random(20261128);
        var acknowledged = new HashSet<string>();
        var (lost, broken, cut) = (0, 0, 0L);
        for (var round = 1; round <= rounds; round++)
        {
            var (ids, flushed) = await KilledAsync(file, random);
            acknowledged.UnionWith(ids);
            if (round % 2 == 0)
            {
                cut += Tear(file + "-wal", flushed, random);
            }

            await using var database = new SqliteDatabase(file);
            broken += await IsWholeAsync(database) ? 0 : 1;
            lost += await MissingAsync(database, ids);
        }

        await using (var database = new SqliteDatabase(file))
        {
            lost += await MissingAsync(database, acknowledged);
        }

        await place.DisposeAsync();
        Console.WriteLine($"| {rounds} kills in the middle of a burst, {rounds / 2} of them with the power cut ({cut} sectors of the log torn or gone) | {acknowledged.Count} messages acknowledged | {lost} lost | {broken} files damaged |");
        return lost + broken == 0 && acknowledged.Count > rounds ? 0 : 1;
    }

    private static async Task<(List<string> Ids, long Flushed)> KilledAsync(string file, Random random)
    {
        var start = new ProcessStartInfo(Environment.ProcessPath!) { RedirectStandardOutput = true };
        if (Path.GetFileNameWithoutExtension(Environment.ProcessPath) == "dotnet")
        {
            start.ArgumentList.Add(typeof(PowerCut).Assembly.Location);
        }

        start.ArgumentList.Add("burst-writer");
        start.ArgumentList.Add(file);
        using var process = Process.Start(start)!;
        var (ids, flushed) = (new List<string>(), 0L);
        var killAfter = random.Next(1, 300);
        while (await process.StandardOutput.ReadLineAsync() is { } line)
        {
            if (line.StartsWith('+'))
            {
                ids.Add(line[1..]);
            }
            else if (long.TryParse(line.AsSpan(1), NumberStyles.None, CultureInfo.InvariantCulture, out var length))
            {
                flushed = Math.Max(flushed, length);
            }

            if (ids.Count == killAfter)
            {
                process.Kill();
            }
        }

        await process.WaitForExitAsync();
        return ids.Count >= killAfter ? (ids, flushed) : throw new InvalidOperationException($"The writer ended by itself after {ids.Count} messages.");
    }

    private static long Tear(string log, long flushed, Random random)
    {
        var bytes = File.ReadAllBytes(log);
        var torn = 0L;
        for (var at = (flushed + Sector - 1) / Sector * Sector; at < bytes.Length; at += Sector)
        {
            var sector = bytes.AsSpan((int)at, (int)Math.Min(Sector, bytes.Length - at));
            switch (random.Next(3))
            {
                case 0:
                    sector.Clear();
                    torn++;
                    break;
                case 1:
                    random.NextBytes(sector);
                    torn++;
                    break;
            }
        }

        File.WriteAllBytes(log, bytes);
        return torn;
    }

    private static async Task<bool> IsWholeAsync(Database database) =>
        await database.ReadFirstAsync(new("PRAGMA integrity_check"), row => row.GetString(0), CancellationToken.None) == "ok";

    private static async Task<int> MissingAsync(Database database, IEnumerable<string> ids)
    {
        var there = (await database.ReadAsync(new("SELECT id FROM inbox"), row => row.GetString(0), CancellationToken.None)).ToHashSet();
        return ids.Count(id => !there.Contains(id));
    }
}
