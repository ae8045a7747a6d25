using CoachBot.Core.Telemetry;
using CoachBot.Core.Tips;
using Microsoft.Extensions.Logging;

namespace CoachBot.Infrastructure.Scheduling;

/// <summary>Writes down and counts what becomes of posts.</summary>
internal sealed class TipWatch(CoachBotMetrics? metrics, ILogger<TipWatch> log) : ITipWatch
{
    /// <inheritdoc />
    public void Ended(ClaimedTip tip, TipEnd end)
    {
        metrics?.Tip(end.State.Code());
        log.Ended(end.State == TipState.Sent ? LogLevel.Information : LogLevel.Warning, tip.Subscription.Id, tip.Occurrence.Date, end.State, tip.Attempts, end.Reason);
    }

    /// <inheritdoc />
    public void ClaimLost(ClaimedTip tip) => log.ClaimLost(tip.Subscription.Id, tip.Occurrence.Date);

    /// <inheritdoc />
    public void StoreAway(ClaimedTip tip, Exception error) => log.StoreAway(error, tip.Subscription.Id, tip.Occurrence.Date);

    /// <inheritdoc />
    public void ChannelBroke(ClaimedTip tip, Exception error) => log.ChannelBroke(error, tip.Subscription.Id, tip.Occurrence.Date);
}
