namespace CoachBot.Core.Tips;

/// <summary>Lets so many pass a second, evenly.</summary>
/// <param name="mostPerSecond">How many; 0: all at once.</param>
/// <param name="time">The clock.</param>
internal sealed class TipPace(int mostPerSecond, TimeProvider time)
{
    private readonly Lock _lock = new();
    private DateTimeOffset _free = DateTimeOffset.MinValue;

    /// <summary>Ends when it is the caller's turn.</summary>
    public Task WaitAsync(CancellationToken cancel)
    {
        if (mostPerSecond == 0)
        {
            return Task.CompletedTask;
        }

        var now = time.GetUtcNow();
        lock (_lock)
        {
            var turn = _free > now ? _free : now;
            _free = turn + (TimeSpan.FromSeconds(1) / mostPerSecond);
            return turn > now ? Task.Delay(turn - now, time, cancel) : Task.CompletedTask;
        }
    }
}
