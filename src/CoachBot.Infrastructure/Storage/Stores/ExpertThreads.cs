using System.Data.Common;
using System.Text.Json;
using CoachBot.Core.Coaching;
using CoachBot.Core.Experts;
using CoachBot.Core.Language;
using CoachBot.Core.Turns;

namespace CoachBot.Infrastructure.Storage.Stores;

/// <summary>Which thread carries which question.</summary>
internal sealed class ExpertThreads(Database database) : IExpertThreads
{
    private const string Columns = "q.question_id, q.asker, q.conversation, q.route, q.text, q.language, q.nearest, q.asked_at";

    /// <inheritdoc />
    public async Task<bool> OpenAsync(ExpertQuestion question, CancellationToken cancel)
    {
        // Why a case was found is for the moment of asking only.
        IReadOnlyList<Match> nearest = question.Nearest.Select(match => match with { Why = null }).ToList();
        var rows = await database.KeepAsync(cancel, new Statement(
            """
            INSERT INTO expert_questions (question_id, mark, asker, conversation, route, text, language, nearest, asked_at)
            VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)
            ON CONFLICT (question_id) DO UPDATE SET mark = excluded.mark WHERE expert_questions.mark = excluded.mark
            """,
            question.QuestionId, Guid.NewGuid().ToString("N"), Keys.Of(question.Asker), Keys.Of(question.AskerAddress.Conversation), question.AskerAddress.Route,
            question.Text, question.Language.Code(), JsonSerializer.Serialize(nearest, StoredJson.Plain.IReadOnlyListMatch), question.At));
        return rows[0] > 0;
    }

    /// <inheritdoc />
    public Task NoteThreadAsync(string questionId, ConversationKey thread, CancellationToken cancel) => database.CommitAsync(cancel, new Statement(
        "INSERT INTO expert_threads (thread, question_id) VALUES ($1, $2) ON CONFLICT (thread) DO NOTHING", Keys.Of(thread), questionId));

    /// <inheritdoc />
    public Task<ExpertQuestion?> FindAsync(string questionId, CancellationToken cancel) =>
        database.ReadFirstAsync(new($"SELECT {Columns} FROM expert_questions q WHERE q.question_id = $1", questionId), Question, cancel);

    /// <inheritdoc />
    public Task<ExpertQuestion?> FindByThreadAsync(ConversationKey thread, CancellationToken cancel) => database.ReadFirstAsync(
        new($"SELECT {Columns} FROM expert_threads t JOIN expert_questions q ON q.question_id = t.question_id WHERE t.thread = $1", Keys.Of(thread)),
        Question,
        cancel);

    private static ExpertQuestion Question(DbDataReader row) => new()
    {
        QuestionId = row.GetString(0),
        Asker = Keys.Person(row.GetString(1)),
        AskerAddress = new(Keys.Conversation(row.GetString(2)), row.GetString(3)),
        Text = row.GetString(4),
        Language = QuestionLog.Language(row.GetString(5)),
        Nearest = JsonSerializer.Deserialize(row.GetString(6), StoredJson.Plain.IReadOnlyListMatch) ?? [],
        At = row.Time(7),
    };
}
