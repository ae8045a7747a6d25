using System.Data.Common;
using System.Text.Json;
using CoachBot.Core.Coaching;
using CoachBot.Core.Language;
using CoachBot.Core.Questions;
using CoachBot.Core.Telemetry;
using CoachBot.Core.Turns;

namespace CoachBot.Infrastructure.Storage.Stores;

/// <summary>The questions, what people said of the answers, and the gaps.</summary>
internal sealed class QuestionLog(Database database, TimeProvider time, CoachBotMetrics? metrics) : IQuestionLog
{
    private const string Columns =
        "q.id, q.person, q.conversation, q.route, q.text, q.outcome, q.case_id, q.pack, q.language, q.score, q.nearest, q.latency, q.asked_at";

    /// <inheritdoc />
    public async Task RecordAsync(AskedQuestion question, CancellationToken cancel)
    {
        var rows = await database.CommitAsync(cancel, new Statement(
            """
            INSERT INTO questions (id, person, channel, conversation, route, text, outcome, case_id, pack, language, score, nearest, latency, asked_at)
            VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14)
            ON CONFLICT (id) DO NOTHING
            """,
            question.Id, Keys.Of(question.Person), question.Person.Channel, Keys.Of(question.Address.Conversation), question.Address.Route, question.Text,
            question.Outcome, question.CaseId, question.PackVersion, question.Language.Code(), question.Score,
            JsonSerializer.Serialize(question.Nearest, StoredJson.Plain.IReadOnlyListString), Microseconds(question.Latency), question.At));
        if (rows[0] > 0)
        {
            metrics?.Asked(question.Person.Channel, question.Outcome.ToString().ToLowerInvariant(), question.Language.Code(), question.Latency);
        }
    }

    /// <inheritdoc />
    public Task NoteCaseAsync(string questionId, string caseId, CancellationToken cancel) =>
        database.CommitAsync(cancel, new Statement("UPDATE questions SET case_id = $2 WHERE id = $1", questionId, caseId));

    /// <inheritdoc />
    public Task<AskedQuestion?> FindAsync(string id, CancellationToken cancel) =>
        database.ReadFirstAsync(new($"SELECT {Columns} FROM questions q WHERE q.id = $1", id), Question, cancel);

    /// <inheritdoc />
    public Task<AskedQuestion?> FindByMessageAsync(string channel, string messageId, CancellationToken cancel) => database.ReadFirstAsync(
        new($"SELECT {Columns} FROM question_messages m JOIN questions q ON q.id = m.question_id WHERE m.channel = $1 AND m.message_id = $2", channel, messageId),
        Question,
        cancel);

    /// <inheritdoc />
    public Task NoteMessageAsync(string questionId, string channel, string messageId, CancellationToken cancel) => database.CommitAsync(cancel, new Statement(
        """
        INSERT INTO question_messages (channel, message_id, question_id) VALUES ($1, $2, $3)
        ON CONFLICT (channel, message_id) DO UPDATE SET question_id = excluded.question_id
        """,
        channel, messageId, questionId));

    /// <inheritdoc />
    public Task RateAsync(Feedback feedback, CancellationToken cancel) => database.KeepAsync(cancel, new Statement(
        """
        INSERT INTO feedback (question_id, person, helpful, reason, given_at) VALUES ($1, $2, $3, $4, $5)
        ON CONFLICT (question_id, person) DO UPDATE SET helpful = excluded.helpful, reason = excluded.reason, given_at = excluded.given_at
        """,
        feedback.QuestionId, Keys.Of(feedback.By), feedback.Helpful, feedback.Reason, feedback.At));

    /// <inheritdoc />
    public Task OpenGapAsync(Gap gap, CancellationToken cancel) => database.CommitAsync(cancel, new Statement(
        """
        INSERT INTO gaps (question_id, text, language, cause, nearest_case, opened_at, expert_answer) VALUES ($1, $2, $3, $4, $5, $6, $7)
        ON CONFLICT (question_id) DO UPDATE SET
          cause = CASE WHEN excluded.cause > gaps.cause THEN excluded.cause ELSE gaps.cause END,
          nearest_case = COALESCE(excluded.nearest_case, gaps.nearest_case),
          expert_answer = COALESCE(gaps.expert_answer, excluded.expert_answer)
        """,
        gap.QuestionId, gap.Text, gap.Language.Code(), gap.Cause, gap.NearestCase, gap.At, gap.ExpertAnswer));

