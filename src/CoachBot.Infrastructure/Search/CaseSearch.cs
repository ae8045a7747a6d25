using CoachBot.Core.Knowledge;
using CoachBot.Core.Search;
using CoachBot.Infrastructure.Documents;
using CoachBot.Infrastructure.Knowledge;
using CoachBot.Infrastructure.Search.Calibration;
using CoachBot.Infrastructure.Search.Indexing;
using CoachBot.Infrastructure.Search.Large;

namespace CoachBot.Infrastructure.Search;

/// <summary>
/// The knowledge folder made searchable: opened from a kept index when the folder has not changed, read and built otherwise,
/// and brought up to date on demand while it serves.
/// </summary>
public sealed class CaseSearch
{
    private readonly string _folder;
    private readonly KnowledgeFolder _source;
    private readonly IndexStore _store;
    private readonly LibraryKeeper _keeper;
    private readonly int _libraryAbove;
    private readonly ServedIndex _index;
    private readonly Lock _changing = new();
    private CalibrationFile _calibration;
    private string _stamp;

    private CaseSearch(KnowledgeOptions options)
    {
        _folder = KnowledgeHome(options.Folder);
        var documents = options.DocumentsFolder ?? Path.Combine(_folder, "documents");
        _source = new KnowledgeFolder(_folder, new DocumentSource(documents, new DocumentFolder(documents, DocumentReaders.Gate(TimeProvider.System))));
        _store = new IndexStore(Path.Combine(options.DataFolder, "index"));
        _keeper = new LibraryKeeper(Path.Combine(options.DataFolder, "library"));
        _libraryAbove = options.LibraryAbove;
        _stamp = _source.Stamp();
        _calibration = CalibrationFile.Read(_folder);
        _index = new ServedIndex(OpenOrBuild());
    }

    /// <summary>The index that answers.</summary>
    public ICaseIndex Index => _index;

    /// <summary>The state of the own folder when it was last whole; null as long as it never was. What serves may be another machine's.</summary>
    public string? OwnFingerprint { get; private set; }

    /// <summary>What was wrong in the folder when it was last read.</summary>
    public IReadOnlyList<KnowledgeProblem> Problems { get; private set; } = [];

    /// <summary>Opens the folder. Never throws for what stands in a file; look at <see cref="Problems"/>.</summary>
    public static CaseSearch Open(KnowledgeOptions options) => new(options);

    /// <summary>
    /// The knowledge folder as named, or, when it is not there and the name is relative, the one that lies beside the program.
    /// </summary>
    public static string KnowledgeHome(string folder)
    {
        var beside = Path.Combine(AppContext.BaseDirectory, folder);
        return !Directory.Exists(folder) && !Path.IsPathRooted(folder) && Directory.Exists(beside) ? beside : folder;
    }

    /// <summary>
    /// Takes over changed files. First around the voter there is, which takes a moment; then with a voter that learnt from
    /// the new files. A broken file leaves its last good version serving.
    /// </summary>
    /// <returns>Whether anything had changed.</returns>
    public bool Refresh()
    {
        lock (_changing)
        {
            return RefreshAlone();
        }
    }

    /// <summary>What serves now, for another machine to take over.</summary>
    public byte[] Content() => SharedPack.Write(_index.Pack, _calibration);

    /// <summary>
    /// Serves what another machine served, until the own folder changes. First around the voter there is, then with one that learnt from it.
    /// </summary>
    /// <param name="content">What <see cref="Content"/> gave there.</param>
    /// <exception cref="InvalidDataException">It is not from there, or of another version of the program.</exception>
    public void TakeOver(byte[] content)
    {
        var (pack, calibration) = SharedPack.Read(content);
        lock (_changing)
        {
            _calibration = calibration;
            Replace(new FolderReading(pack, LibraryOrigin.Nowhere, Held: null, IsWhole: true));
        }
    }

