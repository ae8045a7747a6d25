using CoachBot.Core.Coaching;
using CoachBot.Core.Turns;

namespace CoachBot.Core.Drafting;

/// <summary>
/// A second look at an answer by a language model, where the bank has one. It may find a better case by meaning and fit the
/// wording to the question; it never invents, never takes longer than its time budget, and never fails: the worst that can come
/// back is the answer that went in.
/// </summary>
public interface IModelPass
{
    /// <summary>Whether there is a model at all; without one nothing is sent anywhere.</summary>
    bool IsOn { get; }

    /// <summary>The answer, improved where the model could.</summary>
    /// <param name="answer">The answer to a question of its own (no follow-up), as it was found without a model.</param>
    /// <param name="asker">Whose daily budget is used; null at the command line.</param>
    /// <param name="cancel">Gives the answer back as it is.</param>
    Task<Answer> ImproveAsync(Answer answer, PersonKey? asker, CancellationToken cancel);
}

/// <summary>No model is configured: every answer stays as it is.</summary>
public sealed class NoModel : IModelPass
{
    /// <inheritdoc />
    public bool IsOn => false;

    /// <inheritdoc />
    public Task<Answer> ImproveAsync(Answer answer, PersonKey? asker, CancellationToken cancel) => Task.FromResult(answer);
}
