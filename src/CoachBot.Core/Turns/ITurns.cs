namespace CoachBot.Core.Turns;

/// <summary>The door that channels knock at.</summary>
public interface ITurns
{
    /// <summary>
    /// Takes a message to be answered later: masks personal data, stores it, queues it. Ends when the message is durable, so that
    /// the channel may be told that it has arrived.
    /// </summary>
    Task<Acceptance> AcceptAsync(IncomingMessage message, CancellationToken cancel);

    /// <summary>
    /// Runs a turn inside the request, where the answer is the response: what would be said is returned, nothing is sent except what
    /// goes to another conversation. The caller guards against duplicates.
    /// </summary>
    Task<IReadOnlyList<OutgoingReply>> RunAsync(IncomingMessage message, CancellationToken cancel);
}

/// <summary>What became of a message at the door.</summary>
public enum Acceptance
{
    /// <summary>Stored and queued.</summary>
    Accepted,

    /// <summary>It was taken before: nothing more is done.</summary>
    Duplicate,

    /// <summary>Too much waits already: not stored, the channel shall come again.</summary>
    Full,
}