    private bool RefreshAlone()
    {
        var stamp = _source.Stamp();
        if (stamp == _stamp)
        {
            return false;
        }

        _stamp = stamp;

        // A folder that is away as a whole was unplugged, not emptied.
        if (!Directory.Exists(_folder))
        {
            Problems = _source.Read().Problems;
            return true;
        }

        _calibration = CalibrationFile.Read(_folder);
        var library = _keeper.LookAgain(_index.Now as CaseLibrary, _calibration);
        if (library?.Origin.State == _source.Fingerprint())
        {
            // Another process that keeps the same library was first.
            Serve(library);
            return true;
        }

        var read = Read(library, library is null ? _index.Pack : null);
        Replace(read, library);
        return true;
    }

    private void Replace(FolderReading read, CaseLibrary? library = null)
    {
        if (InLibrary(read, library) is { } kept)
        {
            _index.Now = kept;
        }
        else if (_index.Now is LuceneCaseIndex memory)
        {
            memory.Replace(SearchSnapshot.BuildAround(read.Pack, memory.Snapshot), _calibration);
            memory.Replace(Snapshot(read), _calibration);
        }
        else
        {
            _index.Now = new LuceneCaseIndex(Snapshot(read), _calibration);
        }

        GiveBackMemory();
    }

    private ICaseIndex OpenOrBuild()
    {
        var fingerprint = _source.Fingerprint();
        if (_store.Open(fingerprint) is { } kept && kept.Pack.Cases.Count <= _libraryAbove)
        {
            OwnFingerprint = kept.Pack.Fingerprint;
            return new LuceneCaseIndex(kept, _calibration);
        }

        var library = _keeper.Open(_calibration);
        if (library?.Origin.State == fingerprint)
        {
            OwnFingerprint = fingerprint;
            return library;
        }

        var read = Read(library, before: null);
        ICaseIndex built = InLibrary(read, library) is { } opened ? opened : new LuceneCaseIndex(Snapshot(read), _calibration);
        GiveBackMemory();
        return built;
    }

    private void Serve(CaseLibrary library)
    {
        Problems = [];
        OwnFingerprint = library.Origin.State;
        _index.Now = library;
    }

    // Of what a library holds only the changes are read from the folder.
    private FolderReading Read(CaseLibrary? library, KnowledgePack? before)
    {
        // First the hashes: what changes in between is then read once more, and never taken for known.
        var hashes = _source.Hashes();
        var held = library is null ? null : new HeldCases(library);
        var reading = _source.Read(held?.Unchanged(hashes) ?? new Dictionary<string, object>());
        Problems = reading.Problems;
        OwnFingerprint = reading.HasErrors ? OwnFingerprint : reading.Pack.Fingerprint;
        var origin = LibraryOrigin.Of(reading, hashes);
        return new FolderReading((held?.Pack ?? before) is { } good ? reading.OrBefore(good) : reading.Pack, origin, held, !reading.HasErrors);
    }

    // Null: it is not for a library, or the disk cannot be written, or another process builds it at this moment.
    private CaseLibrary? InLibrary(FolderReading read, CaseLibrary? library)
    {
        if (read.Pack.Cases.Count <= _libraryAbove)
        {
            return null;
        }

        try
        {
            return _keeper.Keep(library, read.Pack, read.Held, read.Origin, _calibration);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }

    // Only whole packs are kept: opened from a kept index, the problems of a bad file would go unreported.
    private SearchSnapshot Snapshot(FolderReading read) => read.IsWhole ? _store.Build(read.Pack) : SearchSnapshot.Build(read.Pack);

    // Building leaves several times its result behind as garbage, which would otherwise be held for as long as the bot idles.
    private static void GiveBackMemory() => GC.Collect(GC.MaxGeneration, GCCollectionMode.Aggressive, blocking: true, compacting: true);

    /// <summary>The folder as it was just read, broken files in their last good version.</summary>
    private sealed record FolderReading(KnowledgePack Pack, LibraryOrigin Origin, HeldCases? Held, bool IsWhole);
}
