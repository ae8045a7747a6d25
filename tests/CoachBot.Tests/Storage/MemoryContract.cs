using System.Security.Cryptography;
using System.Text;
using CoachBot.Core.Coaching;
using CoachBot.Core.Conversations;
using CoachBot.Core.Experts;
using CoachBot.Core.Installations;
using CoachBot.Core.Language;
using CoachBot.Core.Preferences;
using CoachBot.Core.Questions;
using CoachBot.Core.Turns;
using CoachBot.Infrastructure.Storage;
using CoachBot.Infrastructure.Storage.Stores;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;
using Xunit;

namespace CoachBot.Tests.Storage;

public sealed class MemoryOnSqlite() : MemoryContract(new SqliteStore());

public sealed class MemoryOnPostgres() : MemoryContract(new PostgresStore());

/// <summary>Questions, gaps, threads, preferences, conversations, installations, secrets; forgetting and retention over all of them.</summary>
public abstract class MemoryContract : StoreContract
{
    private static readonly PersonKey Wang = new("teams", "tenant", "wang");
    private static readonly PersonKey Lee = new("slack", "T1", "U|2\\");
    private static readonly Address Chat = new(new("teams", "tenant", "chat"), """{"a":1}""");
    private QuestionLog _log = null!;
    private ExpertThreads _threads = null!;
    private PreferenceStore _preferences = null!;
    private ConversationStore _conversations = null!;
    private InstallationStore _installations = null!;

    private protected MemoryContract(TestStore store)
        : base(store)
    {
    }

    [Fact]
    public async Task FindAsync_RecordedQuestion_IsWhatWasRecorded()
    {
        var question = Question("q1", Wang) with { CaseId = "atm", Nearest = ["atm", "card"], Language = AnswerLanguage.ZhHant, Score = 0.625 };
        await _log.RecordAsync(question, CancellationToken.None);
        await _log.RecordAsync(question with { Text = "another" }, CancellationToken.None);

        var found = await _log.FindAsync("q1", CancellationToken.None);

        Assert.Equal(question with { Nearest = found!.Nearest }, found);
        Assert.Equal(question.Nearest, found.Nearest);
        Assert.Null(await _log.FindAsync("q2", CancellationToken.None));
    }

    [Fact]
    public async Task NoteCaseAsync_PickedCase_OutcomeStays()
    {
        await _log.RecordAsync(Question("q1", Wang) with { Outcome = Outcome.Choose, CaseId = null }, CancellationToken.None);
        await _log.NoteCaseAsync("q1", "picked", CancellationToken.None);
        await _log.NoteCaseAsync("unknown", "picked", CancellationToken.None);

        var found = await _log.FindAsync("q1", CancellationToken.None);

        Assert.Equal((Outcome.Choose, "picked"), (found!.Outcome, found.CaseId));
    }

    [Fact]
    public async Task FindByMessageAsync_NotedMessage_IsItsQuestion()
    {
        await _log.RecordAsync(Question("q1", Wang), CancellationToken.None);
        await _log.NoteMessageAsync("q1", "teams", "m1", CancellationToken.None);

        Assert.Equal("q1", (await _log.FindByMessageAsync("teams", "m1", CancellationToken.None))?.Id);
        Assert.Null(await _log.FindByMessageAsync("slack", "m1", CancellationToken.None));
    }

    [Fact]
    public async Task RateAsync_SamePersonAgain_LastWordCounts()
    {
        await _log.RecordAsync(Question("q1", Wang), CancellationToken.None);
        await _log.RateAsync(new("q1", Wang, false, UnhelpfulReason.Unclear, Time.GetUtcNow()), CancellationToken.None);
        await _log.RateAsync(new("q1", Wang, true, null, Time.GetUtcNow()), CancellationToken.None);
        await _log.RateAsync(new("q1", Lee, false, null, Time.GetUtcNow()), CancellationToken.None);

        var ratings = await Database.ReadAsync(new("SELECT helpful, reason FROM feedback ORDER BY helpful"), row => (row.Truth(0), row.Choice<UnhelpfulReason>(1)), CancellationToken.None);

        Assert.Equal([(false, null), (true, null)], ratings);
    }

