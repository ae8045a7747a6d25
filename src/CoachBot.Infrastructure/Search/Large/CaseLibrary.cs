using System.Text.Json;
using CoachBot.Core.Knowledge;
using CoachBot.Core.Language;
using CoachBot.Core.Search;
using CoachBot.Infrastructure.Search.Analysis;
using CoachBot.Infrastructure.Search.Calibration;
using CoachBot.Infrastructure.Search.Evidence;
using CoachBot.Infrastructure.Search.Indexing;
using CoachBot.Infrastructure.Search.Voting;
using Lucene.Net.Index;
using Lucene.Net.Search;
using LuceneDirectory = Lucene.Net.Store.Directory;

namespace CoachBot.Infrastructure.Search.Large;

/// <summary>
/// The case index for more cases than fit into memory or than a voter can learn: everything lies in one Lucene index on disk,
/// a case is read when its card is shown, and single cases are replaced in place.
/// </summary>
internal sealed class CaseLibrary : ICaseIndex, IDisposable
{
    /// <summary>How many entries of term lists one question may read in each field before common terms are left for later.</summary>
    public const int UsualBudget = 100_000;

    private const string IndexFolder = "index";
    private const string FrameFile = "frame.json";
    private const string SignalVoterFile = "signals.bin";

    private readonly CalibrationFile _calibration;
    private readonly int _budget;
    private readonly TextAnalysis _analysis;
    private readonly Voter? _signalVoter;
    private readonly HashSet<string> _redirects;
    private readonly LuceneDirectory _directory;
    private readonly IndexWriter? _writer;
    private readonly SearcherManager _searchers;

    private CaseLibrary(string folder, CalibrationFile calibration, bool updates, int budget)
    {
        _calibration = calibration;
        _budget = budget;
        Pack = ReadFrame(folder);
        _analysis = new TextAnalysis(new Glossary(Pack.Glossary));
        _redirects = Pack.Redirects.Select(redirect => redirect.Id).ToHashSet(StringComparer.Ordinal);
        _signalVoter = ReadSignalVoter(folder);

        // Never a memory map: swapping readers under load can crash the process.
        _directory = new PositionalDirectory(Path.Combine(folder, IndexFolder));
        _writer = updates ? LibraryWriter.Open(_directory, OpenMode.APPEND) : null;
        _searchers = _writer is null
            ? new SearcherManager(_directory, new Searchers())
            : new SearcherManager(_writer, applyAllDeletes: true, new Searchers());
    }

    /// <summary>All but the cases and their alternates, which stay on disk.</summary>
    public KnowledgePack Pack { get; }

    /// <summary>Builds a library in an empty folder.</summary>
    /// <param name="folder">The folder.</param>
    /// <param name="pack">Glossary, redirects, signals, people; its cases and their alternates are not taken.</param>
    /// <param name="entries">The cases.</param>
    public static void Build(string folder, KnowledgePack pack, IEnumerable<LibraryEntry> entries)
    {
        System.IO.Directory.CreateDirectory(folder);
        var signalVoter = VoterTraining.Learn(SignalTrainingSet.Of(pack, new TextAnalysis(new Glossary(pack.Glossary))));
        if (signalVoter is not null)
        {
            VoterFile.Write(Path.Combine(folder, SignalVoterFile), signalVoter);
        }

        using var directory = new PositionalDirectory(Path.Combine(folder, IndexFolder));
        LibraryWriter.WriteAll(directory, pack, entries, LibraryEntry.AsksOf(pack));
        var frame = pack with { Cases = [], Alternates = [], Outside = [], SignalExamples = [] };
        File.WriteAllBytes(Path.Combine(folder, FrameFile), JsonSerializer.SerializeToUtf8Bytes(frame, PackJson.Default.KnowledgePack));
    }

    /// <summary>Opens a library.</summary>
    /// <param name="folder">Where it was built.</param>
    /// <param name="calibration">How the kinds of evidence count.</param>
    /// <param name="updates">Whether cases will be replaced; only one process at a time may.</param>
    /// <param name="budget">See <see cref="UsualBudget"/>.</param>
    public static CaseLibrary Open(string folder, CalibrationFile calibration, bool updates = false, int budget = UsualBudget) =>
        new(folder, calibration, updates, budget);

