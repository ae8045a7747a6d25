using CoachBot.Core.Privacy;
using CoachBot.Core.Turns;

namespace CoachBot.Infrastructure.Storage.Stores;

/// <summary>Deletes a person's rows, all or none. What others asked and said stays.</summary>
internal sealed class Forgetting(Database database) : IForgetting
{
    private const string Theirs = "(SELECT id FROM questions WHERE person = $1)";

    // A person's chats with the bot alone, as far as their messages are still known.
    private const string Alone = "(SELECT conversation FROM inbox WHERE person = $1 AND personal = 1)";

    /// <inheritdoc />
    public async Task<Forgotten> ForgetAsync(PersonKey person, ConversationKey? chat, CancellationToken cancel)
    {
        var key = Keys.Of(person);
        var alone = chat is null ? "" : Keys.Of(chat);

        // What refers to questions and messages goes before them. Of a message that is being answered only the person is forgotten; its text goes
        // when it is answered.
        var rows = await database.KeepAsync(
            cancel,
            new($"DELETE FROM gaps WHERE question_id IN {Theirs}", key),
            new($"DELETE FROM question_messages WHERE question_id IN {Theirs}", key),
            new($"DELETE FROM feedback WHERE person = $1 OR question_id IN {Theirs}", key),
            new("DELETE FROM expert_threads WHERE question_id IN (SELECT question_id FROM expert_questions WHERE asker = $1)", key),
            new("DELETE FROM expert_questions WHERE asker = $1", key),
            new("DELETE FROM questions WHERE person = $1", key),
            new($"DELETE FROM conversations WHERE conversation = $2 OR conversation IN {Alone}", key, alone),
            new("UPDATE installations SET installed_by = NULL WHERE installed_by = $1", key),
            new("DELETE FROM preferences WHERE person = $1", key),
            new("DELETE FROM inbox_sends WHERE inbox_id IN (SELECT id FROM inbox WHERE person = $1 AND state > 1)", key),
            new("DELETE FROM inbox WHERE person = $1 AND state > 1", key),
            new("UPDATE inbox SET person = '', conversation = '' WHERE person = $1", key),
            new("UPDATE tip_subscriptions SET created_by = NULL WHERE created_by = $1", key));
        return new(Questions: rows[5], Ratings: rows[2], Settings: rows[8], ExpertQuestions: rows[4], Messages: rows[10]);
    }
}
