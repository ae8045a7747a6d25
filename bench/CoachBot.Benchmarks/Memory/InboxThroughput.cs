using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
using CoachBot.Core.Turns;
using CoachBot.Infrastructure.Storage.Stores;

namespace CoachBot.Benchmarks.Memory;

/// <summary>How many messages a second the inbox takes before the acknowledgement, and how many it takes from beginning to end.</summary>
internal static class InboxThroughput
{
    public static async Task<int> RunAsync(string[] args)
    {
        var seconds = args.Length > 0 ? double.Parse(args[0], CultureInfo.InvariantCulture) : 5;
        foreach (var place in await Place.AllAsync())
        {
            await using (var database = await place.OpenAsync())
            {
                var inbox = new Inbox(database, TimeProvider.System, metrics: null);
                foreach (var atOnce in new[] { 1, 32, 256 })
                {
                    await MeasureAsync($"{place.Name}, stored, {atOnce} at once", atOnce, seconds, number => StoreAsync(inbox, number));
                }

                await MeasureAsync($"{place.Name}, stored, claimed, sent, closed, 256 at once", 256, seconds, number => WholeAsync(inbox, number));
            }

            await place.DisposeAsync();
        }

        return 0;
    }

    private static async Task<string> StoreAsync(Inbox inbox, long number)
    {
        var message = Messages.Of(number, "customer says ATM gave fake notes", 500);
        var isNew = await inbox.StoreAsync(message, CancellationToken.None);
        await inbox.FlushAsync(CancellationToken.None);
        return isNew ? message.Id : throw new InvalidOperationException("A new message was known.");
    }

    private static async Task WholeAsync(Inbox inbox, long number)
    {
        var id = await StoreAsync(inbox, number);
        if (!await inbox.ClaimAsync(id, "w", TimeSpan.FromMinutes(1), CancellationToken.None) || !await inbox.BeginSendAsync(id, "w", "answer", CancellationToken.None))
        {
            throw new InvalidOperationException("A message of our own was refused.");
        }

        await inbox.EndSendAsync(id, "answer", new Delivery.Sent("m"), CancellationToken.None);
        await inbox.CloseAsync(id, InboxEnd.Answered, CancellationToken.None);
    }

    private static async Task MeasureAsync(string name, int atOnce, double seconds, Func<long, Task> act)
    {
        var times = new ConcurrentBag<double>();
        var number = 0L;
        var run = Stopwatch.StartNew();
        await Task.WhenAll(Enumerable.Range(0, atOnce).Select(_ => Task.Run(async () =>
        {
            while (run.Elapsed.TotalSeconds < seconds)
            {
                var begun = Stopwatch.GetTimestamp();
                await act(Interlocked.Increment(ref number));
                times.Add(Stopwatch.GetElapsedTime(begun).TotalMilliseconds);
            }
        })));
        Console.WriteLine($"| {name} | {times.Count / run.Elapsed.TotalSeconds:F0} a second | {Percentiles.Of(times)} |");
    }
}
