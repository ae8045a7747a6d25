using System.Text.Json;
using CoachBot.Core.Preferences;
using CoachBot.Core.Turns;

namespace CoachBot.Infrastructure.Storage.Stores;

/// <summary>What people have set for themselves.</summary>
internal sealed class PreferenceStore(Database database, TimeProvider time) : IPreferenceStore
{
    /// <inheritdoc />
    public async Task<PersonPreferences> ReadAsync(PersonKey person, CancellationToken cancel) =>
        await database.ReadFirstAsync(
            new("SELECT chosen FROM preferences WHERE person = $1", Keys.Of(person)),
            row => JsonSerializer.Deserialize(row.GetString(0), StoredJson.Plain.PersonPreferences),
            cancel) ?? PersonPreferences.None;

    /// <inheritdoc />
    public Task WriteAsync(PersonKey person, PersonPreferences preferences, CancellationToken cancel) => database.KeepAsync(cancel, new Statement(
        """
        INSERT INTO preferences (person, chosen, changed_at) VALUES ($1, $2, $3)
        ON CONFLICT (person) DO UPDATE SET chosen = excluded.chosen, changed_at = excluded.changed_at
        """,
        Keys.Of(person), JsonSerializer.Serialize(preferences, StoredJson.Plain.PersonPreferences), time.GetUtcNow()));
}
