using Npgsql;

namespace CoachBot.Infrastructure.Storage.Postgres;

/// <summary>Bridges a restart of the server: what failed for want of a connection is tried again for a while.</summary>
internal sealed class PostgresRetry(TimeProvider time)
{
    // A restart takes a few seconds; people wait no longer than this for the bot to say that it can't.
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan LongestPause = TimeSpan.FromSeconds(1);

    /// <summary>Runs work that bears being run twice.</summary>
    public async Task<T> RunAsync<T>(Func<Task<T>> work, CancellationToken cancel)
    {
        var begun = time.GetTimestamp();
        for (var pause = TimeSpan.FromMilliseconds(50); ; pause = TimeSpan.FromTicks(Math.Min(pause.Ticks * 2, LongestPause.Ticks)))
        {
            try
            {
                return await work();
            }
            catch (NpgsqlException e) when (IsPassing(e) && time.GetElapsedTime(begun) + pause < Longest)
            {
                await Task.Delay(pause, time, cancel);
            }
        }
    }

    /// <summary>Whether it may go well the next time: broken connections, and the server's own words for going down, coming up, deadlocks and collisions.</summary>
    public static bool IsPassing(NpgsqlException error) =>
        error is not PostgresException refused
        || refused.SqlState is "57P01" or "57P02" or "57P03" or "40P01" or "40001" or "53300"
        || refused.SqlState.StartsWith("08", StringComparison.Ordinal);
}
