using CoachBot.Core.Installations;
using CoachBot.Core.Turns;

namespace CoachBot.Infrastructure.Storage.Stores;

/// <summary>Where the bot is installed. What else is sent to a conversation goes with it: see <see cref="IConversationRows"/>.</summary>
internal sealed class InstallationStore(Database database, IEnumerable<IConversationRows> others) : IInstallationStore
{
    /// <inheritdoc />
    public Task AddAsync(Installation installation, CancellationToken cancel) => database.KeepAsync(cancel, new Statement(
        """
        INSERT INTO installations (conversation, route, scope, installed_by, seen_at) VALUES ($1, $2, $3, $4, $5)
        ON CONFLICT (conversation) DO UPDATE SET route = excluded.route, scope = excluded.scope,
          installed_by = COALESCE(excluded.installed_by, installations.installed_by), seen_at = excluded.seen_at
        """,
        Keys.Of(installation.Address.Conversation), installation.Address.Route, installation.Scope,
        installation.InstalledBy is { } person ? Keys.Of(person) : null, installation.At));

    /// <inheritdoc />
    public Task RemoveAsync(ConversationKey conversation, CancellationToken cancel)
    {
        var key = Keys.Of(conversation);
        return database.KeepAsync(cancel,
        [
            new("DELETE FROM installations WHERE conversation = $1", key),
            .. others.Select(other => other.RemoveConversation(key)),
        ]);
    }

    /// <inheritdoc />
    public Task RemoveTenantAsync(string channel, string tenant, CancellationToken cancel)
    {
        var prefix = Keys.OfTenant(channel, tenant);
        return database.KeepAsync(cancel,
        [
            new("DELETE FROM installations WHERE substr(conversation, 1, length($1)) = $1", prefix),
            .. others.Select(other => other.RemoveTenant(prefix)),
        ]);
    }

    /// <inheritdoc />
    public Task<Installation?> FindAsync(ConversationKey conversation, CancellationToken cancel) => database.ReadFirstAsync(
        new("SELECT route, scope, installed_by, seen_at FROM installations WHERE conversation = $1", Keys.Of(conversation)),
        row => new Installation(
            new(conversation, row.GetString(0)), row.Choice<ChatScope>(1)!.Value, row.Text(2) is { } person ? Keys.Person(person) : null, row.Time(3)),
        cancel);
}

/// <summary>Rows that are of no use once the bot has left a conversation.</summary>
internal interface IConversationRows
{
    /// <summary>Deletes those of one conversation.</summary>
    /// <param name="conversation">Its key, as in the column.</param>
    Statement RemoveConversation(string conversation);

    /// <summary>Deletes those of all conversations of a tenant.</summary>
    /// <param name="prefix">What their keys begin with.</param>
    Statement RemoveTenant(string prefix);
}
