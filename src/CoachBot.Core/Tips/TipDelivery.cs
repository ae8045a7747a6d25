namespace CoachBot.Core.Tips;

/// <summary>The state of one post: one row a subscription and day, in exactly one state. Kept as numbers: never renumber.</summary>
public enum TipState
{
    /// <summary>Planned; nobody works on it.</summary>
    Waiting = 0,

    /// <summary>A replica has it; nothing was sent.</summary>
    Claimed = 1,

    /// <summary>The request is going out, or the replica died while it was.</summary>
    Sending = 2,

    /// <summary>The channel did not take it; tried again at the time noted.</summary>
    Retry = 3,

    /// <summary>The channel has it.</summary>
    Sent = 4,

    /// <summary>The channel may have it or not; never sent again.</summary>
    Doubtful = 5,

    /// <summary>Not sent, with the reason.</summary>
    GivenUp = 6,

    /// <summary>The conversation is gone; the subscription was closed.</summary>
    ChannelGone = 7,

    /// <summary>Left out because somebody asked for it: skipped or paused.</summary>
    Skipped = 8,

    /// <summary>Its hour passed while no host ran, and it was too late to catch up.</summary>
    Missed = 9,
}

/// <summary>Facts about states.</summary>
public static class TipStates
{
    /// <summary>Whether nothing more happens to a post in this state.</summary>
    public static bool IsFinal(this TipState state) => state >= TipState.Sent;

    /// <summary>The state as statistics and metrics spell it.</summary>
    public static string Code(this TipState state) => state switch
    {
        TipState.GivenUp => "given-up",
        TipState.ChannelGone => "channel-gone",
        _ => state.ToString().ToLowerInvariant(),
    };
}

/// <summary>A post that is planned.</summary>
/// <param name="Occurrence">Which.</param>
/// <param name="State">Waiting, or the final state of one that is not to be sent.</param>
/// <param name="Reason">Why not; null for one that waits.</param>
public sealed record PlannedTip(TipOccurrence Occurrence, TipState State, string? Reason);

/// <summary>A post that this replica works on.</summary>
/// <param name="Subscription">Whose.</param>
/// <param name="Occurrence">Which.</param>
/// <param name="CaseId">The case chosen before; null when none was yet.</param>
/// <param name="Attempts">How often it was sent before.</param>
/// <param name="Reason">Why the last attempt failed; null when there was none.</param>
/// <param name="TakenOver">Whether a replica died while sending it: the channel may have it already.</param>
/// <param name="Worker">The replica that holds the claim.</param>
public sealed record ClaimedTip(
    TipSubscription Subscription, TipOccurrence Occurrence, string? CaseId, int Attempts, string? Reason, bool TakenOver, string Worker);

/// <summary>How an attempt, or the whole post, ended.</summary>
/// <param name="State">Retry or a final state.</param>
/// <param name="Reason">A code; null when sent.</param>
/// <param name="MessageId">The channel's id of the message, when sent.</param>
/// <param name="RetryAt">Not before; only with <see cref="TipState.Retry"/>.</param>
public sealed record TipEnd(TipState State, string? Reason = null, string? MessageId = null, DateTimeOffset? RetryAt = null);

/// <summary>How many posts are in each state.</summary>
/// <param name="ByState">States that have posts.</param>
/// <param name="TakenOver">Posts whose replica died while sending them, so that the channel may have them twice.</param>
public sealed record TipCounts(IReadOnlyDictionary<TipState, long> ByState, long TakenOver);
