using System.Diagnostics.Metrics;
using CoachBot.Core.Tips;
using Microsoft.Extensions.Logging;

namespace CoachBot.Infrastructure.Scheduling;

/// <summary>Writes down and counts what becomes of posts.</summary>
internal sealed class TipWatch(IMeterFactory meters, ILogger<TipWatch> log) : ITipWatch
{
    private readonly Counter<long> _tips = meters.Create(MeterName).CreateCounter<long>(
        "coachbot.tips", "{post}", "Attempts and posts by the state they ended in.");

    /// <summary>The name of the meter.</summary>
    public const string MeterName = "CoachBot.Tips";

    /// <inheritdoc />
    public void Ended(ClaimedTip tip, TipEnd end)
    {
        _tips.Add(1, new KeyValuePair<string, object?>("state", end.State.Code()));
        log.Ended(end.State == TipState.Sent ? LogLevel.Information : LogLevel.Warning, tip.Subscription.Id, tip.Occurrence.Date, end.State, tip.Attempts, end.Reason);
    }

    /// <inheritdoc />
    public void ClaimLost(ClaimedTip tip) => log.ClaimLost(tip.Subscription.Id, tip.Occurrence.Date);

    /// <inheritdoc />
    public void StoreAway(ClaimedTip tip, Exception error) => log.StoreAway(error, tip.Subscription.Id, tip.Occurrence.Date);

    /// <inheritdoc />
    public void ChannelBroke(ClaimedTip tip, Exception error) => log.ChannelBroke(error, tip.Subscription.Id, tip.Occurrence.Date);
}
