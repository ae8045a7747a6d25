using System.Collections.Concurrent;
using System.Globalization;
using CoachBot.Core.Turns;

namespace CoachBot.TestSupport.Fakes;

/// <summary>A channel that collects what is sent through it.</summary>
public sealed class RecordingChannel(string name = ChannelNames.Teams) : IChannel
{
    private readonly ConcurrentQueue<SentReply> _sent = new();
    private int _typing;
    private int _number;

    /// <inheritdoc />
    public string Name { get; } = name;

    /// <summary>What a send becomes; by default it is sent under the next number.</summary>
    public Func<SentReply, CancellationToken, Task<Delivery>>? Fate { get; set; }

    /// <summary>Everything that was offered to the channel, in order.</summary>
    public IReadOnlyList<SentReply> Sent => [.. _sent];

    /// <summary>How often the bot was shown at work.</summary>
    public int Typing => Volatile.Read(ref _typing);

    /// <inheritdoc />
    public Task<Delivery> SendAsync(Address to, Reply reply, ReplyPlacement placement, string? replaces, CancellationToken cancel)
    {
        var sent = new SentReply(to, reply, placement, replaces);
        _sent.Enqueue(sent);
        var id = string.Create(CultureInfo.InvariantCulture, $"{Name}-{Interlocked.Increment(ref _number)}");
        return Fate is { } fate ? fate(sent, cancel) : Task.FromResult<Delivery>(new Delivery.Sent(id));
    }

    /// <inheritdoc />
    public Task ShowTypingAsync(Address to, CancellationToken cancel)
    {
        Interlocked.Increment(ref _typing);
        return Task.CompletedTask;
    }

    /// <summary>Waits until so many replies were offered; fails the test when they do not come in time.</summary>
    public async Task<IReadOnlyList<SentReply>> WaitForAsync(int count, TimeSpan? patience = null)
    {
        using var deadline = new CancellationTokenSource(patience ?? TimeSpan.FromSeconds(20));
        while (_sent.Count < count)
        {
            if (deadline.IsCancellationRequested)
            {
                throw new TimeoutException($"{_sent.Count} of {count} replies were sent.");
            }

            await Task.Delay(TimeSpan.FromMilliseconds(5), CancellationToken.None);
        }

        return Sent;
    }
}

/// <summary>A reply as it was offered to a channel.</summary>
/// <param name="To">Where to.</param>
/// <param name="Reply">The reply.</param>
/// <param name="Placement">How it was to be placed.</param>
/// <param name="Replaces">The message to replace.</param>
public sealed record SentReply(Address To, Reply Reply, ReplyPlacement Placement, string? Replaces);
