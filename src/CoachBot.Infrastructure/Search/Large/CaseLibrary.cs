using CoachBot.Core.Knowledge;
using CoachBot.Core.Language;
using CoachBot.Core.Search;
using CoachBot.Infrastructure.Search.Analysis;
using CoachBot.Infrastructure.Search.Calibration;
using CoachBot.Infrastructure.Search.Evidence;
using CoachBot.Infrastructure.Search.Indexing;
using CoachBot.Infrastructure.Search.Passages;
using CoachBot.Infrastructure.Search.Voting;
using Lucene.Net.Index;
using Lucene.Net.Search;

namespace CoachBot.Infrastructure.Search.Large;

/// <summary>
/// The case index for more cases than fit into memory or than a voter can learn: everything lies in one Lucene index on disk,
/// a case is read when its card is shown, and single cases are replaced in place.
/// </summary>
internal sealed class CaseLibrary : ICaseIndex, IDisposable
{
    private const string IndexFolder = "index";

    private readonly string _folder;
    private readonly int? _budget;
    private readonly PositionalDirectory _directory;
    private readonly IndexWriter? _writer;
    private readonly SearcherManager _searchers;
    private readonly Task _rehearsal;
    private volatile State _state;

    private CaseLibrary(string folder, CalibrationFile calibration, bool updates, int? budget)
    {
        _folder = folder;
        _budget = budget;

        // Never a memory map: swapping readers under load can crash the process.
        _directory = new PositionalDirectory(IndexOf(folder));
        _writer = updates ? LibraryWriter.Open(_directory, OpenMode.APPEND) : null;
        _searchers = _writer is null
            ? new SearcherManager(_directory, new Searchers())
            : new SearcherManager(_writer, applyAllDeletes: true, new Searchers());
        Cases = new StoredList<Case>(_searchers, LibraryFields.Card, PackJson.Default.Case);
        Alternates = new StoredList<Alternates>(_searchers, LibraryFields.Alternates, PackJson.Default.Alternates);
        _state = StateNow(calibration, earlier: null);
        _rehearsal = updates ? Task.Run(Rehearse) : Task.CompletedTask;
    }

    /// <inheritdoc />
    /// <remarks>Its cases, their alternates and what only learning needs stay on disk, and are read while somebody goes through them.</remarks>
    public KnowledgePack Pack => _state.Pack;

    /// <summary>What it was made from.</summary>
    public LibraryOrigin Origin => _state.Origin;

    /// <summary>What is known of risk signals; null when the pack had nothing to learn it from.</summary>
    public Voter? SignalVoter => _state.SignalVoter;

    private StoredList<Case> Cases { get; }

    private StoredList<Alternates> Alternates { get; }

    /// <summary>Builds a library in a folder, in place of the one there is. Whoever has that open sees no change until it looks again.</summary>
    /// <param name="folder">The folder.</param>
    /// <param name="pack">Glossary, redirects, signals, people; its cases are not taken.</param>
    /// <param name="entries">The cases.</param>
    /// <param name="origin">What the pack was read from.</param>
    public static void Build(string folder, KnowledgePack pack, IEnumerable<LibraryEntry> entries, LibraryOrigin? origin = null)
    {
        Directory.CreateDirectory(IndexOf(folder));
        LibraryWriter.LearnSignals(folder, pack);
        using var directory = new PositionalDirectory(IndexOf(folder));
        LibraryWriter.WriteAll(directory, pack, entries, origin ?? LibraryOrigin.Nowhere);
    }

    /// <summary>Opens a library.</summary>
    /// <param name="folder">Where it was built.</param>
    /// <param name="calibration">How the kinds of evidence count.</param>
    /// <param name="updates">Whether single cases will be replaced by <see cref="Update"/>; only one process at a time may.</param>
    /// <param name="budget">How many entries of term lists one question may read in each field before common terms are left for later; null: what suits the size.</param>
    /// <exception cref="InvalidDataException">It is of another make.</exception>
    public static CaseLibrary Open(string folder, CalibrationFile calibration, bool updates = false, int? budget = null) =>
        new(folder, calibration, updates, budget);

    /// <summary>Takes in a case, in place of the one with its id if there is one. Searchable when it returns, kept by <see cref="Keep"/>.</summary>
    public void Update(LibraryEntry entry)
    {
        Writer.UpdateDocuments(LibraryWriter.IdTerm(entry.Case.Id), new LibraryDocuments(_state.Analysis).Of(entry));
        _searchers.MaybeRefreshBlocking();
    }

    /// <summary>Takes a case out. Gone when it returns.</summary>
    public void Delete(string id)
    {
        Writer.DeleteDocuments(LibraryWriter.IdTerm(id));
        _searchers.MaybeRefreshBlocking();
    }

    /// <summary>Writes to disk what was taken in or out; disposing does, too.</summary>
    public void Keep() => Writer.Commit();

    /// <summary>Replaces single cases, and all that is no case, on disk; holds the library for writing only meanwhile. Searchable after <see cref="LookAgain"/>.</summary>
    /// <param name="pack">The pack as it is now.</param>
    /// <param name="changes">How its cases differ from those of this library.</param>
    /// <param name="origin">What the pack was read from.</param>
    /// <returns>False, and nothing is written, when another process has changed the library since it was last looked at.</returns>
    public bool TryWrite(KnowledgePack pack, LibraryChanges changes, LibraryOrigin origin)
    {
        LibraryWriter.LearnSignals(_folder, pack);
        using var writer = LibraryWriter.Open(_directory, OpenMode.APPEND);
        if (!Searched(searcher => ((DirectoryReader)searcher.IndexReader).IsCurrent()))
        {
            return false;
        }

        LibraryWriter.WriteChanges(writer, pack, changes, origin);
        return true;
    }

