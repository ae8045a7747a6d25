using CoachBot.Core.Search;

namespace CoachBot.Core.Coaching;

/// <summary>How the findings are taken, and how many cases are offered to choose from.</summary>
/// <param name="Outcome">The outcome.</param>
/// <param name="Choices">Two or three when the person has to choose, else 0.</param>
public readonly record struct Decision(Outcome Outcome, int Choices)
{
    /// <summary>
    /// Decides on calibrated evidence alone. The scores are probabilities, so the bounds mean the same for every pack: a card
    /// is shown when it is more probably right than not, a choice is offered when the right case is probably in it.
    /// </summary>
    public static Decision On(Findings findings, DecisionBounds bounds)
    {
        var scores = findings.Cases.Select(hit => hit.Score).Append(0).ToList();
        if (findings.Redirect is { } redirect && redirect.Score >= bounds.Redirect && redirect.Score >= scores[0])
        {
            return new Decision(Outcome.Redirect, 0);
        }

        if (scores[0] >= bounds.Answer)
        {
            return new Decision(Outcome.Answered, 0);
        }

        var choices = Math.Min(bounds.MostChoices, scores.Count(score => score >= bounds.Choice));
        return choices >= 2 && scores.Take(choices).Sum() >= bounds.Choose
            ? new Decision(Outcome.Choose, choices)
            : new Decision(Outcome.None, 0);
    }
}

/// <summary>The bounds of a decision, all probabilities.</summary>
public sealed record DecisionBounds
{
    /// <summary>A card is shown from this evidence on. Default: 0.6.</summary>
    public double Answer { get; init; } = 0.6;

    /// <summary>A choice is offered when its cases together reach this. Default: 0.3.</summary>
    public double Choose { get; init; } = 0.3;

    /// <summary>A case joins a choice from this evidence on. Default: 0.05.</summary>
    public double Choice { get; init; } = 0.05;

    /// <summary>Where no question back is wanted, the best case of a choice is shown at once from this evidence on. Default: 0.2.</summary>
    public double Plausible { get; init; } = 0.2;

    /// <summary>A redirect is shown from this evidence on, if no case has more. Default: 0.4.</summary>
    public double Redirect { get; init; } = 0.4;

    /// <summary>The most cases in a choice. Default: 3.</summary>
    public int MostChoices { get; init; } = 3;
}
