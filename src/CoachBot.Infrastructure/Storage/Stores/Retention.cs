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
        var now = time.GetUtcNow();
        var deleted = 0L;
        foreach (var rule in Rules(options.Value.Keep))
        {
            var before = now - TimeSpan.FromDays(rule.Days);
            int rows;
            do
            {
                rows = (await database.CommitAsync(cancel, rule.Statements(before)))[^1];
                deleted += rows;
            }
            while (rows == AtOnce);
        }

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

    private static IEnumerable<Rule> Rules(RetentionOptions keep) =>
    [
        new("inbox", "id", "ended_at", "state IN (2, 4)", keep.MessagesDays, [("inbox_sends", "inbox_id")]),
        new("inbox", "id", "ended_at", "state = 3", keep.DoubtsDays, [("inbox_sends", "inbox_id")]),
        new("conversations", "conversation", "changed_at", "1 = 1", keep.ConversationsDays, []),
        new("questions", "id", "asked_at", "1 = 1", keep.QuestionsDays, [("question_messages", "question_id"), ("feedback", "question_id")]),
        new("gaps", "question_id", "opened_at", "1 = 1", keep.GapsDays, []),
        new("expert_questions", "question_id", "asked_at", "1 = 1", keep.QuestionsDays, [("expert_threads", "question_id")]),

        // A post has a key of two columns; those that are open are younger than any setting.
        new("tip_deliveries", "subscription_id, local_date", "due_at", "state > 3", keep.TipsDays, []),
    ];

    /// <summary>Rows that go after some days, the oldest first, and with them what hangs on them.</summary>
    private sealed record Rule(string Table, string Key, string Time, string Where, int Days, (string Table, string Column)[] Hanging)
    {
        public Statement[] Statements(DateTimeOffset before)
        {
            var oldest = $"(SELECT {Key} FROM {Table} WHERE {Where} AND {Time} < $1 ORDER BY {Time}, {Key} LIMIT $2)";
            return
            [
                .. Hanging.Select(hanging => new Statement($"DELETE FROM {hanging.Table} WHERE {hanging.Column} IN {oldest}", before, (long)AtOnce)),
                new($"DELETE FROM {Table} WHERE ({Key}) IN {oldest}", before, (long)AtOnce),
            ];
        }
    }
}
