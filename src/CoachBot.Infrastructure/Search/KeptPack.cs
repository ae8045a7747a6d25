using System.Text.Json;
using CoachBot.Core.Knowledge;
using CoachBot.Infrastructure.Search.Indexing;

namespace CoachBot.Infrastructure.Search;

/// <summary>
/// A pack beside its index, in two files: what answers need, and what only learning needs. The second is three quarters of it and is
/// read when somebody looks into it: a broken file of the folder makes its last good version serve on.
/// </summary>
internal static class KeptPack
{
    private const string AnswersFile = "pack.json";
    private const string LessonsFile = "lessons.json";

    /// <summary>Writes a pack into a folder.</summary>
    public static void Write(string home, KnowledgePack pack)
    {
        WriteFile(Path.Combine(home, AnswersFile), pack with { Alternates = [], SignalExamples = [], Outside = [] });
        WriteFile(Path.Combine(home, LessonsFile), KnowledgePack.Empty with { Alternates = pack.Alternates, SignalExamples = pack.SignalExamples, Outside = pack.Outside });
    }

    /// <summary>Reads what answers need; the rest follows when it is looked at.</summary>
    public static KnowledgePack Read(string home)
    {
        var lessons = new Lazy<KnowledgePack>(() => Lessons(Path.Combine(home, LessonsFile)));
        return Parse(Path.Combine(home, AnswersFile)) with
        {
            Alternates = new LaterList<Alternates>(() => lessons.Value.Alternates),
            SignalExamples = new LaterList<SignalExamples>(() => lessons.Value.SignalExamples),
            Outside = new LaterList<OutsideQuestion>(() => lessons.Value.Outside),
        };
    }

    private static KnowledgePack Lessons(string file)
    {
        try
        {
            return Parse(file);
        }
        catch (Exception e) when (e is IOException or JsonException)
        {
            // Another process threw this state away as an old one, or the disk spoilt it. The index goes on answering; only the last good version of a
            // file that is broken this moment is lost.
            return KnowledgePack.Empty;
        }
    }

    private static KnowledgePack Parse(string file) => JsonSerializer.Deserialize(File.ReadAllBytes(file), PackJson.Default.KnowledgePack)!;

    private static void WriteFile(string file, KnowledgePack pack) => File.WriteAllBytes(file, JsonSerializer.SerializeToUtf8Bytes(pack, PackJson.Default.KnowledgePack));
}
