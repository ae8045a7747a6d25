using CoachBot.Infrastructure.Storage.Migrations;
using CoachBot.Infrastructure.Storage.Sqlite;
using CoachBot.Infrastructure.Storage.Stores;

namespace CoachBot.Benchmarks.Memory;

/// <summary>
/// The process that is killed: stores messages in bursts and says after each <c>+id</c> when it may be acknowledged, with <c>=length</c>
/// before it: so much of the log is on the disk.
/// </summary>
internal static class BurstWriter
{
    // Below what makes the log be emptied: the figures of its length would mean nothing after that.
    private const int MostMessages = 900;
    private const int Burst = 30;

    public static async Task<int> RunAsync(string file)
    {
        await using var database = new SqliteDatabase(file);
        await Migrator.RunAsync(database, TimeProvider.System, CancellationToken.None);
        var inbox = new Inbox(database, TimeProvider.System, metrics: null);
        using var output = TextWriter.Synchronized(new StreamWriter(Console.OpenStandardOutput()) { AutoFlush = true });
        for (var number = 0; number < MostMessages; number += Burst)
        {
            await Task.WhenAll(Enumerable.Range(number, Burst).Select(async at =>
            {
                var message = Messages.Of(at, "customer says ATM gave fake notes", 500);
                await inbox.StoreAsync(message, CancellationToken.None);
                await inbox.FlushAsync(CancellationToken.None);
                await output.WriteAsync($"={database.Log.FlushedLength}\n+{message.Id}\n");
            }));
        }

        // Nobody killed it in time; it waits to be.
        await Task.Delay(TimeSpan.FromSeconds(30));
        return 1;
    }
}
