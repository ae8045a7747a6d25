using CoachBot.Core.Turns;

namespace CoachBot.Core.Tips;

/// <summary>What conversations have had, and what their people need.</summary>
public interface ITipHistory
{
    /// <summary>What the choice of the next tip goes by.</summary>
    /// <param name="conversation">The conversation; a thread counts as its channel.</param>
    /// <param name="missedSince">From when on questions count that found nothing or did not help.</param>
    /// <param name="cancel">Ends the wait.</param>
    Task<TipMemory> RememberAsync(ConversationKey conversation, DateTimeOffset missedSince, CancellationToken cancel);

    /// <summary>
    /// Notes that a conversation has had a case's tip. False when it had it meanwhile, after what <paramref name="before"/> knew.
    /// </summary>
    Task<bool> NoteAsync(ConversationKey conversation, string caseId, DateTimeOffset? before, DateTimeOffset at, CancellationToken cancel);
}
