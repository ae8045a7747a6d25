using CoachBot.Core.Knowledge;

namespace CoachBot.Infrastructure.Storage.Stores;

/// <summary>The history of the pack, and the newest packs themselves.</summary>
internal sealed class Revisions(Database database, TimeProvider time) : IRevisions
{
    private const long ContentsKept = 3;

    /// <inheritdoc />
    public bool IsShared => database.IsShared;

    /// <inheritdoc />
    public Task<KnowledgeRevision?> NewestAsync(CancellationToken cancel) => database.ReadFirstAsync(
        new("SELECT number, fingerprint, made_at FROM knowledge_revisions ORDER BY number DESC LIMIT 1"),
        row => new KnowledgeRevision(row.GetInt64(0), row.GetString(1), row.Time(2)),
        cancel);

    /// <inheritdoc />
    public Task<bool> KnowsAsync(string fingerprint, CancellationToken cancel) => database.ReadFirstAsync(
        new("SELECT 1 FROM knowledge_revisions WHERE fingerprint = $1 LIMIT 1", fingerprint), _ => true, cancel);

    /// <inheritdoc />
    public Task<KnowledgeRevision> PublishAsync(string fingerprint, IReadOnlyDictionary<string, string> cases, byte[]? content, CancellationToken cancel) =>
        database.TransactAsync(
            async session =>
            {
                // Machines that publish at the same moment do it one after the other.
                await session.ExecuteAsync(new(database.Dialect.LockTable("knowledge_revisions")), cancel);
                var newest = (await session.QueryAsync(
                    new("SELECT number, fingerprint, made_at FROM knowledge_revisions ORDER BY number DESC LIMIT 1"),
                    row => new KnowledgeRevision(row.GetInt64(0), row.GetString(1), row.Time(2)),
                    cancel)).FirstOrDefault();
                if (newest?.Fingerprint == fingerprint)
                {
                    return newest;
                }

                var made = new KnowledgeRevision((newest?.Number ?? 0) + 1, fingerprint, DateTimeOffset.FromUnixTimeMilliseconds(time.GetUtcNow().ToUnixTimeMilliseconds()));
                await session.ExecuteAsync(
                    new(
                        "INSERT INTO knowledge_revisions (number, fingerprint, cases, content, made_at) VALUES ($1, $2, $3, $4, $5)",
                        made.Number, fingerprint, (long)cases.Count, content, made.At),
                    cancel);
                await session.ExecuteAsync(new("UPDATE knowledge_revisions SET content = NULL WHERE number <= $1 AND content IS NOT NULL", made.Number - ContentsKept), cancel);
                await NoteCasesAsync(session, made, cases, cancel);
                return made;
            },
            cancel);

    /// <inheritdoc />
    public Task<byte[]?> ContentAsync(long number, CancellationToken cancel) => database.ReadFirstAsync(
        new("SELECT content FROM knowledge_revisions WHERE number = $1", number), row => row.IsDBNull(0) ? null : (byte[])row.GetValue(0), cancel);

    private static async Task NoteCasesAsync(ISession session, KnowledgeRevision made, IReadOnlyDictionary<string, string> cases, CancellationToken cancel)
    {
        var before = (await session.QueryAsync(
            new("SELECT case_id, fingerprint FROM case_revisions c WHERE revision = (SELECT max(revision) FROM case_revisions WHERE case_id = c.case_id)"),
            row => KeyValuePair.Create(row.GetString(0), row.GetString(1)),
            cancel)).ToDictionary(StringComparer.Ordinal);
        var gone = before.Where(known => known.Value.Length > 0 && !cases.ContainsKey(known.Key)).Select(known => KeyValuePair.Create(known.Key, ""));
        foreach (var (id, fingerprint) in cases.Where(one => before.GetValueOrDefault(one.Key) != one.Value).Concat(gone))
        {
            await session.ExecuteAsync(
                new("INSERT INTO case_revisions (case_id, revision, fingerprint, made_at) VALUES ($1, $2, $3, $4)", id, made.Number, fingerprint, made.At), cancel);
        }
    }
}
