using CoachBot.Core.Knowledge;
using CoachBot.Core.Language;

namespace CoachBot.Core.Alerts;

/// <summary>Looks for risk signals in a question. A list of patterns, not a model: who edits it sees at once what it will do.</summary>
public sealed class SignalWatch
{
    private const int MostCharacters = 4_000;
    private readonly List<Watched> _watched;

    /// <summary>Watches for the signals of a pack.</summary>
    public SignalWatch(IReadOnlyList<RiskSignal> signals)
    {
        _watched = signals.Select(signal => new Watched(
            signal,
            signal.Triggers.Select(trigger => new SignalPattern(trigger)).ToArray(),
            signal.Unless.Select(unless => new SignalPattern(unless)).ToArray())).ToList();
    }

    /// <summary>The signals of a question, in the order of the file; each at most once.</summary>
    public IReadOnlyList<RiskSignal> Look(string question)
    {
        var clauses = SignalPattern.Clause.Of(question.Length > MostCharacters ? question[..MostCharacters] : question);
        return _watched.Where(watched => clauses.Exists(watched.IsRaisedBy)).Select(watched => watched.Signal).ToList();
    }

    /// <summary>The alert that a signal shows in a language.</summary>
    public static Alert Alert(RiskSignal signal, AnswerLanguage language) =>
        new(signal.Id, LanguageFaces.Show(language == AnswerLanguage.En ? signal.En : signal.Zh, language));

    private sealed record Watched(RiskSignal Signal, SignalPattern[] Triggers, SignalPattern[] Unless)
    {
        public bool IsRaisedBy(SignalPattern.Clause clause) =>
            Array.Exists(Triggers, trigger => trigger.IsMetBy(clause)) && !Array.Exists(Unless, unless => unless.IsMetBy(clause));
    }
}
