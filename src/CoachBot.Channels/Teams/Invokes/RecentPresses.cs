using CoachBot.Core.Turns;

namespace CoachBot.Channels.Teams.Invokes;

/// <summary>
/// The buttons that were pressed a moment ago, so that a double click posts once. A client sends each click as an invoke of its own, with
/// an id of its own.
/// </summary>
internal sealed class RecentPresses(TimeProvider time)
{
    private const int Most = 10_000;
    private static readonly TimeSpan s_moment = TimeSpan.FromSeconds(3);
    private readonly Lock _gate = new();
    private readonly Dictionary<Press, DateTimeOffset> _presses = [];

    /// <summary>Notes a press; false when the same person pressed the same button a moment ago.</summary>
    public bool IsNew(IncomingMessage message, CardAction action)
    {
        var now = time.GetUtcNow();
        lock (_gate)
        {
            Tidy(now);
            var press = Of(message, action);
            var again = _presses.TryGetValue(press, out var before) && now - before < s_moment;
            if (!again)
            {
                _presses[press] = now;
            }

            return !again;
        }
    }

    /// <summary>The press came to nothing: the next one counts.</summary>
    public void Forget(IncomingMessage message, CardAction action)
    {
        lock (_gate)
        {
            _presses.Remove(Of(message, action));
        }
    }

    private static Press Of(IncomingMessage message, CardAction action) => new(
        message.From.Key,
        message.Address.Conversation,
        (message.Content as MessageContent.Pressed)?.MessageId,
        action.Verb,
        string.Join('\n', action.Data.OrderBy(member => member.Key, StringComparer.Ordinal).Select(member => $"{member.Key}={member.Value}")));

    private void Tidy(DateTimeOffset now)
    {
        if (_presses.Count < Most)
        {
            return;
        }

        foreach (var old in _presses.Where(press => now - press.Value >= s_moment).Select(press => press.Key).ToList())
        {
            _presses.Remove(old);
        }
    }

    private sealed record Press(PersonKey Person, ConversationKey Place, string? Card, string Verb, string Data);
}
