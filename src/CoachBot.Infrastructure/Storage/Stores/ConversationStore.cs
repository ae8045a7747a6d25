using System.Text.Json;
using CoachBot.Core.Conversations;
using CoachBot.Core.Turns;

namespace CoachBot.Infrastructure.Storage.Stores;

/// <summary>What conversations remember. Read anew for every turn: another machine may have taken the last one.</summary>
internal sealed class ConversationStore(Database database, TimeProvider time) : IConversationStore
{
    /// <inheritdoc />
    public async Task<ConversationState> ReadAsync(ConversationKey conversation, CancellationToken cancel) =>
        await database.ReadFirstAsync(
            new("SELECT state FROM conversations WHERE conversation = $1", Keys.Of(conversation)),
            row => JsonSerializer.Deserialize(row.GetString(0), StoredJson.Plain.ConversationState),
            cancel) ?? ConversationState.New;

    /// <inheritdoc />
    public Task WriteAsync(ConversationKey conversation, ConversationState state, CancellationToken cancel) => database.CommitAsync(cancel, new Statement(
        """
        INSERT INTO conversations (conversation, state, changed_at) VALUES ($1, $2, $3)
        ON CONFLICT (conversation) DO UPDATE SET state = excluded.state, changed_at = excluded.changed_at
        """,
        Keys.Of(conversation), JsonSerializer.Serialize(state, StoredJson.Plain.ConversationState), time.GetUtcNow()));
}
