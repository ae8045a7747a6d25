using System.Collections.Concurrent;

namespace CoachBot.Channels.Slack.Api;

/// <summary>Remembers until when Slack wants no calls of a method for a workspace; other methods and workspaces go on.</summary>
internal sealed class MethodGate(TimeProvider time)
{
    private readonly ConcurrentDictionary<(string Tenant, string Method), DateTimeOffset> _closed = new();

    /// <summary>How long the gate stays closed; zero when it is open.</summary>
    public TimeSpan Wait(string tenant, string method)
    {
        if (!_closed.TryGetValue((tenant, method), out var until))
        {
            return TimeSpan.Zero;
        }

        var wait = until - time.GetUtcNow();
        if (wait > TimeSpan.Zero)
        {
            return wait;
        }

        _closed.TryRemove(new((tenant, method), until));
        return TimeSpan.Zero;
    }

    /// <summary>Closes the gate for a time.</summary>
    public void Close(string tenant, string method, TimeSpan wait)
    {
        var until = time.GetUtcNow() + wait;
        _closed.AddOrUpdate((tenant, method), until, (_, earlier) => earlier > until ? earlier : until);
    }
}
