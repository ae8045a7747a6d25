using CoachBot.Core.Knowledge;
using CoachBot.Core.Language;
using CoachBot.Core.Search;
using CoachBot.Infrastructure.Search.Analysis;
using CoachBot.Infrastructure.Search.Calibration;
using CoachBot.Infrastructure.Search.Evidence;
using CoachBot.Infrastructure.Search.Indexing;

namespace CoachBot.Infrastructure.Search;

/// <summary>
/// The case index over Lucene.Net: a snapshot that is swapped as a whole when the pack changes, so that a question sees one
/// state of the knowledge from beginning to end.
/// </summary>
internal sealed class LuceneCaseIndex(SearchSnapshot snapshot, CalibrationFile calibration) : ICaseIndex
{
    private volatile State _state = new(snapshot, calibration);

    /// <inheritdoc />
    public KnowledgePack Pack => _state.Snapshot.Pack;

    /// <summary>The state that is searched.</summary>
    public SearchSnapshot Snapshot => _state.Snapshot;

    /// <summary>What its evidence is worth.</summary>
    public CalibrationFile Calibration => _state.Calibration;

    /// <summary>Makes another state of the pack the one that is searched.</summary>
    public void Replace(SearchSnapshot next, CalibrationFile nextCalibration) => _state = new State(next, nextCalibration);

    /// <inheritdoc />
    public Case? Published(string id) => _state.Published(id);

    /// <inheritdoc />
    public Findings Find(CaseQuery query) => _state.Find(query);

    /// <inheritdoc />
    public IReadOnlyDictionary<string, double>? SenseSignals(string text) => _state.SenseSignals(text);

    private sealed class State
    {
        private const double SmallestStep = 0.0001;
        private readonly HashSet<string> _redirects;
        private readonly Dictionary<string, Case> _published;

        public State(SearchSnapshot snapshot, CalibrationFile calibration)
        {
            Snapshot = snapshot;
            Calibration = calibration;
            _redirects = snapshot.Pack.Redirects.Select(redirect => redirect.Id).ToHashSet(StringComparer.Ordinal);
            _published = snapshot.Pack.Cases.Where(@case => @case.Published).DistinctBy(@case => @case.Id).ToDictionary(@case => @case.Id, StringComparer.Ordinal);
        }

        public SearchSnapshot Snapshot { get; }

        public CalibrationFile Calibration { get; }

        public Case? Published(string id) => _published.GetValueOrDefault(id);

        public Dictionary<string, double>? SenseSignals(string text) => Sense(Snapshot.Analysis.Analyze(text));

        public Findings Find(CaseQuery query)
        {
            var analyzed = Snapshot.Analysis.Analyze(query.Text);
            if (analyzed.Terms.Count == 0)
            {
                return Findings.None;
            }

            var fusion = LanguageDetector.Detect(query.Text).IsChinese() ? Calibration.Zh : Calibration.En;
            var signals = Snapshot.Signals.Read(analyzed);
            var ranked = RankedCandidate.Rank(signals, fusion);
            var best = ranked.Find(candidate => _redirects.Contains(candidate.Signals.Id));
            return new Findings(
                Falling(ranked.Where(candidate => !_redirects.Contains(candidate.Signals.Id)).Take(query.Take).Select(candidate => Hit(candidate))),
                best is null ? null : Hit(best))
            {
                Passages = Snapshot.Passages.Matches(query),
                Sensed = Sense(analyzed),
            };

            CaseHit Hit(RankedCandidate candidate) => new(
                candidate.Signals.Id,
                Math.Round(fusion.Evidence(ConfidenceFeatures.Of(signals, candidate.Signals, candidate.Share)), 4),
                query.Explain ? Explain(candidate.Signals, analyzed) : null);
        }

        private Dictionary<string, double>? Sense(AnalyzedText analyzed) => Snapshot.SignalVoter?.Probabilities(analyzed.Features);

        // The ranking knows better than the evidence who comes first; a later candidate never shows more evidence than an earlier.
        private static List<CaseHit> Falling(IEnumerable<CaseHit> ranked)
        {
            var hits = new List<CaseHit>();
            foreach (var hit in ranked)
            {
                var most = hits.Count == 0 ? 1 : hits[^1].Score;
                hits.Add(hit.Score <= most ? hit : hit with { Score = Math.Round(Math.Max(0, most - SmallestStep), 4) });
            }

            hits.Sort(static (one, other) => one.Score != other.Score ? other.Score.CompareTo(one.Score) : string.CompareOrdinal(one.Id, other.Id));
            return hits;
        }

        private HitExplanation Explain(CandidateSignals candidate, AnalyzedText question) => new(
            candidate.Text,
            candidate.Best,
            candidate.NearestAlternate is { } alternate ? Snapshot.Signals.Wording(alternate) : null,
            Math.Exp(candidate.Vote),
            Snapshot.Signals.SharedTerms(candidate.Id, question));
    }
}
