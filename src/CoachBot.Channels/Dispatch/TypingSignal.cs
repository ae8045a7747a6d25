using CoachBot.Core.Turns;

namespace CoachBot.Channels.Dispatch;

/// <summary>Shows once that the bot is at work, when a person has waited for a while; ends with the turn.</summary>
internal sealed class TypingSignal : IDisposable
{
    private readonly CancellationTokenSource _done = new();
    private readonly ITimer _timer;

    private TypingSignal(ReplySender sender, Address to, TimeSpan after, TimeProvider time) => _timer = time.CreateTimer(
        _ => _ = sender.ShowTypingAsync(to, _done.Token), null, after, Timeout.InfiniteTimeSpan);

    /// <summary>Starts the wait; null where nobody waits for an answer.</summary>
    public static TypingSignal? Start(ReplySender sender, IncomingMessage message, TimeSpan after, TimeProvider time) =>
        message.Content is MessageContent.Reacted or MessageContent.Uninstalled ? null : new TypingSignal(sender, message.Address, after, time);

    /// <inheritdoc />
    public void Dispose()
    {
        _timer.Dispose();
        _done.Cancel();
    }
}
