using CoachBot.Core.Coaching;
using CoachBot.Core.Drafting;
using CoachBot.Core.Drafting.Fitting;
using CoachBot.Core.Language;
using CoachBot.Core.Privacy;
using CoachBot.Core.Search;
using CoachBot.Core.Turns;
using CoachBot.Infrastructure.Search.Meaning;
using Microsoft.Extensions.AI;

namespace CoachBot.Infrastructure.Drafting;

/// <summary>The model's second look at an answer: condense, find by meaning, fit the wording; each step may fail by itself.</summary>
internal sealed class ModelPass(
    AzureOpenAIOptions options, ModelClients clients, MeaningSearch meaning, ICaseIndex index, Coach coach, IPersonalDataMask mask, TimeProvider time) : IModelPass
{
    private const int CandidatesWeighed = 20;
    private readonly ModelGate _gate = new(options.RestAfterFailures, time);
    private readonly ModelBudget _budget = new(options.QuestionsPerPersonAndDay, time);

    /// <inheritdoc />
    public bool IsOn => true;

    /// <inheritdoc />
    public async Task<Answer> ImproveAsync(Answer answer, PersonKey? asker, CancellationToken cancel)
    {
        if (asker is not null && !_budget.TryTake(asker))
        {
            return answer;
        }

        using var budget = new CancellationTokenSource(options.TimeBudget, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(cancel, budget.Token);
        var question = mask.Mask(answer.Question).Text;
        var asked = answer.Outcome == Outcome.Answered ? question : await CondensedAsync(question, cancel, either.Token);
        var found = await FoundAsync(answer, asked, cancel, either.Token);
        return found.Card is { } card && !cancel.IsCancellationRequested
            ? found with { Card = await FittedAsync(card, question, cancel, either.Token) }
            : found;
    }

    private async Task<string> CondensedAsync(string question, CancellationToken cancel, CancellationToken budget)
    {
        if (clients.Chat is not { } chat || question.Length <= options.CondenseFrom)
        {
            return question;
        }

        var text = await _gate.AskAsync(token => chat.AskAsync(Prompt.Condense, Prompt.Data(new { question }), token), cancel, budget);
        var condensed = text is null ? null : Prompt.Parse<CondensedQuestion>(text)?.Question;
        return string.IsNullOrWhiteSpace(condensed) || condensed.Length > question.Length ? question : condensed;
    }

    // Risk signals and the language come from what the person typed, whatever is searched for.
    private async Task<Answer> FoundAsync(Answer answer, string asked, CancellationToken cancel, CancellationToken budget)
    {
        var vector = await VectorAsync(asked, cancel, budget);
        if (vector is null && asked == answer.Question)
        {
            return answer;
        }

        var lexical = index.Find(new CaseQuery(asked, CandidatesWeighed));
        var found = vector is null ? lexical : meaning.Weigh(lexical, vector);
        var better = coach.AnswerFrom(answer.Question, found, answer.Language);
        return vector is null && better.Outcome is Outcome.None or Outcome.Redirect ? answer : better;
    }

    private async Task<float[]?> VectorAsync(string text, CancellationToken cancel, CancellationToken budget)
    {
        if (clients.Embeddings is not { } embeddings || !meaning.IsReady)
        {
            return null;
        }

        return await _gate.AskAsync(async token => Vectors.Unit((await embeddings.GenerateVectorAsync(text, cancellationToken: token)).Span, meaning.Dimensions), cancel, budget);
    }

    private async Task<CounterCard> FittedAsync(CounterCard card, string question, CancellationToken cancel, CancellationToken budget)
    {
        if (clients.Chat is not { } chat || budget.IsCancellationRequested)
        {
            return card;
        }

        var data = Prompt.Data(new
        {
            question,
            language = card.Language.Code(),
            lines = Lines("say", card.Say).Concat(Lines("do", card.Do)),
        });
        var text = await _gate.AskAsync(token => chat.AskAsync(Prompt.Fit, data, token), cancel, budget);
        return text is null ? card : CardFitting.Apply(card, RewriteJson.Read(text), index.Pack.Forbidden);
    }

    private static IEnumerable<ShownLine> Lines(string field, IReadOnlyList<CardLine> lines) =>
        lines.Select((line, at) => new ShownLine(FormattableString.Invariant($"{field}.{at + 1}"), line.Text));

    private sealed record ShownLine(string Id, string Text);

    private sealed record CondensedQuestion(string? Question);
}
