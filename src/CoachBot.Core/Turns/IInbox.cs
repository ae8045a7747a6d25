namespace CoachBot.Core.Turns;

/// <summary>
/// Holds every message from before it is acknowledged until its replies have an end, so that a killed process loses none and
/// answers none twice. An entry goes waiting → claimed → (each send: begun → ended) → done; a send that was begun and has no end
/// when its claim runs out is in doubt and is never repeated.
/// </summary>
public interface IInbox
{
    /// <summary>
    /// Stores a message, personal data masked. When the task ends a killed process can't lose it, and work on it may begin; a power cut may, until
    /// <see cref="FlushAsync"/>. False: it is there already.
    /// </summary>
    Task<bool> StoreAsync(IncomingMessage message, CancellationToken cancel);

    /// <summary>Ends when everything stored before survives a power cut as well: now it may be acknowledged.</summary>
    Task FlushAsync(CancellationToken cancel);

    /// <summary>
    /// Claims one stored message for a worker, or renews the claim that this worker has; false when another has it or it is done.
    /// </summary>
    Task<bool> ClaimAsync(string messageId, string worker, TimeSpan lease, CancellationToken cancel);

    /// <summary>
    /// Claims what nobody works on: waiting for longer than <paramref name="idle"/>, or claimed by a worker whose lease ran out. Entries with
    /// a send in doubt are closed as such and not returned.
    /// </summary>
    Task<IReadOnlyList<IncomingMessage>> ClaimAbandonedAsync(string worker, TimeSpan lease, TimeSpan idle, int most, CancellationToken cancel);

    /// <summary>Notes that a send begins; false when a send of this key was begun or ended before: then it must not be sent.</summary>
    /// <param name="messageId">The message.</param>
    /// <param name="worker">The worker that holds the claim.</param>
    /// <param name="send">The key of <see cref="OutgoingReply"/>.</param>
    /// <param name="cancel">Ends the wait.</param>
    Task<bool> BeginSendAsync(string messageId, string worker, string send, CancellationToken cancel);

    /// <summary>Notes the end of a send. After <see cref="Delivery.Later"/> the send may begin again.</summary>
    Task EndSendAsync(string messageId, string send, Delivery delivery, CancellationToken cancel);

    /// <summary>Closes the entry: every reply has its end.</summary>
    Task CloseAsync(string messageId, InboxEnd end, CancellationToken cancel);

    /// <summary>How many entries are in each state.</summary>
    Task<InboxCounts> CountAsync(CancellationToken cancel);

    /// <summary>The ids of entries with a send in doubt, newest first.</summary>
    Task<IReadOnlyList<string>> InDoubtAsync(int most, CancellationToken cancel);
}

/// <summary>How an entry ended.</summary>
public enum InboxEnd
{
    /// <summary>All replies were sent, or there was nothing to say.</summary>
    Answered,

    /// <summary>A send was begun and its fate is unknown.</summary>
    InDoubt,

    /// <summary>A reply was refused, or the turn failed for good.</summary>
    Failed,
}

/// <summary>How many entries are in each state.</summary>
/// <param name="Waiting">Nobody works on them.</param>
/// <param name="Claimed">A worker does.</param>
/// <param name="Answered">Done.</param>
/// <param name="InDoubt">A send's fate is unknown.</param>
/// <param name="Failed">Given up.</param>
public sealed record InboxCounts(long Waiting, long Claimed, long Answered, long InDoubt, long Failed);
