using CoachBot.Core.Alerts;
using CoachBot.Core.Drafting;
using CoachBot.Core.Knowledge;
using CoachBot.Core.Language;
using CoachBot.Core.Search;

namespace CoachBot.Core.Coaching;

/// <summary>Answers one question: understand, find, decide, warn, draft. Knows no channel and remembers nothing.</summary>
public sealed class Coach(ICaseIndex index, IReplyDrafter drafter, DecisionBounds bounds)
{
    private const int MatchesShown = 5;
    private const int PassageShown = 120;
    private volatile KnownWatch? _watch;

    /// <summary>The knowledge it answers from at this moment.</summary>
    public KnowledgePack Pack => index.Pack;

    /// <summary>Answers a question in its own language.</summary>
    /// <param name="question">As it was typed.</param>
    /// <param name="language">The language to answer in; null: that of the question.</param>
    /// <param name="explain">Whether matches say why they were found.</param>
    public Answer Answer(string question, AnswerLanguage? language = null, bool explain = false)
    {
        var found = index.Find(new CaseQuery(question, MatchesShown, explain));
        return AnswerFrom(question, found, language ?? LanguageDetector.Detect(question), found.Sensed);
    }

    /// <summary>Answers a question from what was found for it elsewhere: by another wording, or by meaning.</summary>
    /// <param name="question">As it was typed; risk signals are looked for in it.</param>
    /// <param name="found">What was found.</param>
    /// <param name="language">The language to answer in.</param>
    public Answer AnswerFrom(string question, Findings found, AnswerLanguage language) => AnswerFrom(question, found, language, null);

    /// <summary>The risk signals of a text.</summary>
    public IReadOnlyList<Alert> Alerts(string text, AnswerLanguage language) => Alerts(text, language, index.SenseSignals(text));

    /// <summary>The card of a case; null when the pack no longer has it.</summary>
    public CounterCard? Card(string id, AnswerLanguage language) =>
        index.Published(id) is { } found ? drafter.Draft(found, index.Pack, language) : null;

    /// <summary>A case as a match in a language; null when the pack no longer has it.</summary>
    public Match? Match(string id, double score, AnswerLanguage language) =>
        index.Published(id) is { } found ? Match(new CaseHit(id, score), found, language) : null;

    private Answer AnswerFrom(string question, Findings found, AnswerLanguage language, IReadOnlyDictionary<string, double>? sensed)
    {
        var pack = index.Pack;
        var (findings, cases) = StillThere(found, pack);
        var matches = Matches(findings, cases, language);
        var decision = Decision.On(findings, bounds);
        return new Answer
        {
            Question = question,
            Language = language,
            Outcome = decision.Outcome,
            Choices = decision.Choices,
            Matches = matches,
            Card = decision.Outcome == Outcome.Answered ? drafter.Draft(cases[0], pack, language) : null,
            Redirect = decision.Outcome == Outcome.Redirect ? Notice(findings.Redirect!.Id, pack, language) : null,
            Alerts = sensed is null ? Alerts(question, language) : Alerts(question, language, sensed),
        };
    }

    private List<Alert> Alerts(string text, AnswerLanguage language, IReadOnlyDictionary<string, double>? sensed) =>
        Watch().Look(text, sensed).Select(signal => SignalWatch.Alert(signal, language)).ToList();

    // The pack may be replaced between two looks at the index: decide only on what is at hand.
    private (Findings Findings, List<Case> Cases) StillThere(Findings findings, KnowledgePack pack)
    {
        var there = findings.Cases.Select(hit => (hit, found: index.Published(hit.Id))).Where(pair => pair.found is not null).ToList();
        var redirect = pack.Redirects.Any(redirect => redirect.Id == findings.Redirect?.Id) ? findings.Redirect : null;
        return (findings with { Cases = there.ConvertAll(pair => pair.hit), Redirect = redirect }, there.ConvertAll(pair => pair.found!));
    }

    private SignalWatch Watch()
    {
        var signals = index.Pack.Signals;
        var known = _watch;
        if (known is null || !ReferenceEquals(known.Signals, signals))
        {
            _watch = known = new KnownWatch(signals, new SignalWatch(signals));
        }

        return known.Watch;
    }

    private sealed record KnownWatch(IReadOnlyList<RiskSignal> Signals, SignalWatch Watch);

    // Cases that may be meant come first, then what the raw documents say of the matter, then the rest of the cases.
    private List<Match> Matches(Findings findings, List<Case> found, AnswerLanguage language)
    {
        var cases = findings.Cases.Zip(found, (hit, one) => Match(hit, one, language)).ToList();
        var close = cases.TakeWhile(match => match.Score >= bounds.Choice).ToList();
        var ceiling = close.Count > 0 ? close[^1].Score : 1;
        var passages = findings.Passages.Select(passage => PassageMatch(passage, ceiling, language));
        return close.Concat(passages).Concat(cases.Skip(close.Count)).Take(MatchesShown).ToList();
    }

    private static Match PassageMatch(PassageMatch found, double ceiling, AnswerLanguage language)
    {
        var passage = found.Passage;
        var title = passage.Heading.Length > 0 ? $"{passage.Document}: {passage.Heading}" : passage.Document;
        var beginning = passage.Text.Length > PassageShown ? passage.Text[..PassageShown] + "…" : passage.Text;
        return new Match(
            passage.Id, LanguageFaces.Show(title, language), LanguageFaces.Show(beginning.Replace('\n', ' '), language),
            Coaching.Match.Passage, Math.Min(found.Score, ceiling), [], found.Why);
    }

    private static Match Match(CaseHit hit, Case found, AnswerLanguage language)
    {
        var face = found.In(language);
        return new Match(
            found.Id, LanguageFaces.Show(face.Title, language), LanguageFaces.Show(face.Cue, language), found.Kind.Code(), hit.Score, found.Covers, hit.Why);
    }

    private static RedirectNotice Notice(string id, KnowledgePack pack, AnswerLanguage language)
    {
        var redirect = pack.Redirects.First(redirect => redirect.Id == id);
        var face = redirect.In(language);
        return new RedirectNotice(
            id, LanguageFaces.Show(face.Title, language), LanguageFaces.Show(face.Line, language), People.Name(pack, redirect.To, language));
    }
}