    /// <inheritdoc />
    public Task AnswerGapAsync(string questionId, string answer, CancellationToken cancel) => database.TransactAsync(
        async session =>
        {
            // A second answer joins the first; the same one again, after a crash, does not.
            var before = await session.QueryAsync(new("SELECT expert_answer FROM gaps WHERE question_id = $1", questionId), row => row.Text(0), cancel);
            var joined = before is [{ } first] && !first.Split("\n\n").Contains(answer) ? first + "\n\n" + answer : before is [{ } same] ? same : answer;
            return await session.ExecuteAsync(
                new("UPDATE gaps SET expert_answer = $2, answered_at = $3 WHERE question_id = $1", questionId, joined, time.GetUtcNow()), cancel);
        },
        cancel);

    /// <inheritdoc />
    public async Task<IReadOnlyList<Gap>> GapsAsync(DateTimeOffset from, DateTimeOffset to, int most, CancellationToken cancel) => await database.ReadAsync(
        new(
            """
            SELECT question_id, text, language, cause, nearest_case, opened_at, expert_answer FROM gaps
            WHERE opened_at >= $1 AND opened_at < $2 ORDER BY opened_at DESC, question_id DESC LIMIT $3
            """,
            from, to, (long)most),
        row => new Gap
        {
            QuestionId = row.GetString(0),
            Text = row.GetString(1),
            Language = Language(row.GetString(2)),
            Cause = row.Choice<GapCause>(3)!.Value,
            NearestCase = row.Text(4),
            At = row.Time(5),
            ExpertAnswer = row.Text(6),
        },
        cancel);

    /// <inheritdoc />
    public async Task<IReadOnlyList<string>> RecentCasesAsync(PersonKey person, int most, CancellationToken cancel) => await database.ReadAsync(
        new(
            """
            SELECT case_id FROM questions WHERE person = $1 AND case_id IS NOT NULL
            GROUP BY case_id ORDER BY max(asked_at) DESC, case_id LIMIT $2
            """,
            Keys.Of(person), (long)most),
        row => row.GetString(0),
        cancel);

    /// <inheritdoc />
    public async Task<IReadOnlyList<string>> MostUsedCasesAsync(DateTimeOffset since, int most, CancellationToken cancel) => await database.ReadAsync(
        new(
            """
            SELECT case_id FROM questions WHERE asked_at >= $1 AND case_id IS NOT NULL
            GROUP BY case_id ORDER BY count(*) DESC, case_id LIMIT $2
            """,
            since, (long)most),
        row => row.GetString(0),
        cancel);

    /// <summary>A language by its code.</summary>
    internal static AnswerLanguage Language(string code) => code switch
    {
        "zh" => AnswerLanguage.Zh,
        "zh-Hant" => AnswerLanguage.ZhHant,
        _ => AnswerLanguage.En,
    };

    private static AskedQuestion Question(DbDataReader row) => new()
    {
        Id = row.GetString(0),
        Person = Keys.Person(row.GetString(1)),
        Address = new(Keys.Conversation(row.GetString(2)), row.GetString(3)),
        Text = row.GetString(4),
        Outcome = row.Choice<Outcome>(5)!.Value,
        CaseId = row.Text(6),
        PackVersion = row.GetString(7),
        Language = Language(row.GetString(8)),
        Score = row.GetDouble(9),
        Nearest = JsonSerializer.Deserialize(row.GetString(10), StoredJson.Plain.IReadOnlyListString) ?? [],
        Latency = TimeSpan.FromMicroseconds(row.GetInt64(11)),
        At = row.Time(12),
    };

    private static long Microseconds(TimeSpan time) => time.Ticks / TimeSpan.TicksPerMicrosecond;
}