    /// <summary>What a library holds besides cases.</summary>
    public static KnowledgePack ReadFrame(string folder) =>
        JsonSerializer.Deserialize(File.ReadAllBytes(Path.Combine(folder, FrameFile)), PackJson.Default.KnowledgePack)!;

    /// <summary>The voter on risk signals; null when the pack had nothing to learn it from.</summary>
    public static Voter? ReadSignalVoter(string folder)
    {
        var path = Path.Combine(folder, SignalVoterFile);
        return File.Exists(path) ? VoterFile.Read(path) : null;
    }

    /// <summary>Takes in a case, in place of the one with its id if there is one. Searchable when it returns, kept by <see cref="Keep"/>.</summary>
    public void Update(LibraryEntry entry)
    {
        Writer.UpdateDocuments(IdTerm(entry.Case.Id), new LibraryDocuments(_analysis).Of(entry));
        _searchers.MaybeRefreshBlocking();
    }

    /// <summary>Takes a case out. Gone when it returns.</summary>
    public void Delete(string id)
    {
        Writer.DeleteDocuments(IdTerm(id));
        _searchers.MaybeRefreshBlocking();
    }

    /// <summary>Writes to disk what was taken in or out; disposing does, too.</summary>
    public void Keep() => Writer.Commit();

    /// <inheritdoc />
    public Case? Published(string id) => With(signals => signals.Case(id));

    /// <inheritdoc />
    public IReadOnlyDictionary<string, double>? SenseSignals(string text) => _signalVoter?.Probabilities(_analysis.Analyze(text).Features);

    /// <inheritdoc />
    public Findings Find(CaseQuery query)
    {
        var analyzed = _analysis.AnalyzeForIndex(query.Text);
        return analyzed.Terms.Count == 0 ? Findings.None : With(signals => Find(query, analyzed, signals));
    }

    /// <inheritdoc />
    public void Dispose()
    {
        _searchers.Dispose();
        _writer?.Dispose();
        _directory.Dispose();
    }

    private IndexWriter Writer => _writer ?? throw new InvalidOperationException("The library was opened for reading only.");

    private static Term IdTerm(string id) => new(LibraryFields.Id, id);

    private Findings Find(CaseQuery query, AnalyzedText analyzed, LibrarySignals signals)
    {
        var fusion = LanguageDetector.Detect(query.Text).IsChinese() ? _calibration.Zh : _calibration.En;
        var question = signals.Read(analyzed);
        var ranked = RankedCandidate.Rank(question, fusion);
        var best = ranked.Find(candidate => _redirects.Contains(candidate.Signals.Id));
        return new Findings(
            ranked.Where(candidate => !_redirects.Contains(candidate.Signals.Id)).Take(query.Take).Select(Hit).ToList(),
            best is null ? null : Hit(best));

        CaseHit Hit(RankedCandidate candidate)
        {
            // No voter can learn so many cases: a candidate's share of what was found stands in for its vote.
            var voted = candidate.Signals with { Vote = MathF.Log(candidate.Share + 1e-6f) };
            return new CaseHit(
                voted.Id,
                Math.Round(fusion.Evidence(ConfidenceFeatures.Of(question, voted, candidate.Share)), 4),
                query.Explain ? Explain(voted, analyzed, signals) : null);
        }
    }

    private static HitExplanation Explain(CandidateSignals candidate, AnalyzedText question, LibrarySignals signals) => new(
        candidate.Text,
        candidate.Best,
        candidate.NearestAlternate is { } asked ? signals.Wording(asked) : null,
        Math.Exp(candidate.Vote),
        signals.SharedTerms(candidate.Id, question));

    private T With<T>(Func<LibrarySignals, T> ask)
    {
        var searcher = _searchers.Acquire();
        try
        {
            return ask(new LibrarySignals(searcher, _budget));
        }
        finally
        {
            _searchers.Release(searcher);
        }
    }

    private sealed class Searchers : SearcherFactory
    {
        public override IndexSearcher NewSearcher(IndexReader reader) => new(reader) { Similarity = LibrarySimilarity.Instance };
    }
}
