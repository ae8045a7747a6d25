using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using CoachBot.Core.Knowledge;
using CoachBot.Infrastructure.Search.Indexing;
using Lucene.Net.Documents;
using Lucene.Net.Index;
using Lucene.Net.Search;

namespace CoachBot.Infrastructure.Search.Large;

/// <summary>
/// What a library holds besides cases. A document of the index itself, so that it changes in the same commit as the cases do and
/// no reader ever sees one without the other.
/// </summary>
/// <param name="Pack">All but cases, their alternates, and what only learning needs.</param>
/// <param name="SignalVoter">The file of the voter on risk signals, beside the index; empty when there is none.</param>
/// <param name="Origin">What it was made from.</param>
internal sealed record LibraryFrame(KnowledgePack Pack, string SignalVoter, LibraryOrigin Origin)
{
    // Raise it whenever analysis or documents change: a library of an older make is built again.
    private const string Make = "1";
    private const string MakeField = "make";
    private const string PackField = "pack";
    private const string LessonsField = "lessons";
    private const string VoterField = "voter";
    private const string StateField = "state";
    private const string FilesField = "files";

    // No case can have it: ids are kebab-case.
    private static readonly Term Id = new(LibraryFields.Id, ":frame");

    /// <summary>The frame in a state of a library; null when it has none of this make.</summary>
    public static LibraryFrame? Read(IndexSearcher searcher)
    {
        if (Stored(searcher, MakeField, PackField, VoterField, StateField, FilesField) is not { } stored || stored.Get(MakeField) != Make)
        {
            return null;
        }

        return new LibraryFrame(
            Parse(stored, PackField), stored.Get(VoterField), new LibraryOrigin(stored.Get(StateField), LibraryOrigin.Parse(stored.Get(FilesField))));
    }

    /// <summary>What only learning needs: examples of signals and questions that are nobody's business.</summary>
    public static KnowledgePack Lessons(IndexSearcher searcher) => Stored(searcher, LessonsField) is { } stored ? Parse(stored, LessonsField) : KnowledgePack.Empty;

    /// <summary>The file name of the voter that a pack's examples of risk signals teach; empty when it has none.</summary>
    public static string VoterOf(KnowledgePack pack) => pack.SignalExamples.Count == 0
        ? ""
        : $"signals-{Convert.ToHexStringLower(SHA256.HashData(Json(LessonsOf(pack) with { Glossary = pack.Glossary })))[..16]}.bin";

    /// <summary>Puts the frame of a pack in the place of the one there is.</summary>
    public static void Write(IndexWriter writer, KnowledgePack pack, LibraryOrigin origin) => writer.UpdateDocument(
        Id,
        [
            new StringField(LibraryFields.Id, Id.Text, Field.Store.NO),
            new StoredField(MakeField, Make),
            new StoredField(PackField, Json(pack with { Cases = [], Alternates = [], Outside = [], SignalExamples = [] })),
            new StoredField(LessonsField, Json(LessonsOf(pack))),
            new StoredField(VoterField, VoterOf(pack)),
            new StoredField(StateField, origin.State),
            new StoredField(FilesField, origin.Lines()),
        ]);

    private static KnowledgePack LessonsOf(KnowledgePack pack) => KnowledgePack.Empty with { SignalExamples = pack.SignalExamples, Outside = pack.Outside };

    private static byte[] Json(KnowledgePack pack) => JsonSerializer.SerializeToUtf8Bytes(pack, PackJson.Default.KnowledgePack);

    private static KnowledgePack Parse(Document stored, string field)
    {
        var bytes = stored.GetBinaryValue(field);
        return JsonSerializer.Deserialize(bytes.Bytes.AsSpan(bytes.Offset, bytes.Length), PackJson.Default.KnowledgePack)!;
    }

    private static Document? Stored(IndexSearcher searcher, params string[] fields)
    {
        var found = searcher.Search(new TermQuery(Id), 1).ScoreDocs;
        return found.Length == 0 ? null : searcher.Doc(found[0].Doc, fields.ToHashSet());
    }
}

/// <summary>What a library was made from.</summary>
/// <param name="State">The fingerprint of the folder; empty when the folder was not whole, so that its problems are found again.</param>
/// <param name="Files">The hash of each file that had no problem, by path.</param>
internal sealed record LibraryOrigin(string State, IReadOnlyDictionary<string, string> Files)
{
    /// <summary>A library that no folder stands for.</summary>
    public static LibraryOrigin Nowhere { get; } = new("", new Dictionary<string, string>());

    /// <summary>The origin of what was read from a folder.</summary>
    /// <param name="reading">What was read.</param>
    /// <param name="hashes">The files, as they were before that.</param>
    public static LibraryOrigin Of(KnowledgeReading reading, IReadOnlyDictionary<string, string> hashes)
    {
        var troubled = reading.Problems.Select(problem => problem.File).ToHashSet(StringComparer.Ordinal);
        return new LibraryOrigin(
            reading.HasErrors ? "" : reading.Pack.Fingerprint,
            hashes.Where(file => !troubled.Contains(file.Key)).ToDictionary(StringComparer.Ordinal));
    }

    /// <summary>The files as text.</summary>
    public string Lines()
    {
        var lines = new StringBuilder();
        foreach (var (path, hash) in Files)
        {
            lines.Append(hash).Append(' ').Append(path).Append('\n');
        }

        return lines.ToString();
    }

    /// <summary>The files from text.</summary>
    public static IReadOnlyDictionary<string, string> Parse(string lines)
    {
        var files = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var line in lines.Split('\n', StringSplitOptions.RemoveEmptyEntries))
        {
            var space = line.IndexOf(' ', StringComparison.Ordinal);
            files[line[(space + 1)..]] = line[..space];
        }

        return files;
    }
}