    /// <summary>Searches what lies on disk now.</summary>
    /// <exception cref="InvalidDataException">It is of another make.</exception>
    public void LookAgain(CalibrationFile calibration)
    {
        _searchers.MaybeRefreshBlocking();
        _state = StateNow(calibration, _state);
    }

    /// <inheritdoc />
    public Case? Published(string id) => With(signals => signals.Case(id)) is { Published: true } found ? found : null;

    /// <inheritdoc />
    public IReadOnlyDictionary<string, double>? SenseSignals(string text)
    {
        var state = _state;
        return state.SignalVoter?.Probabilities(state.Analysis.Analyze(text).Features);
    }

    /// <inheritdoc />
    public Findings Find(CaseQuery query)
    {
        var state = _state;
        var analyzed = state.Analysis.AnalyzeForIndex(query.Text);
        return analyzed.Terms.Count == 0 ? Findings.None : With(signals => Find(query, analyzed, signals, state));
    }

    /// <inheritdoc />
    public void Dispose()
    {
        _rehearsal.Wait();
        _searchers.Dispose();
        _writer?.Dispose();
        _directory.Dispose();
    }

    private void Rehearse()
    {
        if (Cases.Some() is { } any)
        {
            UpdateRehearsal.Run(any, _state.Analysis, new Searchers());
        }
    }

    private IndexWriter Writer => _writer ?? throw new InvalidOperationException("The library was opened for reading only.");

    private static string IndexOf(string folder) => Path.Combine(folder, IndexFolder);

    private State StateNow(CalibrationFile calibration, State? earlier)
    {
        var frame = Searched(LibraryFrame.Read) ?? throw new InvalidDataException("The library is of another make.");
        var lessons = new Lazy<KnowledgePack>(() => Searched(LibraryFrame.Lessons));
        var pack = frame.Pack with
        {
            Cases = Cases,
            Alternates = Alternates,
            SignalExamples = new LaterList<SignalExamples>(() => lessons.Value.SignalExamples),
            Outside = new LaterList<OutsideQuestion>(() => lessons.Value.Outside),
        };
        var voter = earlier is not null && earlier.VoterName == frame.SignalVoter ? earlier.SignalVoter : VoterIn(frame.SignalVoter);
        return new State(pack, frame.Origin, calibration.WithoutVoter ?? CalibrationFile.DefaultWithoutVoter, frame.SignalVoter, voter);
    }

    private Voter? VoterIn(string name)
    {
        var path = Path.Combine(_folder, name);
        return name.Length > 0 && File.Exists(path) ? VoterFile.Read(path) : null;
    }

    private static Findings Find(CaseQuery query, AnalyzedText analyzed, LibrarySignals signals, State state)
    {
        var fusion = LanguageDetector.Detect(query.Text).IsChinese() ? state.Fusions.Zh : state.Fusions.En;
        var question = signals.Read(analyzed);
        var ranked = RankedCandidate.Rank(question, fusion);
        var best = ranked.Find(candidate => state.Redirects.Contains(candidate.Signals.Id));
        return new Findings(
            ranked.Where(candidate => !state.Redirects.Contains(candidate.Signals.Id)).Take(query.Take).Select(Hit).ToList(),
            best is null ? null : Hit(best))
        {
            Passages = state.Passages.Matches(query),
        };

        CaseHit Hit(RankedCandidate candidate) => new(
            candidate.Signals.Id,
            Math.Round(fusion.Evidence(ConfidenceFeatures.Of(question, candidate.Signals, candidate.Share)), 4),
            query.Explain ? Explain(candidate.Signals, analyzed, signals) : null);
    }

    private static HitExplanation Explain(CandidateSignals candidate, AnalyzedText question, LibrarySignals signals) => new(
        candidate.Text,
        candidate.Best,
        candidate.NearestAlternate is { } asked ? signals.Wording(asked) : null,
        0,
        signals.SharedTerms(candidate.Id, question));

    private T With<T>(Func<LibrarySignals, T> ask) => Searched(searcher => ask(new LibrarySignals(searcher, _budget)));

    private T Searched<T>(Func<IndexSearcher, T> ask)
    {
        var searcher = _searchers.Acquire();
        try
        {
            return ask(searcher);
        }
        finally
        {
            _searchers.Release(searcher);
        }
    }

    /// <summary>All that is known besides cases, replaced as a whole.</summary>
    private sealed record State(KnowledgePack Pack, LibraryOrigin Origin, VoterlessFusions Fusions, string VoterName, Voter? SignalVoter)
    {
        public TextAnalysis Analysis { get; } = new(new Glossary(Pack.Glossary));

        public HashSet<string> Redirects { get; } = Pack.Redirects.Select(redirect => redirect.Id).ToHashSet(StringComparer.Ordinal);

        public PassageIndex Passages { get; } = new(Pack.Passages, new TextAnalysis(new Glossary(Pack.Glossary)));
    }

    private sealed class Searchers : SearcherFactory
    {
        public override IndexSearcher NewSearcher(IndexReader reader) => new(reader) { Similarity = LibrarySimilarity.Instance };
    }
}
