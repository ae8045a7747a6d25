using System.Data.Common;
using CoachBot.Core.Knowledge;
using CoachBot.Core.Turns;

namespace CoachBot.Core.Tips;

/// <summary>
/// Sends the posts that wait. Each is claimed, then noted as being sent, then sent, then noted with its end; so that whatever dies in
/// between, it is known what was not sent and what may have been.
/// </summary>
/// <param name="worker">Names this run of this process; never used again by another.</param>
/// <param name="deliveries">The posts.</param>
/// <param name="history">What channels have had.</param>
/// <param name="knowledge">The pack as it is now.</param>
/// <param name="channels">The ways to people.</param>
/// <param name="watch">Is told of every end.</param>
/// <param name="options">How.</param>
/// <param name="time">The clock.</param>
public sealed class TipPostman(
    string worker, ITipDeliveries deliveries, ITipHistory history, Func<KnowledgePack> knowledge, IEnumerable<IChannel> channels,
    ITipWatch watch, TipOptions options, TimeProvider time)
{
    private static readonly TimeSpan MissedWithin = TimeSpan.FromDays(7);
    private static readonly TimeSpan BetweenTries = TimeSpan.FromMilliseconds(500);
    private readonly Dictionary<string, IChannel> _channels = channels.ToDictionary(channel => channel.Name, StringComparer.Ordinal);
    private readonly TipPace _pace = new(options.MostPerSecond, time);

    /// <summary>Claims what waits and brings it to an end or a retry.</summary>
    /// <param name="most">How many at most.</param>
    /// <param name="cancel">No further send begins; those that have begun are brought to their end.</param>
    /// <returns>How many were claimed: as many as asked for means that more may wait.</returns>
    public async Task<int> RunAsync(int most, CancellationToken cancel)
    {
        var claimed = await deliveries.ClaimAsync(worker, time.GetUtcNow(), options.Lease, most, cancel);
        await Parallel.ForEachAsync(
            claimed,
            new ParallelOptions { MaxDegreeOfParallelism = options.MostAtOnce, CancellationToken = cancel },
            async (tip, stop) => await HandleAsync(tip, stop));
        return claimed.Count;
    }

    /// <summary>Gives back what was claimed and not begun.</summary>
    public Task ReleaseAsync(CancellationToken cancel) => deliveries.ReleaseAsync(worker, cancel);

    private async Task HandleAsync(ClaimedTip tip, CancellationToken cancel)
    {
        if (Unsendable(tip, time.GetUtcNow()) is { } end)
        {
            await EndAsync(tip, end, cancel);
        }
        else if (await PostAsync(tip, cancel) is not { } post)
        {
            await EndAsync(tip, new TipEnd(TipState.GivenUp, "no-case-left"), cancel);
        }
        else
        {
            await _pace.WaitAsync(cancel);
            await SendAsync(tip, post, cancel);
        }
    }

    private TipEnd? Unsendable(ClaimedTip tip, DateTimeOffset now) => tip switch
    {
        // The channel may have what the dead replica was sending: too late to send it again, and not to be called given up.
        { TakenOver: true } when IsTooLate(tip, now) => new TipEnd(TipState.Doubtful, "replica-died"),
        { Subscription.Closed: { } closed } => new TipEnd(TipState.ChannelGone, closed),
        { Subscription.Paused: true } => new TipEnd(TipState.Skipped, "paused"),
        { Attempts: 0 } when IsTooLate(tip, now) => new TipEnd(TipState.Missed, TipPlan.HostWasDown),
        _ when IsTooLate(tip, now) || tip.Attempts >= options.MostAttempts => new TipEnd(TipState.GivenUp, tip.Reason ?? "too-late"),
        _ => null,
    };

    private bool IsTooLate(ClaimedTip tip, DateTimeOffset now) => now - tip.Occurrence.At > options.CatchUpWithin;

    // A retry says the same again, unless the pack has lost the case meanwhile.
    private async Task<Reply.Tip?> PostAsync(ClaimedTip tip, CancellationToken cancel)
    {
        var pack = knowledge();
        if (tip.CaseId is { } chosen && TipReply.Of(pack, chosen, tip.Subscription.Languages) is { } same)
        {
            return same;
        }

        var memory = await history.RememberAsync(tip.Subscription.Address.Conversation, time.GetUtcNow() - MissedWithin, cancel);
        return TipChooser.Next(tip.Subscription.Filter.Pool(pack), memory, tip.Subscription.Id) is { } next
            ? TipReply.Of(pack, next, tip.Subscription.Languages)
            : null;
    }

    private async Task SendAsync(ClaimedTip tip, Reply.Tip post, CancellationToken cancel)
    {
        if (!await deliveries.BeginAsync(tip, post.CaseId, time.GetUtcNow() + options.Lease, cancel))
        {
            watch.ClaimLost(tip);
            return;
        }

        // From here on the post is brought to its end whatever happens: a stop of the host waits for it.
        var begun = tip with { CaseId = post.CaseId, Attempts = tip.Attempts + 1 };
        await EndAsync(begun, After(begun, await DeliverAsync(tip, post)), CancellationToken.None);
    }

    private async Task<Delivery> DeliverAsync(ClaimedTip tip, Reply.Tip post)
    {
        if (!_channels.TryGetValue(tip.Subscription.Address.Conversation.Channel, out var channel))
        {
            return new Delivery.Later(TimeSpan.Zero, "channel-not-configured");
        }

        using var deadline = new CancellationTokenSource(options.SendTimeout, time);
        try
        {
            return await channel.SendAsync(tip.Subscription.Address, post, ReplyPlacement.New, null, deadline.Token);
        }
        catch (OperationCanceledException) when (deadline.IsCancellationRequested)
        {
            return new Delivery.Unknown("timeout");
        }
#pragma warning disable CA1031 // Whatever a channel breaks with, the post needs an end, and the others their turn.
        catch (Exception error)
#pragma warning restore CA1031
        {
            watch.ChannelBroke(tip, error);
            return new Delivery.Unknown("channel-broke");
        }
    }

    private TipEnd After(ClaimedTip tip, Delivery delivery) => delivery switch
    {
        Delivery.Sent sent => new TipEnd(TipState.Sent, MessageId: sent.MessageId),
        Delivery.Unknown unknown => new TipEnd(TipState.Doubtful, unknown.Reason),
        Delivery.Gone gone => new TipEnd(TipState.ChannelGone, gone.Reason),
        Delivery.Refused refused => new TipEnd(TipState.GivenUp, refused.Reason),
        Delivery.Later later => AfterRefusal(tip, later),
        _ => throw new System.Diagnostics.UnreachableException(),
    };

    private TipEnd AfterRefusal(ClaimedTip tip, Delivery.Later later)
    {
        var at = time.GetUtcNow() + TipBackoff.After(tip.Attempts, later.After, options, Random.Shared.NextDouble());
        return tip.Attempts >= options.MostAttempts || at - tip.Occurrence.At > options.CatchUpWithin
            ? new TipEnd(TipState.GivenUp, later.Reason)
            : new TipEnd(TipState.Retry, later.Reason, RetryAt: at);
    }

    // What was sent must be noted, also when the database is away for a while; the claim holds until its lease is over.
    private async Task EndAsync(ClaimedTip tip, TipEnd end, CancellationToken cancel)
    {
        var begun = time.GetTimestamp();
        while (true)
        {
            try
            {
                await EndOnceAsync(tip, end, cancel);
                return;
            }
            catch (DbException error) when (time.GetElapsedTime(begun) < options.Lease)
            {
                watch.StoreAway(tip, error);
                await Task.Delay(BetweenTries, time, cancel);
            }
        }
    }

    private async Task EndOnceAsync(ClaimedTip tip, TipEnd end, CancellationToken cancel)
    {
        if (await deliveries.EndAsync(tip, end, time.GetUtcNow(), cancel))
        {
            watch.Ended(tip, end);
        }
        else
        {
            watch.ClaimLost(tip);
        }
    }
}

/// <summary>Is told what becomes of posts: for logs and metrics.</summary>
public interface ITipWatch
{
    /// <summary>An attempt, or the post, has ended.</summary>
    void Ended(ClaimedTip tip, TipEnd end);

    /// <summary>Another replica holds the post: this one was too slow.</summary>
    void ClaimLost(ClaimedTip tip);

    /// <summary>The database does not take an end that must be noted; it is tried again.</summary>
    void StoreAway(ClaimedTip tip, Exception error);

    /// <summary>A channel threw, which none should.</summary>
    void ChannelBroke(ClaimedTip tip, Exception error);
}
