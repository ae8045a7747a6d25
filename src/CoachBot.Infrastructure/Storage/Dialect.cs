namespace CoachBot.Infrastructure.Storage;

/// <summary>The few words that differ between the databases.</summary>
/// <param name="Name">The ending of migration files that only one of them runs: <c>sqlite</c> or <c>postgres</c>.</param>
/// <param name="Blob">The type of bytes.</param>
/// <param name="ForUpdate">Locks the rows read until the transaction ends.</param>
/// <param name="SkipLocked">Locks the rows read and passes over those that others hold.</param>
internal sealed record Dialect(string Name, string Blob, string ForUpdate, string SkipLocked)
{
    /// <summary>Keeps other writers of a table waiting until the transaction ends.</summary>
    public string LockTable(string table) => this == Postgres ? $"LOCK TABLE {table} IN SHARE ROW EXCLUSIVE MODE" : "SELECT 1";

    /// <summary>SQLite: its only writer needs no row locks.</summary>
    public static Dialect Sqlite { get; } = new("sqlite", "BLOB", "", "");

    /// <summary>PostgreSQL.</summary>
    public static Dialect Postgres { get; } = new("postgres", "BYTEA", "FOR UPDATE", "FOR UPDATE SKIP LOCKED");

    /// <summary>A text of migrations in this dialect.</summary>
    public string Of(string sql) => sql.Replace("{blob}", Blob, StringComparison.Ordinal);
}
