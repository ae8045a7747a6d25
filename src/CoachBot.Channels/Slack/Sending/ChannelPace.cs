using System.Collections.Concurrent;
using System.Runtime.CompilerServices;

namespace CoachBot.Channels.Slack.Sending;

/// <summary>
/// One message a second in a channel, in the order they came. A message that has to come again keeps its place in the line, so that a burst
/// leaves in order however often its messages are put off.
/// </summary>
internal sealed class ChannelPace(TimeProvider time)
{
    /// <summary>Between two messages of a channel: a little more than the second Slack asks for, since clocks and networks differ.</summary>
    public static readonly TimeSpan Apart = TimeSpan.FromMilliseconds(1_050);

    private const int SweepAbove = 20_000;
    private readonly ConcurrentDictionary<(string Tenant, string Channel), Line> _lines = new();
    private readonly ConditionalWeakTable<object, Place> _places = [];

    /// <summary>How long a message has to wait for its place; asked again, it is the same place.</summary>
    /// <param name="tenant">The workspace.</param>
    /// <param name="channel">The channel.</param>
    /// <param name="message">The message, by reference.</param>
    public TimeSpan Wait(string tenant, string channel, object message)
    {
        var place = _places.GetValue(message, _ => new Place(Take(tenant, channel)));
        var wait = place.At - time.GetUtcNow();
        return wait > TimeSpan.Zero ? wait : TimeSpan.Zero;
    }

    /// <summary>The message has gone: sent once more it gets a new place.</summary>
    public void Leave(object message) => _places.Remove(message);

    private DateTimeOffset Take(string tenant, string channel)
    {
        if (_lines.Count > SweepAbove)
        {
            Sweep();
        }

        return _lines.GetOrAdd((tenant, channel), _ => new Line()).Take(time.GetUtcNow());
    }

    private void Sweep()
    {
        foreach (var line in _lines.Where(line => line.Value.IsIdle(time.GetUtcNow())))
        {
            _lines.TryRemove(line);
        }
    }

    private sealed class Line
    {
        private readonly Lock _guard = new();
        private DateTimeOffset _next = DateTimeOffset.MinValue;

        public DateTimeOffset Take(DateTimeOffset now)
        {
            lock (_guard)
            {
                var place = _next > now ? _next : now;
                _next = place + Apart;
                return place;
            }
        }

        public bool IsIdle(DateTimeOffset now)
        {
            lock (_guard)
            {
                return _next < now - Apart;
            }
        }
    }

    private sealed record Place(DateTimeOffset At);
}
