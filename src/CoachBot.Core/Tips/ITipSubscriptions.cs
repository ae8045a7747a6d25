using CoachBot.Core.Turns;

namespace CoachBot.Core.Tips;

/// <summary>Keeps which conversations get a daily tip.</summary>
public interface ITipSubscriptions
{
    /// <summary>The subscription of a conversation, also a closed one; null when it never had one. A thread finds its channel's.</summary>
    Task<TipSubscription?> FindAsync(ConversationKey conversation, CancellationToken cancel);

    /// <summary>Adds or replaces the subscription of its conversation. The id that the conversation had first stays.</summary>
    Task SaveAsync(TipSubscription subscription, CancellationToken cancel);

    /// <summary>Ends the subscription of a conversation; harmless when it has none.</summary>
    Task CloseAsync(ConversationKey conversation, string reason, CancellationToken cancel);

    /// <summary>Everything that is not closed.</summary>
    Task<IReadOnlyList<TipSubscription>> LivingAsync(CancellationToken cancel);
}
