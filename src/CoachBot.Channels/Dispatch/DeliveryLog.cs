using Microsoft.Extensions.Logging;

namespace CoachBot.Channels.Dispatch;

/// <summary>What the delivery says: ids and counts, never texts.</summary>
internal static partial class DeliveryLog
{
    [LoggerMessage(101, LogLevel.Error, "Turn {Message} failed")]
    public static partial void TurnFailed(this ILogger log, Exception e, string message);

    [LoggerMessage(102, LogLevel.Warning, "Turn {Message} was given up after {Timeout}")]
    public static partial void TurnTimedOut(this ILogger log, string message, TimeSpan timeout);

    [LoggerMessage(103, LogLevel.Error, "Sending for {Message} through {Channel} failed")]
    public static partial void SendFailed(this ILogger log, Exception e, string message, string channel);

    [LoggerMessage(104, LogLevel.Debug, "The typing signal of {Channel} failed")]
    public static partial void TypingFailed(this ILogger log, Exception e, string channel);

    [LoggerMessage(105, LogLevel.Debug, "Reply {Send} of {Message} through {Channel}: {Delivery}")]
    public static partial void ReplySent(this ILogger log, string message, string send, string channel, string delivery);

    [LoggerMessage(106, LogLevel.Information, "{Count} abandoned messages taken over")]
    public static partial void TookOver(this ILogger log, int count);

    [LoggerMessage(107, LogLevel.Error, "Looking for abandoned messages failed")]
    public static partial void LookFailed(this ILogger log, Exception e);

    [LoggerMessage(108, LogLevel.Warning, "{Count} turns were not done when the host had to stop; the store keeps them")]
    public static partial void NotDrained(this ILogger log, int count);
}
