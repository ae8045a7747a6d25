using CoachBot.Core.Doctor.Checks;

namespace CoachBot.Core.Doctor;

/// <summary>Reviews a pack as a strict trainer would: every check over every case.</summary>
public sealed class CaseDoctor(IReadOnlyList<ICaseCheck> checks)
{
    /// <summary>The checks that need nothing but the pack.</summary>
    public static IReadOnlyList<ICaseCheck> OnPaper =>
    [
        new FacesCheck(),
        new HandOverCheck(),
        new ForbiddenPhraseCheck(),
        new PromiseWithoutTimeCheck(),
        new StepWithoutVerbCheck(),
        new FirstScreenCheck(),
        new TipLengthCheck(),
        new TwinTipsCheck(),
        new TwinCasesCheck(),
        new FewAlternatesCheck(),
        new AlternatesLikeTitleCheck(),
        new ReviewOverdueCheck(),
    ];

    /// <summary>Everything the checks find, by case, the worst first.</summary>
    /// <param name="checkUp">What is examined.</param>
    /// <param name="progress">Told the share done, 0 to 1.</param>
    /// <param name="cancel">Stops between checks.</param>
    public IReadOnlyList<Symptom> Examine(CheckUp checkUp, IProgress<double>? progress, CancellationToken cancel)
    {
        var found = new List<Symptom>();
        foreach (var (at, check) in checks.Index())
        {
            cancel.ThrowIfCancellationRequested();
            found.AddRange(check.Examine(checkUp));
            progress?.Report((at + 1d) / checks.Count);
        }

        return found
            .OrderBy(symptom => symptom.CaseId, StringComparer.Ordinal)
            .ThenByDescending(symptom => symptom.Severity)
            .ToList();
    }
}
