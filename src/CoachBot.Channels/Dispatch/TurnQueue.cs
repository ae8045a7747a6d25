using System.Collections.Concurrent;
using System.Threading.Channels;
using CoachBot.Core.Turns;
using Microsoft.Extensions.Options;

namespace CoachBot.Channels.Dispatch;

/// <summary>
/// The turns that wait. Bounded as a whole; turns of one conversation keep their order and never run at the same time, turns
/// of different conversations never wait for each other.
/// </summary>
internal sealed class TurnQueue(IOptions<DeliveryOptions> options, TimeProvider time) : IQueueState, IDisposable
{
    private readonly int _capacity = options.Value.Capacity;
    private readonly ConcurrentDictionary<ConversationKey, Mailbox> _mailboxes = new();

    // A mailbox stands in it once at most, and holds at least one turn: what bounds the turns bounds this.
    private readonly Channel<Mailbox> _ready = Channel.CreateUnbounded<Mailbox>();
    private readonly TaskCompletionSource _drained = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly CancellationTokenSource _draining = new();
    private int _count;

    /// <inheritdoc />
    public int Capacity => _capacity;

    /// <summary>How many turns wait or run.</summary>
    public int Count => Volatile.Read(ref _count);

    /// <summary>How many more there is room for.</summary>
    public int Room => Math.Max(0, _capacity - Count);

    /// <summary>Ends when nothing waits or runs any more, after <see cref="Drain"/>.</summary>
    public Task Drained => _drained.Task;

    /// <summary>Keeps a place; false when there is none.</summary>
    public bool TryReserve()
    {
        if (Interlocked.Increment(ref _count) <= _capacity)
        {
            return true;
        }

        Release();
        return false;
    }

    /// <summary>Adds what cannot come again: it was promised to a person already.</summary>
    public void AddBeyondCapacity(QueuedTurn turn)
    {
        Interlocked.Increment(ref _count);
        Add(turn);
    }

    /// <summary>Gives back a place that was not used.</summary>
    public void Release()
    {
        if (Interlocked.Decrement(ref _count) == 0 && IsDraining)
        {
            _drained.TrySetResult();
        }
    }

    /// <summary>Adds a turn to the place that was kept for it.</summary>
    public void Add(QueuedTurn turn)
    {
        var conversation = turn.Message.Address.Conversation;
        while (true)
        {
            var mailbox = _mailboxes.GetOrAdd(conversation, static key => new Mailbox(key));
            if (mailbox.Add(turn) is not { } ready)
            {
                _mailboxes.TryRemove(new(conversation, mailbox));
                continue;
            }

            if (ready)
            {
                _ready.Writer.TryWrite(mailbox);
            }

            return;
        }
    }

    /// <summary>The next conversation with a turn to run.</summary>
    public ValueTask<Mailbox> NextAsync(CancellationToken cancel) => _ready.Reader.ReadAsync(cancel);

    /// <summary>The first turn of the mailbox is done.</summary>
    public void Finish(Mailbox mailbox)
    {
        if (mailbox.Finish())
        {
            _ready.Writer.TryWrite(mailbox);
        }
        else
        {
            _mailboxes.TryRemove(new(mailbox.Conversation, mailbox));
        }

        Release();
    }

    /// <summary>The first turn of the mailbox goes on after a while; the conversation waits with it, and no worker does.</summary>
    public void PutOff(Mailbox mailbox, QueuedTurn turn, TimeSpan after)
    {
        mailbox.PutBack(turn);
        _ = ReadyAgainAsync(mailbox, after);
    }

    /// <summary>From now on nothing is put off: the store keeps what is not done.</summary>
    public void Drain()
    {
        _draining.Cancel();
        if (Count == 0)
        {
            _drained.TrySetResult();
        }
    }

    /// <summary>Whether the host is going down.</summary>
    public bool IsDraining => _draining.IsCancellationRequested;

    /// <inheritdoc />
    public void Dispose() => _draining.Dispose();

    private async Task ReadyAgainAsync(Mailbox mailbox, TimeSpan after)
    {
        try
        {
            await Task.Delay(after, time, _draining.Token);
            _ready.Writer.TryWrite(mailbox);
        }
        catch (OperationCanceledException)
        {
            Finish(mailbox);
        }
    }
}