    [Fact]
    public async Task OpenGapAsync_Again_GraverCauseStaysAndTheAnswerIsKept()
    {
        await _log.OpenGapAsync(Gap("q1", GapCause.ExpertAsked), CancellationToken.None);
        await _log.AnswerGapAsync("q1", "Call the manager.", CancellationToken.None);
        await _log.AnswerGapAsync("q1", "And write it down.", CancellationToken.None);
        await _log.AnswerGapAsync("q1", "And write it down.", CancellationToken.None);
        await _log.OpenGapAsync(Gap("q1", GapCause.NothingFitted), CancellationToken.None);

        var gap = Assert.Single(await GapsAsync());

        Assert.Equal((GapCause.ExpertAsked, "Call the manager.\n\nAnd write it down."), (gap.Cause, gap.ExpertAnswer));
    }

    [Fact]
    public async Task GapsAsync_SomeInTheTime_NewestFirst()
    {
        foreach (var id in new[] { "q1", "q2", "q3" })
        {
            await _log.OpenGapAsync(Gap(id, GapCause.NothingFitted), CancellationToken.None);
            Time.Advance(TimeSpan.FromHours(1));
        }

        var now = Time.GetUtcNow();
        var gaps = await _log.GapsAsync(now - TimeSpan.FromHours(2), now, 10, CancellationToken.None);

        Assert.Equal(["q3", "q2"], gaps.Select(gap => gap.QuestionId));
    }

    [Fact]
    public async Task RecentAndMostUsedCases_SeveralQuestions_AreInOrder()
    {
        foreach (var (id, person, shown) in new[] { ("1", Wang, "a"), ("2", Lee, "b"), ("3", Wang, "b"), ("4", Wang, "c"), ("5", Wang, "b"), ("6", Wang, null) })
        {
            await _log.RecordAsync(Question(id, person) with { CaseId = shown }, CancellationToken.None);
            Time.Advance(TimeSpan.FromMinutes(1));
        }

        Assert.Equal(["b", "c", "a"], await _log.RecentCasesAsync(Wang, 5, CancellationToken.None));
        Assert.Equal(["b", "a"], await _log.MostUsedCasesAsync(DateTimeOffset.MinValue.AddYears(1970), 2, CancellationToken.None));
    }

    [Fact]
    public async Task ExpertThreads_QuestionWithTwoThreads_IsFoundByEach()
    {
        var question = ExpertQuestion("q1");
        var threads = new ConversationKey[] { new("teams", "t", "c", "1"), new("slack", "T", "C", "2") };

        Assert.True(await _threads.OpenAsync(question, CancellationToken.None));
        Assert.False(await _threads.OpenAsync(question, CancellationToken.None));
        await _threads.NoteThreadAsync("q1", threads[0], CancellationToken.None);
        await _threads.NoteThreadAsync("q1", threads[1], CancellationToken.None);

        Assert.Equivalent(question, await _threads.FindByThreadAsync(threads[0], CancellationToken.None), strict: true);
        Assert.Equal("q1", (await _threads.FindByThreadAsync(threads[1], CancellationToken.None))?.QuestionId);
        Assert.Equal(question.At, (await _threads.FindAsync("q1", CancellationToken.None))?.At);
        Assert.Null(await _threads.FindByThreadAsync(threads[0] with { Thread = null }, CancellationToken.None));
    }

    [Fact]
    public async Task Preferences_Written_AreReadByAnotherProcess()
    {
        var chosen = new PersonPreferences { Language = AnswerLanguage.ZhHant, CustomerIsHere = true, ToldOfMasking = true };
        Assert.Equal(PersonPreferences.None, await _preferences.ReadAsync(Wang, CancellationToken.None));

        await _preferences.WriteAsync(Wang, PersonPreferences.None with { CustomerIsHere = true }, CancellationToken.None);
        await _preferences.WriteAsync(Wang, chosen, CancellationToken.None);

        Assert.Equal(chosen, await new PreferenceStore(await AgainAsync(), Time).ReadAsync(Wang, CancellationToken.None));
        Assert.Equal(PersonPreferences.None, await _preferences.ReadAsync(Lee, CancellationToken.None));
    }

