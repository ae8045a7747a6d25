using CoachBot.Core.Turns;

namespace CoachBot.TestSupport.Fakes;

/// <summary>An inbox that keeps everything in memory, by the rules of the real ones; give it the same clock as the rest.</summary>
public sealed class InMemoryInbox(TimeProvider? clock = null) : IInbox
{
    private readonly TimeProvider _time = clock ?? TimeProvider.System;
    private readonly Lock _lock = new();
    private readonly Dictionary<string, Entry> _entries = [];
    private int _stored;

    /// <summary>The messages stored, in their order.</summary>
    public IReadOnlyList<IncomingMessage> Stored
    {
        get
        {
            lock (_lock)
            {
                return _entries.Values.OrderBy(entry => entry.Number).Select(entry => entry.Message).ToList();
            }
        }
    }

    /// <summary>How an entry ended; null as long as it is open or unknown.</summary>
    public InboxEnd? End(string messageId)
    {
        lock (_lock)
        {
            return _entries.GetValueOrDefault(messageId)?.End;
        }
    }

    /// <inheritdoc />
    public Task<bool> StoreAsync(IncomingMessage message, CancellationToken cancel) =>
        Locked(() => _entries.TryAdd(message.Id, new Entry(message, ++_stored, _time.GetUtcNow())));

    /// <inheritdoc />
    public Task FlushAsync(CancellationToken cancel) => Task.CompletedTask;

    /// <inheritdoc />
    public Task<bool> ClaimAsync(string messageId, string worker, TimeSpan lease, CancellationToken cancel) => Locked(() =>
    {
        var entry = _entries[messageId];
        var free = entry.End is null && (entry.Worker is null || entry.Worker == worker || entry.Until <= _time.GetUtcNow());
        if (free)
        {
            entry.Claim(worker, _time.GetUtcNow() + lease);
        }

        return free;
    });

    /// <inheritdoc />
    public Task<IReadOnlyList<IncomingMessage>> ClaimAbandonedAsync(
        string worker, TimeSpan lease, TimeSpan idle, int most, CancellationToken cancel) => Locked<IReadOnlyList<IncomingMessage>>(() =>
    {
        var now = _time.GetUtcNow();
        var abandoned = _entries.Values
            .Where(entry => entry.End is null && (entry.Worker is null ? entry.StoredAt + idle <= now : entry.Until <= now))
            .OrderBy(entry => entry.Number)
            .ToList();
        foreach (var doubtful in abandoned.Where(entry => entry.Sends.ContainsValue(null)))
        {
            doubtful.End = InboxEnd.InDoubt;
        }

        var taken = abandoned.Where(entry => entry.End is null).Take(most).ToList();
        taken.ForEach(entry => entry.Claim(worker, now + lease));
        return taken.ConvertAll(entry => entry.Message);
    });

    /// <inheritdoc />
    public Task<bool> BeginSendAsync(string messageId, string worker, string send, CancellationToken cancel) =>
        Locked(() => _entries[messageId] is { End: null } entry && entry.Worker == worker && entry.Sends.TryAdd(send, null));

    /// <inheritdoc />
    public Task EndSendAsync(string messageId, string send, Delivery delivery, CancellationToken cancel) => Locked(() =>
    {
        if (delivery is Delivery.Later)
        {
            return _entries[messageId].Sends.Remove(send);
        }

        _entries[messageId].Sends[send] = delivery;
        return true;
    });

    /// <inheritdoc />
    public Task CloseAsync(string messageId, InboxEnd end, CancellationToken cancel) => Locked(() => _entries[messageId].End = end);

    /// <inheritdoc />
    public Task<InboxCounts> CountAsync(CancellationToken cancel) => Locked(() => new InboxCounts(
        _entries.Values.LongCount(entry => entry is { End: null, Worker: null }),
        _entries.Values.LongCount(entry => entry is { End: null, Worker: not null }),
        _entries.Values.LongCount(entry => entry.End == InboxEnd.Answered),
        _entries.Values.LongCount(entry => entry.End == InboxEnd.InDoubt),
        _entries.Values.LongCount(entry => entry.End == InboxEnd.Failed)));

    /// <inheritdoc />
    public Task<IReadOnlyList<string>> InDoubtAsync(int most, CancellationToken cancel) => Locked<IReadOnlyList<string>>(() => _entries.Values
        .Where(entry => entry.End == InboxEnd.InDoubt)
        .OrderByDescending(entry => entry.Number)
        .Take(most)
        .Select(entry => entry.Message.Id)
        .ToList());

    private Task<T> Locked<T>(Func<T> act)
    {
        lock (_lock)
        {
            return Task.FromResult(act());
        }
    }

    private sealed class Entry(IncomingMessage message, int number, DateTimeOffset storedAt)
    {
        public IncomingMessage Message { get; } = message;

        public int Number { get; } = number;

        public DateTimeOffset StoredAt { get; } = storedAt;

        public string? Worker { get; private set; }

        public DateTimeOffset Until { get; private set; }

        public InboxEnd? End { get; set; }

        /// <summary>Each send begun, with its end; null as long as it has none.</summary>
        public Dictionary<string, Delivery?> Sends { get; } = [];

        public void Claim(string worker, DateTimeOffset until) => (Worker, Until) = (worker, until);
    }
}
