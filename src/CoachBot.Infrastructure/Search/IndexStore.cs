using System.Globalization;
using CoachBot.Core.Knowledge;
using CoachBot.Infrastructure.Search.Analysis;
using CoachBot.Infrastructure.Search.Indexing;
using CoachBot.Infrastructure.Search.Voting;
using Lucene.Net.Store;

namespace CoachBot.Infrastructure.Search;

/// <summary>
/// Keeps finished indexes below the data folder, one folder for each state of the pack. Derived data: deleting it costs
/// the time to build it again, nothing else.
/// </summary>
internal sealed class IndexStore(string folder)
{
    // Raise it whenever analysis, documents or voter change: indexes of an older make are built again.
    private const int Make = 6;
    private const int StatesKept = 3;
    private const string VoterName = "voter.bin";
    private const string SignalVoterName = "signals.bin";
    private const string ListName = "files.txt";

    /// <summary>The index of that state of the pack, opened from disk; null when there is none or it is not usable.</summary>
    /// <param name="fingerprint">The state.</param>
    public SearchSnapshot? Open(string fingerprint)
    {
        var home = Home(fingerprint);
        if (!System.IO.Directory.Exists(home))
        {
            return null;
        }

        try
        {
            if (File.ReadAllText(Path.Combine(home, ListName)) != FilesIn(home))
            {
                throw new InvalidDataException("Files are missing or cut off.");
            }

            // The voters are half of what has to be read, and stand by themselves.
            var voter = Task.Run(() => VoterIn(home, VoterName));
            var signalVoter = Task.Run(() => VoterIn(home, SignalVoterName));
            var pack = KeptPack.Read(home);
            return SearchSnapshot.Open(
                pack,
                new TextAnalysis(new Glossary(pack.Glossary)),
                InMemory(Path.Combine(home, "cases")),
                InMemory(Path.Combine(home, "alternates")),
                voter.GetAwaiter().GetResult(),
                signalVoter.GetAwaiter().GetResult());
        }
        catch (Exception e) when (e is not OutOfMemoryException)
        {
            // Whatever a damaged file makes its reader say: the index is derived data, and is built again.
            Discard(home);
            return null;
        }
    }

    /// <summary>Builds the index of a pack and keeps it; where nothing can be written it is built in memory only.</summary>
    public SearchSnapshot Build(KnowledgePack pack)
    {
        var snapshot = SearchSnapshot.Build(pack);
        try
        {
            Keep(snapshot);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            // A read-only disk is no reason not to answer; the next start builds again.
        }

        return snapshot;
    }

    private void Keep(SearchSnapshot snapshot)
    {
        var home = Home(snapshot.Pack.Fingerprint);
        if (System.IO.Directory.Exists(home))
        {
            return;
        }

        // Written beside and moved into place: another process sees a whole index or none.
        var draft = Path.Combine(folder, string.Create(CultureInfo.InvariantCulture, $".{Environment.ProcessId}-{Guid.NewGuid():N}"));
        System.IO.Directory.CreateDirectory(draft);
        snapshot.CopyTo(Path.Combine(draft, "cases"), Path.Combine(draft, "alternates"));
        KeptPack.Write(draft, snapshot.Pack);
        Write(snapshot.Voter, Path.Combine(draft, VoterName));
        Write(snapshot.SignalVoter, Path.Combine(draft, SignalVoterName));
        File.WriteAllText(Path.Combine(draft, ListName), FilesIn(draft));

        try
        {
            System.IO.Directory.Move(draft, home);
        }
        catch (IOException) when (System.IO.Directory.Exists(home))
        {
            System.IO.Directory.Delete(draft, recursive: true);
        }

        ForgetOldStates();
    }

    // Names and lengths of all files but the list itself: a lost voter would go unnoticed, a pack may have none.
    private static string FilesIn(string home) => string.Concat(System.IO.Directory.GetFiles(home, "*", SearchOption.AllDirectories)
        .Select(path => (Name: Path.GetRelativePath(home, path).Replace('\\', '/'), new FileInfo(path).Length))
        .Where(file => file.Name != ListName)
        .OrderBy(file => file.Name, StringComparer.Ordinal)
        .Select(file => string.Create(CultureInfo.InvariantCulture, $"{file.Length} {file.Name}\n")));

    private static void Discard(string home)
    {
        try
        {
            System.IO.Directory.Delete(home, recursive: true);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            // Nothing can be written here, so nothing can be kept here either: the index is built in memory.
        }
    }

    private static Voter? VoterIn(string home, string name)
    {
        var path = Path.Combine(home, name);
        return File.Exists(path) ? VoterFile.Read(path) : null;
    }

    private static void Write(Voter? voter, string path)
    {
        if (voter is not null)
        {
            VoterFile.Write(path, voter);
        }
    }

    private void ForgetOldStates()
    {
        var old = new DirectoryInfo(folder).GetDirectories().OrderByDescending(state => state.LastWriteTimeUtc).Skip(StatesKept);
        foreach (var state in old)
        {
            state.Delete(recursive: true);
        }
    }

    private string Home(string fingerprint) => Path.Combine(folder, string.Create(CultureInfo.InvariantCulture, $"{fingerprint}-{Make}"));

    // The pack's indexes are a few megabytes: in memory no disk and no memory map stands between a question and its card.
    private static RAMDirectory InMemory(string path)
    {
        using var disk = new NIOFSDirectory(path);
        return new RAMDirectory(disk, IOContext.DEFAULT);
    }
}
