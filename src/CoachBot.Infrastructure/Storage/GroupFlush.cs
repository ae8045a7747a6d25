namespace CoachBot.Infrastructure.Storage;

/// <summary>
/// Makes what is committed survive a power cut. A flush takes milliseconds and covers everything before it, so all who wait share one,
/// and those who come meanwhile share the next. Commits themselves never wait for it.
/// </summary>
internal sealed class GroupFlush : IAsyncDisposable
{
    // What nobody waits for goes to the disk together with what is committed in the meantime.
    private static readonly TimeSpan s_patience = TimeSpan.FromMilliseconds(20);

    private readonly Action _flush;

    // The kernel's, which sleeps at once: a thread that spins while it waits takes the processor from those that answer.
    private readonly AutoResetEvent _asked = new(false);
    private readonly TaskCompletionSource _ended = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private TaskCompletionSource? _next;
    private bool _isOwed;
    private volatile bool _ending;

    /// <param name="name">The name of the thread that flushes.</param>
    /// <param name="flush">Flushes and returns when the disk has it.</param>
    public GroupFlush(string name, Action flush)
    {
        _flush = flush;
        new Thread(Work) { IsBackground = true, Name = name }.Start();
    }

    /// <summary>Ends when everything committed before this call is on the disk.</summary>
    public Task WaitAsync()
    {
        TaskCompletionSource? mine = Volatile.Read(ref _next);
        while (mine is null)
        {
            var made = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
            mine = Interlocked.CompareExchange(ref _next, made, null);
            if (mine is null)
            {
                mine = made;
                _asked.Set();
            }
        }

        return mine.Task;
    }

    /// <summary>Something was committed that nobody waits for: it is flushed within some milliseconds.</summary>
    public void Owe()
    {
        if (!Interlocked.Exchange(ref _isOwed, true))
        {
            _asked.Set();
        }
    }

    /// <inheritdoc />
    public async ValueTask DisposeAsync()
    {
        _ending = true;
        _asked.Set();
        await _ended.Task;
        _asked.Dispose();
    }

    private void Work()
    {
        while (true)
        {
            WaitForWork();
            var owed = Interlocked.Exchange(ref _isOwed, false);
            var waiting = Interlocked.Exchange(ref _next, null);
            if (owed || waiting is not null)
            {
                Flush(waiting);
            }
            else if (_ending)
            {
                _ended.SetResult();
                return;
            }
        }
    }

    private void WaitForWork()
    {
        if (_ending)
        {
            return;
        }

        _asked.WaitOne();
        if (Volatile.Read(ref _next) is null && !_ending)
        {
            _asked.WaitOne(s_patience);
        }
    }

    private void Flush(TaskCompletionSource? waiting)
    {
        try
        {
            _flush();
            waiting?.SetResult();
        }
        catch (Exception e)
        {
            // Whoever waits is told; nobody need be waiting.
            waiting?.SetException(e);
            _ = waiting?.Task.Exception;
        }
    }
}
