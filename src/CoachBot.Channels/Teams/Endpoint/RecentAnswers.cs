using System.Collections.Concurrent;

namespace CoachBot.Channels.Teams.Endpoint;

/// <summary>
/// Answers that were given in the response a short while ago. A channel that gave up waiting asks again, also at the same time: it gets the
/// same answer, and what was done is done once. Bounded in time, number and bytes.
/// </summary>
internal sealed class RecentAnswers(TimeProvider time)
{
    private const int MostEntries = 4_096;
    private const long MostBytes = 16 * 1024 * 1024;
    private static readonly TimeSpan s_kept = TimeSpan.FromMinutes(10);
    private readonly ConcurrentDictionary<string, Entry> _entries = new(StringComparer.Ordinal);
    private readonly Queue<Entry> _finished = new();
    private readonly Lock _gate = new();
    private long _bytes;

    /// <summary>The answer of that key, made now or before. An answer that is not final is forgotten at once.</summary>
    public Task<DoorAnswer> AnswerAsync(string key, Func<Task<DoorAnswer>> answer)
    {
        var mine = new Entry(key);
        var entry = _entries.GetOrAdd(key, mine);
        return ReferenceEquals(entry, mine) ? RunAsync(mine, answer) : entry.Answer.Task;
    }

    private async Task<DoorAnswer> RunAsync(Entry entry, Func<Task<DoorAnswer>> answer)
    {
        var given = DoorAnswer.Broken;
        try
        {
            given = await answer().ConfigureAwait(false);
            return given;
        }
        finally
        {
            if (given.IsFinal)
            {
                Keep(entry, given.Body?.Length ?? 0);
            }
            else
            {
                _entries.TryRemove(entry.Key, out _);
            }

            entry.Answer.SetResult(given);
        }
    }

    private void Keep(Entry entry, int bytes)
    {
        var now = time.GetUtcNow();
        entry.Until = now + s_kept;
        entry.Bytes = bytes;
        lock (_gate)
        {
            _finished.Enqueue(entry);
            _bytes += bytes;
            while (_finished.TryPeek(out var oldest) && (_finished.Count > MostEntries || _bytes > MostBytes || oldest.Until < now))
            {
                _finished.Dequeue();
                _bytes -= oldest.Bytes;
                _entries.TryRemove(oldest.Key, out _);
            }
        }
    }

    private sealed class Entry(string key)
    {
        public string Key { get; } = key;

        public TaskCompletionSource<DoorAnswer> Answer { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public DateTimeOffset Until { get; set; }

        public int Bytes { get; set; }
    }
}
