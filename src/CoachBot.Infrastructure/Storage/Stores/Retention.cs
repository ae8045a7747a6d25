using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace CoachBot.Infrastructure.Storage.Stores;

/// <summary>Deletes what is past its time: once after the start, then daily. Several machines may do it at once.</summary>
internal sealed class Retention(Database database, IOptions<StorageOptions> options, TimeProvider time, ILogger<Retention> log) : BackgroundService
{
    // Short transactions: nobody who writes waits long behind one.
    private const int AtOnce = 500;
    private static readonly TimeSpan Pause = TimeSpan.FromDays(1);

    /// <summary>Deletes everything that is past its time now.</summary>
    /// <returns>How many rows.</returns>
    public async Task<long> SweepAsync(CancellationToken cancel)
    {
        var keep = options.Value.Keep;
        var now = time.GetUtcNow();
        var deleted = 0L;
        foreach (var rule in Rules(keep))
        {
            var before = now - TimeSpan.FromDays(rule.Days);
            int rows;
            do
            {
                rows = (await database.CommitAsync(cancel, new Statement(rule.Sql, before, (long)AtOnce)))[0];
                deleted += rows;
            }
            while (rows == AtOnce);
        }

        await database.CommitAsync(cancel, Orphans.Select(sql => new Statement(sql)).ToArray());
        return deleted;
    }

    /// <inheritdoc />
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Pause, time);
        do
        {
            try
            {
                log.Swept(await SweepAsync(stoppingToken));
            }
            catch (Exception e) when (e is System.Data.Common.DbException)
            {
                log.NotSwept(e);
            }
        }
        while (await timer.WaitForNextTickAsync(stoppingToken));
    }

    private static IEnumerable<(string Sql, int Days)> Rules(RetentionOptions keep) =>
    [
        (Delete("inbox", "id", "state IN (2, 4) AND ended_at < $1"), keep.MessagesDays),
        (Delete("inbox", "id", "state = 3 AND ended_at < $1"), keep.DoubtsDays),
        (Delete("conversations", "conversation", "changed_at < $1"), keep.ConversationsDays),
        (Delete("questions", "id", "asked_at < $1"), keep.QuestionsDays),
        (Delete("gaps", "question_id", "opened_at < $1"), keep.GapsDays),
        (Delete("expert_questions", "question_id", "asked_at < $1"), keep.QuestionsDays),
    ];

    // What hangs on a row that is gone; small once the rows themselves are swept daily.
    private static readonly string[] Orphans =
    [
        "DELETE FROM inbox_sends WHERE NOT EXISTS (SELECT 1 FROM inbox WHERE inbox.id = inbox_sends.inbox_id)",
        "DELETE FROM question_messages WHERE NOT EXISTS (SELECT 1 FROM questions WHERE questions.id = question_messages.question_id)",
        "DELETE FROM feedback WHERE NOT EXISTS (SELECT 1 FROM questions WHERE questions.id = feedback.question_id)",
        "DELETE FROM expert_threads WHERE NOT EXISTS (SELECT 1 FROM expert_questions WHERE expert_questions.question_id = expert_threads.question_id)",
    ];

    private static string Delete(string table, string key, string where) =>
        $"DELETE FROM {table} WHERE {key} IN (SELECT {key} FROM {table} WHERE {where} LIMIT $2)";
}
