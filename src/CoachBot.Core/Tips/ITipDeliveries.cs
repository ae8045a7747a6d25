namespace CoachBot.Core.Tips;

/// <summary>
/// Keeps every post from its plan to its one end. A post goes waiting → claimed → sending → its end, or back to waiting as a retry;
/// whatever dies in between, the row stays and another replica takes it when the claim runs out.
/// </summary>
public interface ITipDeliveries
{
    /// <summary>Living subscriptions whose next tip is due, longest due first.</summary>
    Task<IReadOnlyList<TipSubscription>> DueAsync(DateTimeOffset now, int most, CancellationToken cancel);

    /// <summary>
    /// Adds posts and moves their subscriptions on, all durable when the task ends. A subscription that is not as it was read any more is
    /// left alone; a post of the same day that is there already stays as it is.
    /// </summary>
    /// <returns>The plans that were carried out.</returns>
    Task<IReadOnlyList<TipPlan>> PlanAsync(IReadOnlyList<TipPlan> plans, CancellationToken cancel);

    /// <summary>Claims posts that wait or whose retry is due, and those whose replica let its claim run out.</summary>
    Task<IReadOnlyList<ClaimedTip>> ClaimAsync(string worker, DateTimeOffset now, TimeSpan lease, int most, CancellationToken cancel);

    /// <summary>
    /// Notes, durably, that a send begins, and renews the claim. False when the claim was lost: then it must not be sent.
    /// </summary>
    Task<bool> BeginAsync(ClaimedTip tip, string caseId, DateTimeOffset leaseUntil, CancellationToken cancel);

    /// <summary>
    /// Notes the end of an attempt or of the post. What was sent or may have been counts as used in the channel; a channel that is gone closes
    /// the subscription. False when the claim was lost meanwhile.
    /// </summary>
    Task<bool> EndAsync(ClaimedTip tip, TipEnd end, DateTimeOffset now, CancellationToken cancel);

    /// <summary>Gives back what this replica has claimed and not begun, so that another need not wait for the claim to run out.</summary>
    Task ReleaseAsync(string worker, CancellationToken cancel);

    /// <summary>Posts by state whose day began since a moment.</summary>
    Task<TipCounts> CountAsync(DateTimeOffset since, CancellationToken cancel);
}
