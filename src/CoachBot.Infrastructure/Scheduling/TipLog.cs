using CoachBot.Core.Tips;
using Microsoft.Extensions.Logging;

namespace CoachBot.Infrastructure.Scheduling;

/// <summary>What the delivery of tips says: ids, days and counts, never a text.</summary>
internal static partial class TipLog
{
    [LoggerMessage(401, LogLevel.Information, "Tips planned: {Waiting} to send, {Skipped} skipped as asked, {Missed} too late")]
    public static partial void Planned(this ILogger log, int waiting, int skipped, int missed);

    [LoggerMessage(402, LogLevel.Warning, "{Missed} tips were due while no host ran, longer ago than Tips__CatchUpWithin allows: they are left out")]
    public static partial void Missed(this ILogger log, int missed);

    [LoggerMessage(403, LogLevel.Error, "The time zones of {Subscriptions} subscriptions are not known on this machine: install the zone data (Debian: tzdata)")]
    public static partial void ZonesUnknown(this ILogger log, int subscriptions);

    [LoggerMessage(EventId = 404, Message = "Tip of {Subscription} for {Day}: {State} after {Attempts} attempts, {Reason}")]
    public static partial void Ended(this ILogger log, LogLevel level, string subscription, DateOnly day, TipState state, int attempts, string? reason);

    [LoggerMessage(405, LogLevel.Warning, "Tip of {Subscription} for {Day} was taken over by another replica")]
    public static partial void ClaimLost(this ILogger log, string subscription, DateOnly day);

    [LoggerMessage(406, LogLevel.Warning, "The end of the tip of {Subscription} for {Day} could not be noted yet")]
    public static partial void StoreAway(this ILogger log, Exception error, string subscription, DateOnly day);

    [LoggerMessage(407, LogLevel.Error, "The channel broke while it sent the tip of {Subscription} for {Day}")]
    public static partial void ChannelBroke(this ILogger log, Exception error, string subscription, DateOnly day);

    [LoggerMessage(408, LogLevel.Warning, "A round of sending tips broke; it goes on with the next")]
    public static partial void RoundBroke(this ILogger log, Exception error);

    [LoggerMessage(409, LogLevel.Warning, "Claimed tips could not be given back; others take them when the claim runs out")]
    public static partial void NotReleased(this ILogger log, Exception error);
}
