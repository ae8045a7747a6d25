using CoachBot.Infrastructure.Storage.Stores;

namespace CoachBot.Infrastructure.Storage.Tips;

/// <summary>Where the bot has left, no tip is sent: the subscription is closed, and what the channel has had is kept for its return.</summary>
internal sealed class TipConversationRows : IConversationRows
{
    private const string Close = "UPDATE tip_subscriptions SET closed = 'uninstalled', next_on = NULL, next_at = NULL, version = version + 1 WHERE closed IS NULL AND ";

    /// <inheritdoc />
    public Statement RemoveConversation(string conversation) => new(Close + "conversation = $1", conversation);

    /// <inheritdoc />
    public Statement RemoveTenant(string prefix) => new(Close + "substr(conversation, 1, length($1)) = $1", prefix);
}
