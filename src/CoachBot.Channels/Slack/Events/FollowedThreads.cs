using CoachBot.Core.Conversations;
using CoachBot.Core.Experts;
using CoachBot.Core.Turns;

namespace CoachBot.Channels.Slack.Events;

/// <summary>The threads in which the bot is spoken to without a mention: where it has answered, and where experts answer.</summary>
internal sealed class FollowedThreads(IConversationStore conversations, IExpertThreads experts)
{
    /// <summary>Whether a message in a thread is for the bot.</summary>
    /// <param name="thread">The thread.</param>
    /// <param name="toSomebody">Whether it begins with somebody else's mention: people talk among themselves, but an expert may well address the asker.</param>
    /// <param name="cancel">Ends the wait.</param>
    public async Task<bool> IsForUsAsync(ConversationKey thread, bool toSomebody, CancellationToken cancel) =>
        (!toSomebody && await conversations.ReadAsync(thread, cancel) != ConversationState.New)
        || await experts.FindByThreadAsync(thread, cancel) is not null;
}
