using CoachBot.Core.Coaching;
using CoachBot.Core.Language;
using CoachBot.Core.Questions;
using CoachBot.Core.Turns;
using CoachBot.Infrastructure.Storage.Stores;
using Xunit;
using Figured = CoachBot.Infrastructure.Storage.Stores.Statistics;

namespace CoachBot.Tests.Storage;

public sealed class StatisticsOnSqlite() : StatisticsContract(new SqliteStore());

public sealed class StatisticsOnPostgres() : StatisticsContract(new PostgresStore());

/// <summary>The figures of a week.</summary>
public abstract class StatisticsContract : StoreContract
{
    private protected StatisticsContract(TestStore store)
        : base(store)
    {
    }

    [Fact]
    public async Task OfAsync_EmptyStore_HasNoShares()
    {
        var figures = await FiguresAsync();

        Assert.Equal(new(0, 0, 0, 0, 0, 0, null, null), figures.Questions);
        Assert.Null(figures.Questions.AnsweredShare);
        Assert.Null(figures.Ratings.HelpfulShare);
        Assert.Empty(figures.Gaps);
    }

    [Fact]
    public async Task OfAsync_AWeek_CountsWhatIsInIt()
    {
        var log = new QuestionLog(Database, Time, null);
        await AskAsync(log, "old", Outcome.Answered, 1);
        Time.Advance(TimeSpan.FromDays(8));
        var outcomes = new[] { Outcome.Answered, Outcome.Answered, Outcome.Answered, Outcome.Choose, Outcome.Redirect, Outcome.None, Outcome.None, Outcome.None };
        foreach (var (outcome, at) in outcomes.Select((outcome, at) => (outcome, at)))
        {
            await AskAsync(log, "q" + at, outcome, at + 1);
        }

        await log.RateAsync(new("q0", Person(0), true, null, Time.GetUtcNow()), CancellationToken.None);
        await log.RateAsync(new("q1", Person(1), true, null, Time.GetUtcNow()), CancellationToken.None);
        await log.RateAsync(new("q2", Person(0), false, UnhelpfulReason.NotTrue, Time.GetUtcNow()), CancellationToken.None);
        await GapAsync(log, "q5", "twice");
        await GapAsync(log, "q6", "twice");
        await GapAsync(log, "q7", "once");
        await log.AnswerGapAsync("q7", "Like this.", CancellationToken.None);
        Time.Advance(TimeSpan.FromSeconds(1));

        var figures = await FiguresAsync();

        Assert.Equal(
            new(8, 3, 1, 1, 3, 2, TimeSpan.FromMilliseconds(4), TimeSpan.FromMilliseconds(7)), figures.Questions);
        Assert.Equal(0.375, figures.Questions.AnsweredShare);
        Assert.Equal(new(3, 2), figures.Ratings);
        Assert.Equal([new("twice", 2, false), new("once", 1, true)], figures.Gaps);
    }

    private static PersonKey Person(int number) => new("teams", "t", "p" + (number % 2));

    private static Task GapAsync(QuestionLog log, string id, string text) => log.OpenGapAsync(
        new() { QuestionId = id, Text = text, Language = AnswerLanguage.En, Cause = GapCause.NothingFitted, At = new DateTimeOffset(2026, 12, 2, 9, 0, 0, TimeSpan.Zero) },
        CancellationToken.None);

    private Task AskAsync(QuestionLog log, string id, Outcome outcome, int milliseconds) => log.RecordAsync(
        new()
        {
            Id = id,
            Person = Person(milliseconds),
            Address = new(new("teams", "t", "c"), "{}"),
            Text = "question",
            Outcome = outcome,
            PackVersion = "v",
            Language = AnswerLanguage.En,
            Score = 0.5,
            Nearest = [],
            Latency = TimeSpan.FromMilliseconds(milliseconds),
            At = Time.GetUtcNow(),
        },
        CancellationToken.None);

    private Task<Core.Statistics.Figures> FiguresAsync() =>
        new Figured(Database).OfAsync(Time.GetUtcNow() - TimeSpan.FromDays(7), Time.GetUtcNow(), 10, CancellationToken.None);
}
