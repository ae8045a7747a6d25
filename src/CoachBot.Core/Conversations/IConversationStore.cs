using CoachBot.Core.Turns;

namespace CoachBot.Core.Conversations;

/// <summary>Keeps what conversations remember between two messages.</summary>
public interface IConversationStore
{
    /// <summary>The state; <see cref="ConversationState.New"/> when nothing was said yet.</summary>
    Task<ConversationState> ReadAsync(ConversationKey conversation, CancellationToken cancel);

    /// <summary>Replaces the state; the last writer wins.</summary>
    Task WriteAsync(ConversationKey conversation, ConversationState state, CancellationToken cancel);
}