    [Fact]
    public async Task Conversations_ThreadAndItsChannel_AreTwo()
    {
        var state = new ConversationState { CaseId = "atm", Score = 0.5, Language = AnswerLanguage.Zh, Offered = ["atm", "b"], QuestionId = "q1" };
        var thread = Chat.Conversation with { Thread = "1" };
        await _conversations.WriteAsync(thread, state, CancellationToken.None);

        Assert.Equivalent(state, await _conversations.ReadAsync(thread, CancellationToken.None), strict: true);
        Assert.Equal(ConversationState.New, await _conversations.ReadAsync(Chat.Conversation, CancellationToken.None));
    }

    [Fact]
    public async Task Installations_SeenAgain_KeepWhoInstalled()
    {
        var installation = new Installation(Chat, ChatScope.Channel, Wang, Time.GetUtcNow());
        await _installations.AddAsync(installation, CancellationToken.None);
        await _installations.AddAsync(installation with { Address = Chat with { Route = "{}" }, InstalledBy = null }, CancellationToken.None);

        Assert.Equal(installation with { Address = Chat with { Route = "{}" } }, await _installations.FindAsync(Chat.Conversation, CancellationToken.None));
        await _installations.RemoveAsync(Chat.Conversation, CancellationToken.None);
        Assert.Null(await _installations.FindAsync(Chat.Conversation, CancellationToken.None));
    }

    [Fact]
    public async Task RemoveTenantAsync_TwoTenants_OthersStay()
    {
        var keys = new ConversationKey[] { new("slack", "T1", "C1"), new("slack", "T1", "C2"), new("slack", "T12", "C1"), new("teams", "T1", "C1") };
        foreach (var key in keys)
        {
            await _installations.AddAsync(new(new(key, "{}"), ChatScope.Channel, null, Time.GetUtcNow()), CancellationToken.None);
        }

        await _installations.RemoveTenantAsync("slack", "T1", CancellationToken.None);

        var left = new List<ConversationKey>();
        foreach (var key in keys)
        {
            left.AddRange(await _installations.FindAsync(key, CancellationToken.None) is { } found ? [found.Address.Conversation] : []);
        }

        Assert.Equal(keys[2..], left);
    }

    [Fact]
    public async Task Secrets_Kept_NeverStandInClear()
    {
        var secrets = Secrets(Key());
        await secrets.WriteAsync("slack/T1/token", "xoxb-令牌", CancellationToken.None);
        await secrets.WriteAsync("slack/T2/token", "other", CancellationToken.None);

        var sealed1 = await Database.ReadFirstAsync(new("SELECT sealed FROM secrets WHERE name = $1", "slack/T1/token"), row => (byte[])row.GetValue(0), CancellationToken.None);

        Assert.Equal("xoxb-令牌", await secrets.ReadAsync("slack/T1/token", CancellationToken.None));
        Assert.DoesNotContain("xoxb", Encoding.UTF8.GetString(sealed1!), StringComparison.Ordinal);
        await secrets.RemoveAsync("slack/T1/", CancellationToken.None);
        Assert.Null(await secrets.ReadAsync("slack/T1/token", CancellationToken.None));
        Assert.Equal("other", await secrets.ReadAsync("slack/T2/token", CancellationToken.None));
    }

