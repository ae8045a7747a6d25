using System.Collections.Concurrent;

namespace CoachBot.Channels.Slack.Socket;

/// <summary>What is being taken at the moment, so that an end can wait for it. Tasks end by themselves and never fail.</summary>
internal sealed class InFlight
{
    private readonly ConcurrentDictionary<Task, byte> _tasks = new();

    /// <summary>Adds a task; it leaves when it ends.</summary>
    public void Add(Task task)
    {
        if (task.IsCompleted)
        {
            return;
        }

        _tasks[task] = 0;
        _ = task.ContinueWith(done => _tasks.TryRemove(done, out _), CancellationToken.None, TaskContinuationOptions.ExecuteSynchronously, TaskScheduler.Default);
    }

    /// <summary>Ends when all of them have.</summary>
    public async Task Done() => await Task.WhenAll(_tasks.Keys).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
}
