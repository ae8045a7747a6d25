using CoachBot.Core.Knowledge;
using CoachBot.Core.Search;
using CoachBot.Infrastructure.Documents;
using CoachBot.Infrastructure.Knowledge;
using CoachBot.Infrastructure.Search.Calibration;
using CoachBot.Infrastructure.Search.Indexing;

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
    private readonly LuceneCaseIndex _index;
    private readonly Lock _changing = new();
    private string _stamp;

    private CaseSearch(KnowledgeOptions options)
    {
        _folder = KnowledgeHome(options.Folder);
        var documents = options.DocumentsFolder ?? Path.Combine(_folder, "documents");
        _source = new KnowledgeFolder(_folder, new DocumentSource(documents, new DocumentFolder(documents, DocumentReaders.Gate(TimeProvider.System))));
        _store = new IndexStore(Path.Combine(options.DataFolder, "index"));
        _stamp = _source.Stamp();
        _index = new LuceneCaseIndex(OpenOrBuild(), CalibrationFile.Read(_folder));
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
    public byte[] Content() => SharedPack.Write(_index.Pack, _index.Calibration);

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
            Replace(pack, calibration, keep: true);
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
        var reading = _source.Read();
        Problems = reading.Problems;
        var calibration = CalibrationFile.Read(_folder);

        // A folder that is away as a whole was unplugged, not emptied.
        var pack = Directory.Exists(_folder) ? reading.OrBefore(_index.Pack) : _index.Pack;
        OwnFingerprint = reading.HasErrors ? OwnFingerprint : pack.Fingerprint;
        Replace(pack, calibration, keep: !reading.HasErrors);
        return true;
    }

    private void Replace(KnowledgePack pack, CalibrationFile calibration, bool keep)
    {
        _index.Replace(SearchSnapshot.BuildAround(pack, _index.Snapshot), calibration);
        _index.Replace(keep ? _store.Build(pack) : SearchSnapshot.Build(pack), calibration);
        GiveBackMemory();
    }

    private SearchSnapshot OpenOrBuild()
    {
        if (_store.Open(_source.Fingerprint()) is { } kept)
        {
            OwnFingerprint = kept.Pack.Fingerprint;
            return kept;
        }

        var reading = _source.Read();
        Problems = reading.Problems;
        OwnFingerprint = reading.HasErrors ? null : reading.Pack.Fingerprint;

        // Only whole packs are kept: opened from a kept index, the problems of a bad file would go unreported.
        var built = reading.HasErrors ? SearchSnapshot.Build(reading.Pack) : _store.Build(reading.Pack);
        GiveBackMemory();
        return built;
    }

    // Building leaves several times its result behind as garbage, which would otherwise be held for as long as the bot idles.
    private static void GiveBackMemory() => GC.Collect(GC.MaxGeneration, GCCollectionMode.Aggressive, blocking: true, compacting: true);
}
