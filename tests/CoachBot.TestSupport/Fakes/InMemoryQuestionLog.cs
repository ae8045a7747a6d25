using System.Collections.Concurrent;
using CoachBot.Core.Questions;
using CoachBot.Core.Turns;

namespace CoachBot.TestSupport.Fakes;

/// <summary>A question log in memory.</summary>
public sealed class InMemoryQuestionLog : IQuestionLog
{
    private readonly ConcurrentDictionary<string, AskedQuestion> _questions = new();
    private readonly ConcurrentDictionary<(string Channel, string Message), string> _messages = new();
    private readonly ConcurrentDictionary<(string Question, PersonKey By), Feedback> _ratings = new();
    private readonly ConcurrentDictionary<string, Gap> _gaps = new();

    /// <summary>The questions remembered, oldest first.</summary>
    public IReadOnlyList<AskedQuestion> Questions => [.. _questions.Values.OrderBy(question => question.At).ThenBy(question => question.Id, StringComparer.Ordinal)];

    /// <summary>What people said of answers.</summary>
    public IReadOnlyList<Feedback> Ratings => [.. _ratings.Values];

    /// <summary>The gaps.</summary>
    public IReadOnlyList<Gap> Gaps => [.. _gaps.Values];

    /// <inheritdoc />
    public Task RecordAsync(AskedQuestion question, CancellationToken cancel)
    {
        _questions.TryAdd(question.Id, question);
        return Task.CompletedTask;
    }

    /// <inheritdoc />
    public Task NoteCaseAsync(string questionId, string caseId, CancellationToken cancel)
    {
        if (_questions.TryGetValue(questionId, out var question))
        {
            _questions[questionId] = question with { CaseId = caseId };
        }

        return Task.CompletedTask;
    }

    /// <inheritdoc />
    public Task<AskedQuestion?> FindAsync(string id, CancellationToken cancel) => Task.FromResult(_questions.GetValueOrDefault(id));

    /// <inheritdoc />
    public Task<AskedQuestion?> FindByMessageAsync(string channel, string messageId, CancellationToken cancel) =>
        Task.FromResult(_messages.TryGetValue((channel, messageId), out var id) ? _questions.GetValueOrDefault(id) : null);

    /// <inheritdoc />
    public Task NoteMessageAsync(string questionId, string channel, string messageId, CancellationToken cancel)
    {
        _messages[(channel, messageId)] = questionId;
        return Task.CompletedTask;
    }

    /// <inheritdoc />
    public Task RateAsync(Feedback feedback, CancellationToken cancel)
    {
        _ratings[(feedback.QuestionId, feedback.By)] = feedback;
        return Task.CompletedTask;
    }

    /// <inheritdoc />
    public Task OpenGapAsync(Gap gap, CancellationToken cancel)
    {
        _gaps.AddOrUpdate(gap.QuestionId, gap, (_, known) => gap.Cause > known.Cause ? gap with { ExpertAnswer = known.ExpertAnswer } : known);
        return Task.CompletedTask;
    }

    /// <inheritdoc />
    public Task AnswerGapAsync(string questionId, string answer, CancellationToken cancel)
    {
        if (_gaps.TryGetValue(questionId, out var gap))
        {
            _gaps[questionId] = gap with { ExpertAnswer = answer };
        }

        return Task.CompletedTask;
    }

    /// <inheritdoc />
    public Task<IReadOnlyList<Gap>> GapsAsync(DateTimeOffset from, DateTimeOffset to, int most, CancellationToken cancel) =>
        Task.FromResult<IReadOnlyList<Gap>>([.. _gaps.Values.Where(gap => gap.At >= from && gap.At < to).OrderByDescending(gap => gap.At).Take(most)]);

    /// <inheritdoc />
    public Task<IReadOnlyList<string>> RecentCasesAsync(PersonKey person, int most, CancellationToken cancel) =>
        Task.FromResult<IReadOnlyList<string>>([.. Questions.Where(question => question.Person == person).Reverse()
            .Select(question => question.CaseId).OfType<string>().Distinct().Take(most)]);

    /// <inheritdoc />
    public Task<IReadOnlyList<string>> MostUsedCasesAsync(DateTimeOffset since, int most, CancellationToken cancel) =>
        Task.FromResult<IReadOnlyList<string>>([.. Questions.Where(question => question.At >= since && question.CaseId is not null)
            .GroupBy(question => question.CaseId!)
            .OrderByDescending(group => group.Count())
            .ThenBy(group => group.Key, StringComparer.Ordinal)
            .Select(group => group.Key)
            .Take(most)]);

    /// <summary>Forgets a person's questions and ratings; how many of each.</summary>
    internal (int Questions, int Ratings) Forget(PersonKey person)
    {
        var questions = _questions.Values.Where(question => question.Person == person).ToList();
        foreach (var question in questions)
        {
            _questions.TryRemove(question.Id, out _);
            _gaps.TryRemove(question.Id, out _);
        }

        var ratings = _ratings.Keys.Where(key => key.By == person).ToList();
        ratings.ForEach(key => _ratings.TryRemove(key, out _));
        return (questions.Count, ratings.Count);
    }
}
