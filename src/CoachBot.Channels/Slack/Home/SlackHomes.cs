using System.Collections.Concurrent;
using CoachBot.Channels.Slack.Api;
using CoachBot.Channels.Slack.Events;
using CoachBot.Channels.Slack.Interactivity;
using CoachBot.Core.Turns;

namespace CoachBot.Channels.Slack.Home;

/// <summary>Publishes Homes. Openings that come while one waits are the same publication; the last state is always shown in the end.</summary>
internal sealed class SlackHomes(ISlackHome home, ISlackApi api, SlackPeople people, FollowUps followUps, TimeProvider time) : ISlackHomes
{
    private const int SweepAbove = 20_000;
    private static readonly TimeSpan Apart = TimeSpan.FromSeconds(2);
    private readonly ConcurrentDictionary<(string Tenant, string User), Slot> _slots = new();

    /// <inheritdoc />
    public void Refresh(SlackWorkspace workspace, string userId)
    {
        if (_slots.Count > SweepAbove)
        {
            Sweep();
        }

        var slot = _slots.GetOrAdd((workspace.Tenant, userId), _ => new Slot());
        if (slot.Reserve(time.GetUtcNow()) is not { } wait)
        {
            return;
        }

        if (wait == TimeSpan.Zero)
        {
            followUps.Add(cancel => PublishAsync(workspace, userId, slot, cancel));
            return;
        }

        // A timer, not a worker, waits; it lives as long as the wait.
        ITimer? timer = null;
        timer = time.CreateTimer(
            _ =>
            {
                followUps.Add(cancel => PublishAsync(workspace, userId, slot, cancel));
                timer?.Dispose();
            },
            null, wait, Timeout.InfiniteTimeSpan);
    }

    private async Task PublishAsync(SlackWorkspace workspace, string userId, Slot slot, CancellationToken cancel)
    {
        slot.Begin();
        var locale = await people.LocaleAsync(workspace, userId, cancel);
        var view = await home.RenderAsync(new PersonKey(ChannelNames.Slack, workspace.Tenant, userId), locale, cancel);
        await api.PublishHomeAsync(workspace, userId, view, cancel);
    }

    private void Sweep()
    {
        foreach (var slot in _slots.Where(slot => slot.Value.IsIdle(time.GetUtcNow())))
        {
            _slots.TryRemove(slot);
        }
    }

    private sealed class Slot
    {
        private readonly Lock _guard = new();
        private DateTimeOffset _next = DateTimeOffset.MinValue;
        private bool _waits;

        // How long to wait for the next publication; null when one waits already.
        public TimeSpan? Reserve(DateTimeOffset now)
        {
            lock (_guard)
            {
                if (_waits)
                {
                    return null;
                }

                _waits = true;
                var at = _next > now ? _next : now;
                _next = at + Apart;
                return at - now;
            }
        }

        public void Begin()
        {
            lock (_guard)
            {
                _waits = false;
            }
        }

        public bool IsIdle(DateTimeOffset now)
        {
            lock (_guard)
            {
                return !_waits && _next < now;
            }
        }
    }
}