    [Fact]
    public async Task Secrets_WrongKeyNoKeyOrSwappedRows_SayWhatToDo()
    {
        var secrets = Secrets(Key());
        await secrets.WriteAsync("a", "first", CancellationToken.None);
        await secrets.WriteAsync("b", "second", CancellationToken.None);
        await Database.CommitAsync(CancellationToken.None, new Statement("UPDATE secrets SET sealed = (SELECT sealed FROM secrets WHERE name = 'a') WHERE name = 'b'"));

        foreach (var asked in new[] { () => Secrets(Key()).ReadAsync("a", CancellationToken.None), () => Secrets(null).ReadAsync("a", CancellationToken.None), () => secrets.ReadAsync("b", CancellationToken.None) })
        {
            Assert.Contains("Storage__SecretKey", (await Assert.ThrowsAsync<StorageException>(asked)).Message, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task ForgetAsync_OnePersonOfTwo_DeletesHisRowsAndSaysHowMany()
    {
        var inbox = new Inbox(Database, Time, null);
        foreach (var person in new[] { Wang, Lee })
        {
            var chat = Chat with { Conversation = Chat.Conversation with { Conversation = person.Id } };
            await inbox.StoreAsync(Some(person, chat), CancellationToken.None);
            await inbox.CloseAsync(person.Id, InboxEnd.Answered, CancellationToken.None);
            await _log.RecordAsync(Question(person.Id + "1", person), CancellationToken.None);
            await _log.RecordAsync(Question(person.Id + "2", person), CancellationToken.None);
            await _log.NoteMessageAsync(person.Id + "1", "teams", person.Id, CancellationToken.None);
            await _log.OpenGapAsync(Gap(person.Id + "1", GapCause.Unhelpful), CancellationToken.None);
            await _log.RateAsync(new(person.Id + "1", person, false, null, Time.GetUtcNow()), CancellationToken.None);
            await _threads.OpenAsync(ExpertQuestion(person.Id + "1") with { Asker = person }, CancellationToken.None);
            await _threads.NoteThreadAsync(person.Id + "1", chat.Conversation with { Thread = "e" }, CancellationToken.None);
            await _preferences.WriteAsync(person, new() { CustomerIsHere = true }, CancellationToken.None);
            await _conversations.WriteAsync(chat.Conversation, new() { CaseId = "atm" }, CancellationToken.None);
            await _installations.AddAsync(new(chat, ChatScope.Personal, person, Time.GetUtcNow()), CancellationToken.None);
        }

        var before = await RowsAsync();
        var forgotten = await new Forgetting(Database).ForgetAsync(Wang, null, CancellationToken.None);
        var after = await RowsAsync();

        Assert.Equal(new(Questions: 2, Ratings: 1, Settings: 1, ExpertQuestions: 1, Messages: 1), forgotten);
        Assert.All(before.Where(table => table.Key != "installations"), table => Assert.Equal((table.Key, table.Value / 2), (table.Key, after[table.Key])));
        Assert.Null((await _installations.FindAsync(new("teams", "tenant", "wang"), CancellationToken.None))!.InstalledBy);
        Assert.NotNull(await _log.FindAsync("U|2\\1", CancellationToken.None));
    }

    [Fact]
    public async Task SweepAsync_ADayLater_DeletesWhatIsPastItsTimeOnly()
    {
        var inbox = new Inbox(Database, Time, null);
        await OneOfEachAsync("old", inbox);
        Time.Advance(TimeSpan.FromDays(3));
        await OneOfEachAsync("new", inbox);
        var options = new StorageOptions { Keep = new() { MessagesDays = 2, DoubtsDays = 2, ConversationsDays = 2, QuestionsDays = 2, GapsDays = 2 } };

        var deleted = await new Retention(Database, Options.Create(options), Time, NullLogger<Retention>.Instance).SweepAsync(CancellationToken.None);

        Assert.Equal(5, deleted);
        Assert.All(await RowsAsync(), table => Assert.Equal((table.Key, table.Key is "preferences" or "installations" ? 2 : 1), (table.Key, table.Value)));
        Assert.NotNull(await _log.FindAsync("new", CancellationToken.None));
    }

    private protected override void Begin()
    {
        _log = new(Database, Time, null);
        _threads = new(Database);
        _preferences = new(Database, Time);
        _conversations = new(Database, Time);
        _installations = new(Database, []);
    }

    private static string Key() => Convert.ToBase64String(RandomNumberGenerator.GetBytes(32));

    private static IncomingMessage Some(PersonKey person, Address chat) => new()
    {
        Id = person.Id,
        Address = chat,
        From = new(person, null),
        Scope = ChatScope.Personal,
        Content = new MessageContent.Said("question"),
        ReceivedAt = DateTimeOffset.UnixEpoch,
    };

    private SecretStore Secrets(string? key) => new(Database, Options.Create(new StorageOptions { SecretKey = key }), Time);

    private async Task OneOfEachAsync(string id, Inbox inbox)
    {
        var person = Wang with { Id = id };
        var chat = Chat with { Conversation = Chat.Conversation with { Conversation = id } };
        await inbox.StoreAsync(Some(person, chat), CancellationToken.None);
        await inbox.ClaimAsync(id, "w", TimeSpan.FromDays(1), CancellationToken.None);
        await inbox.BeginSendAsync(id, "w", "answer", CancellationToken.None);
        await inbox.CloseAsync(id, InboxEnd.Answered, CancellationToken.None);
        await _log.RecordAsync(Question(id, person), CancellationToken.None);
        await _log.NoteMessageAsync(id, "teams", id, CancellationToken.None);
        await _log.OpenGapAsync(Gap(id, GapCause.Unhelpful), CancellationToken.None);
        await _log.RateAsync(new(id, person, false, null, Time.GetUtcNow()), CancellationToken.None);
        await _threads.OpenAsync(ExpertQuestion(id), CancellationToken.None);
        await _threads.NoteThreadAsync(id, chat.Conversation with { Thread = "e" }, CancellationToken.None);
        await _preferences.WriteAsync(person, new() { CustomerIsHere = true }, CancellationToken.None);
        await _conversations.WriteAsync(chat.Conversation, new() { CaseId = "atm" }, CancellationToken.None);
        await _installations.AddAsync(new(chat, ChatScope.Personal, person, Time.GetUtcNow()), CancellationToken.None);
    }

    private async Task<Dictionary<string, long>> RowsAsync()
    {
        var rows = new Dictionary<string, long>();
        foreach (var table in new[] { "inbox", "inbox_sends", "conversations", "preferences", "questions", "question_messages", "feedback", "gaps", "expert_questions", "expert_threads", "installations" })
        {
            var count = await Database.ReadFirstAsync(new("SELECT count(*) FROM " + table), row => row.GetInt64(0), CancellationToken.None);
            if (count > 0)
            {
                rows.Add(table, count);
            }
        }

        return rows;
    }

    private Task<IReadOnlyList<Gap>> GapsAsync() =>
        _log.GapsAsync(Time.GetUtcNow() - TimeSpan.FromDays(1), Time.GetUtcNow() + TimeSpan.FromDays(1), 10, CancellationToken.None);

    private AskedQuestion Question(string id, PersonKey person) => new()
    {
        Id = id,
        Person = person,
        Address = Chat,
        Text = "客户说 'x' [卡号]",
        Outcome = Outcome.Answered,
        CaseId = "atm",
        PackVersion = "v1",
        Language = AnswerLanguage.En,
        Score = 0.9,
        Nearest = ["atm"],
        Latency = TimeSpan.FromMilliseconds(12.345),
        At = Time.GetUtcNow(),
    };

    private Gap Gap(string id, GapCause cause) => new()
    {
        QuestionId = id,
        Text = "question",
        Language = AnswerLanguage.Zh,
        Cause = cause,
        NearestCase = null,
        At = Time.GetUtcNow(),
    };

    private ExpertQuestion ExpertQuestion(string id) => new()
    {
        QuestionId = id,
        Asker = Wang,
        AskerAddress = Chat,
        Text = "question",
        Language = AnswerLanguage.Zh,
        Nearest = [new Match("atm", "title", "cue", "case", 0.5, ["u1"], null)],
        At = Time.GetUtcNow(),
    };
}
