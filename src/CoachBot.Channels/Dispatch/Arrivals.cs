namespace CoachBot.Channels.Dispatch;

/// <summary>
/// The messages that are being taken in at this moment. A channel gives some seconds for its acknowledgement and a person waits longer for an
/// answer, so while many arrive no further answer is begun.
/// </summary>
internal sealed class Arrivals(TimeProvider time)
{
    // An answer is held back for no longer, however many arrive: a busy door must not starve those who are through it.
    private static readonly TimeSpan s_longest = TimeSpan.FromSeconds(1);
    private static readonly int s_many = 4 * Environment.ProcessorCount;

    private readonly Lock _gate = new();
    private TaskCompletionSource? _fewer;
    private int _count;

    /// <summary>A message arrives.</summary>
    public void Begin() => Interlocked.Increment(ref _count);

    /// <summary>It is stored, or was refused.</summary>
    public void End()
    {
        if (Interlocked.Decrement(ref _count) == s_many - 1)
        {
            lock (_gate)
            {
                _fewer?.TrySetResult();
                _fewer = null;
            }
        }
    }

    /// <summary>Ends when few messages arrive, at once as a rule.</summary>
    public async ValueTask WaitForFewAsync(CancellationToken cancel)
    {
        if (Volatile.Read(ref _count) < s_many)
        {
            return;
        }

        // Those who are let go look again when it is their turn: the first of them may be enough for now.
        var longest = Task.Delay(s_longest, time, cancel);
        while (Volatile.Read(ref _count) >= s_many && !longest.IsCompleted)
        {
            await Task.WhenAny(Fewer(), longest);
        }
    }

    private Task Fewer()
    {
        lock (_gate)
        {
            // It may have become quiet just before there was anybody to tell.
            return Volatile.Read(ref _count) < s_many
                ? Task.CompletedTask
                : (_fewer ??= new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously)).Task;
        }
    }
}
