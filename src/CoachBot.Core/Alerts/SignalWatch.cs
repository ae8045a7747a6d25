using CoachBot.Core.Knowledge;
using CoachBot.Core.Language;

namespace CoachBot.Core.Alerts;

/// <summary>
/// Looks for risk signals in a question: the patterns that the bank wrote, and what was sensed by likeness to examples.
/// Neither alone suffices: people describe a danger in words no list has, and use a list's words in innocence.
/// </summary>
public sealed class SignalWatch
{
    private const int MostCharacters = 4_000;

    // Raised by likeness alone from here on.
    private const double Sensed = 0.3;

    // A pattern is not believed when the examples find the question this unlike the signal.
    private const double Doubted = 0.08;

    private readonly List<Watched> _watched;

    /// <summary>Watches for the signals of a pack.</summary>
    public SignalWatch(IReadOnlyList<RiskSignal> signals)
    {
        _watched = signals.Select(signal => new Watched(
            signal,
            new SignalPatterns(signal.Triggers),
            new SignalPatterns(signal.Unless))).ToList();
    }

    /// <summary>The signals of a question, in the order of the file; each at most once.</summary>
    /// <param name="question">The question.</param>
    /// <param name="sensed">How probable each signal is by likeness to examples; null when there are no examples.</param>
    public IReadOnlyList<RiskSignal> Look(string question, IReadOnlyDictionary<string, double>? sensed)
    {
        var clauses = SignalPattern.Clause.Of(question.Length > MostCharacters ? question[..MostCharacters] : question);
        var raised = new List<RiskSignal>();
        foreach (var watched in _watched)
        {
            if (IsRaised(watched, clauses, sensed))
            {
                raised.Add(watched.Signal);
            }
        }

        return raised;
    }

    /// <summary>The alert that a signal shows in a language.</summary>
    public static Alert Alert(RiskSignal signal, AnswerLanguage language) =>
        new(signal.Id, LanguageFaces.Show(language == AnswerLanguage.En ? signal.En : signal.Zh, language));

    private static bool IsRaised(Watched watched, List<SignalPattern.Clause> clauses, IReadOnlyDictionary<string, double>? sensed)
    {
        var isMet = watched.IsRaisedBy(clauses);
        if (sensed is null || !sensed.TryGetValue(watched.Signal.Id, out var probability))
        {
            // A signal without examples has its patterns only.
            return isMet;
        }

        return probability >= Sensed || (isMet && probability >= Doubted);
    }

    private sealed record Watched(RiskSignal Signal, SignalPatterns Triggers, SignalPatterns Unless)
    {
        public bool IsRaisedBy(List<SignalPattern.Clause> clauses)
        {
            foreach (var clause in clauses)
            {
                if (Triggers.IsAnyMetBy(clause) && !Unless.IsAnyMetBy(clause))
                {
                    return true;
                }
            }

            return false;
        }
    }
}
