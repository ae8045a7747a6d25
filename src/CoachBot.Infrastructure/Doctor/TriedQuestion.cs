using CoachBot.Core.Coaching;
using CoachBot.Core.Search;

namespace CoachBot.Infrastructure.Doctor;

/// <summary>A question of the pack, and what an index that had never seen it made of it.</summary>
/// <param name="CaseId">The case it was written for.</param>
/// <param name="Text">The question.</param>
/// <param name="Typical">True for a line of <c>asks</c>, false for an alternate.</param>
/// <param name="Findings">What was found.</param>
internal sealed record TriedQuestion(string CaseId, string Text, bool Typical, Findings Findings)
{
    private readonly Decision _decision = Decision.On(Findings, new DecisionBounds());

    /// <summary>The best case, whatever was decided; null when nothing was found.</summary>
    public CaseHit? First => Findings.Cases is [var first, ..] ? first : null;

    /// <summary>The case or redirect whose card the person would have got instead of the right one; null when none.</summary>
    public string? WrongCard => Shown is { } shown && shown != CaseId ? shown : null;

    /// <summary>Whether the right case would have been shown or offered.</summary>
    public bool Offered => Shown == CaseId || Findings.Cases.Take(_decision.Choices).Any(hit => hit.Id == CaseId);

    private string? Shown => _decision.Outcome switch
    {
        Outcome.Answered => Findings.Cases[0].Id,
        Outcome.Redirect => Findings.Redirect!.Id,
        _ => null,
    };
}
