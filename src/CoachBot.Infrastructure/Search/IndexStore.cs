using System.Globalization;
using System.Text.Json;
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
    private const int Make = 3;
    private const int StatesKept = 3;
    private const string PackFile = "pack.json";
    private const string VoterName = "voter.bin";
    private const string SignalVoterName = "signals.bin";

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
            var pack = JsonSerializer.Deserialize(File.ReadAllBytes(Path.Combine(home, PackFile)), PackJson.Default.KnowledgePack)!;
            return SearchSnapshot.Open(
                pack,
                new TextAnalysis(new Glossary(pack.Glossary)),
                InMemory(Path.Combine(home, "cases")),
                InMemory(Path.Combine(home, "alternates")),
                VoterIn(home, VoterName),
                VoterIn(home, SignalVoterName));
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or JsonException or InvalidDataException
            or Lucene.Net.Index.CorruptIndexException or Lucene.Net.Index.IndexNotFoundException)
        {
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
        File.WriteAllBytes(Path.Combine(draft, PackFile), JsonSerializer.SerializeToUtf8Bytes(snapshot.Pack, PackJson.Default.KnowledgePack));
        Write(snapshot.Voter, Path.Combine(draft, VoterName));
        Write(snapshot.SignalVoter, Path.Combine(draft, SignalVoterName));

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
