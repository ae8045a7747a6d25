using System.Globalization;
using CoachBot.Core.Knowledge;

namespace CoachBot.Core.Doctor.Checks;

/// <summary>A case whose review is overdue, or that nobody is to review.</summary>
internal sealed class ReviewOverdueCheck : ICaseCheck
{
    /// <inheritdoc />
    public string Name => "review";

    /// <inheritdoc />
    public IEnumerable<Symptom> Examine(CheckUp checkUp) => checkUp.Pack.Cases
        .Where(@case => @case.Published)
        .Select(@case => Text(@case.Review, checkUp.Today) is { } text ? new Symptom(@case.Id, Name, ProblemSeverity.Warning, text) : null)
        .OfType<Symptom>();

    private static string? Text(Review review, DateOnly today) => review.Due switch
    {
        null => DoctorTexts.Get("ReviewNoDay", review.Owner),
        { } due when due < today => DoctorTexts.Get("ReviewOverdue", due.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture), review.Owner),
        _ => null,
    };
}
