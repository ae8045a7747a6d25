namespace CoachBot.Core.Turns;

/// <summary>Everything between a message and what is said to it. Running the same message again gives the same and remembers it once.</summary>
public interface ITurnPipeline
{
    /// <summary>What a message gives; personal data in it is masked already.</summary>
    Task<IReadOnlyList<OutgoingReply>> RunAsync(IncomingMessage message, CancellationToken cancel);

    /// <summary>Takes note that a reply has reached its channel.</summary>
    /// <param name="reply">The reply.</param>
    /// <param name="to">Where it went.</param>
    /// <param name="messageId">The channel's id of it; null where the channel gives none.</param>
    /// <param name="cancel">Ends the wait.</param>
    Task DeliveredAsync(OutgoingReply reply, Address to, string? messageId, CancellationToken cancel);
}
