using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using CoachBot.Core.Documents;
using CoachBot.Core.Knowledge;
using CoachBot.Infrastructure.Documents;

namespace CoachBot.Infrastructure.Knowledge;

/// <summary>
/// The knowledge folder on disk. Each file is read by itself, so that a bad one never takes the others down; checks that
/// need more than one file come last.
/// </summary>
/// <param name="folder">The knowledge folder.</param>
/// <param name="documents">Raw documents and the folder they lie in; null: no documents.</param>
public sealed class KnowledgeFolder(string folder, DocumentSource? documents = null) : IKnowledgeSource
{
    /// <inheritdoc />
    public string Stamp()
    {
        var stamp = new StringBuilder();
        foreach (var file in Files("*").Concat(DocumentFiles()).Select(path => new FileInfo(path)).Where(file => file.Exists))
        {
            stamp.Append(CultureInfo.InvariantCulture, $"{file.FullName}|{file.Length}|{file.LastWriteTimeUtc.Ticks}\n");
        }

        return stamp.ToString();
    }

    /// <inheritdoc />
    /// <remarks>SHA-256 over path and content of every file: correct also where clocks are not.</remarks>
    public string Fingerprint()
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var path in Files("*").Concat(DocumentFiles()))
        {
            hash.AppendData(Encoding.UTF8.GetBytes(Relative(path)));
            hash.AppendData(TryRead(path) ?? []);
        }

        return Convert.ToHexStringLower(hash.GetHashAndReset())[..32];
    }

    /// <summary>The SHA-256 of each file of the pack, by its path below the folder; raw documents are not among them.</summary>
    public IReadOnlyDictionary<string, string> Hashes() => Files("*").ToDictionary(
        Relative, path => Convert.ToHexStringLower(SHA256.HashData(TryRead(path) ?? [])), StringComparer.Ordinal);

    /// <inheritdoc />
    public KnowledgeReading Read() => Read(new Dictionary<string, object>());

    /// <summary>Reads the pack, but takes files that are known to be unchanged as they were read before.</summary>
    /// <param name="unchanged">What such a file holds (a case or alternates), by its path below the folder.</param>
    public KnowledgeReading Read(IReadOnlyDictionary<string, object> unchanged)
    {
        if (!Directory.Exists(folder))
        {
            var missing = new KnowledgeProblem(folder, 1, 1, ProblemTexts.Format("NoFolder", folder), ProblemSeverity.Error);
            return new KnowledgeReading(KnowledgePack.Empty, [missing]);
        }

        var fingerprint = Fingerprint();
        var problems = new List<KnowledgeProblem>();
        var passages = documents?.Passages.Read(CancellationToken.None);
        problems.AddRange((passages?.Problems ?? []).Select(problem =>
            new KnowledgeProblem("documents/" + problem.File, 1, 1, RefusalTexts.Of(problem.Reason), ProblemSeverity.Warning)));
        var people = ReadOne("people.yaml", problems, (file, _) => LexiconReaders.People(file));

        // With a broken people.yaml nobody can say which roles there are: that is its own error, not one of every case.
        var roles = people is null && problems.Count > 0 ? null : (people ?? []).Keys.ToHashSet();
        var cases = ReadMany("cases", problems, (file, list) => new CaseReader(list, roles).Read(file), read => read.Id, unchanged);
        var redirects = ReadMany("redirects", problems, (file, list) => LexiconReaders.Redirect(file, list, roles), read => read.Id);
        var alternates = ReadMany("alternates", problems, (file, _) => LexiconReaders.Alternates(file), read => read.Id, unchanged);
        var calendars = ReadMany("calendars", problems, (file, list) => new CalendarReader(list).Read(file), read => read.Id);
        var titles = ReadOne("sources.yaml", problems, (file, _) => LexiconReaders.Documents(file)) ?? [];
        var check = new PackCheck(cases, redirects, alternates, titles);
        problems.AddRange(check.Problems());
        return new KnowledgeReading(
            new KnowledgePack
            {
                Cases = check.UsableCases().ToList(),
                Alternates = check.UsableAlternates().ToList(),
                Redirects = check.UsableRedirects().ToList(),
                Glossary = ReadOne("lexicon/glossary.yaml", problems, (file, _) => LexiconReaders.Glossary(file)) ?? OwnGlossary(),
                Signals = ReadOne("lexicon/signals.yaml", problems, (file, list) => LexiconReaders.Signals(file, list, roles)) ?? [],
                SignalExamples = ReadOne("lexicon/signal-examples.yaml", problems, (file, _) => LexiconReaders.SignalExamples(file)) ?? [],
                FollowUps = ReadOne("lexicon/follow-ups.yaml", problems, (file, _) => LexiconReaders.FollowUps(file)) ?? [],
                Outside = ReadOne("lexicon/outside.yaml", problems, (file, _) => LexiconReaders.Outside(file)) ?? [],
                Forbidden = ReadOne("lexicon/forbidden.yaml", problems, (file, _) => LexiconReaders.Forbidden(file)) ?? ForbiddenPhrases.None,
                Calendars = calendars.ConvertAll(read => read.Value),
                Passages = passages?.Passages ?? [],
                People = people ?? [],
                Documents = titles,
                Fingerprint = fingerprint,
            },
            problems.OrderBy(problem => problem.File, StringComparer.Ordinal).ThenBy(problem => problem.Line).ToList());
    }

    // A folder with documents and no lexicon of its own is read with the one that comes with the program.
    private List<Concept> OwnGlossary()
    {
        var own = Path.Combine(AppContext.BaseDirectory, "knowledge");
        return Path.GetFullPath(own) != Path.GetFullPath(folder)
            ? new KnowledgeFolder(own).ReadOne("lexicon/glossary.yaml", [], (file, _) => LexiconReaders.Glossary(file)) ?? []
            : [];
    }

    private T? ReadOne<T>(string name, List<KnowledgeProblem> problems, Func<MappingReader, ProblemList, T> read)
        where T : class
    {
        var path = Path.Combine(folder, name);
        return File.Exists(path) ? ReadFile(path, problems, Finishing(read)) : null;
    }

    private List<Read<T>> ReadMany<T>(
        string name, List<KnowledgeProblem> problems, Func<MappingReader, ProblemList, T> read, Func<T, string> id, IReadOnlyDictionary<string, object>? unchanged = null)
        where T : class
    {
        var good = new List<Read<T>>();
        foreach (var path in Files(Path.Combine(name, "*.yaml")))
        {
            var value = unchanged?.GetValueOrDefault(Relative(path)) as T ?? ReadFile(path, problems, (file, list) => Named(path, read(file, list), file, list, id));
            if (value is not null)
            {
                good.Add(new Read<T>(Relative(path), id(value), value));
            }
        }

        return good;
    }

    private T? ReadFile<T>(string path, List<KnowledgeProblem> problems, Func<MappingReader, ProblemList, T> read)
        where T : class
    {
        var list = new ProblemList(Relative(path));
        var value = TryRead(path) is not { } bytes ? Unreadable<T>(list)
            : YamlFile.Read(bytes, list) is { } mapping ? read(new MappingReader(mapping, list), list)
            : null;
        problems.AddRange(list.Problems);
        return list.HasErrors ? null : value;
    }

    private static T? Unreadable<T>(ProblemList list)
        where T : class
    {
        list.Error(YamlDotNet.Core.Mark.Empty, "CannotRead", list.File);
        return null;
    }

    private static Func<MappingReader, ProblemList, T> Finishing<T>(Func<MappingReader, ProblemList, T> read) => (file, list) =>
    {
        var value = read(file, list);
        file.Finish();
        return value;
    };

    private static T Named<T>(string path, T value, MappingReader file, ProblemList list, Func<T, string> id)
    {
        var name = Path.GetFileNameWithoutExtension(path);
        if (id(value).Length > 0 && id(value) != name)
        {
            list.Error(file.At("id"), "IdIsFileName", id(value), name + ".yaml");
        }

        return value;
    }

    private IEnumerable<string> DocumentFiles() => documents is not null && Directory.Exists(documents.Folder)
        ? Directory.EnumerateFiles(documents.Folder, "*", new EnumerationOptions { RecurseSubdirectories = true }).Order(StringComparer.Ordinal)
        : [];

    private IEnumerable<string> Files(string pattern)
    {
        var below = Path.Combine(folder, Path.GetDirectoryName(pattern) ?? "");
        if (!Directory.Exists(below))
        {
            return [];
        }

        var options = new EnumerationOptions { RecurseSubdirectories = true, MaxRecursionDepth = 4 };
        return Directory.EnumerateFiles(below, Path.GetFileName(pattern), options).Where(IsKnowledge).Order(StringComparer.Ordinal);
    }

    // An editor's swap files and hidden files are not knowledge; evaluation questions judge the pack and are no part of it.
    private bool IsKnowledge(string path)
    {
        var relative = Relative(path);
        return !Path.GetFileName(path).StartsWith('.') && !relative.StartsWith("evaluation/", StringComparison.Ordinal)
            && (relative.EndsWith(".yaml", StringComparison.Ordinal) || relative == "calibration.json");
    }

    private string Relative(string path) => Path.GetRelativePath(folder, path).Replace('\\', '/');

    // A file that an editor is just replacing is unreadable for a moment; the next look finds it.
    private static byte[]? TryRead(string path)
    {
        try
        {
            return File.ReadAllBytes(path);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }
}

/// <summary>Raw documents as the knowledge folder takes them in.</summary>
/// <param name="Folder">Where they lie; part of the fingerprint.</param>
/// <param name="Passages">Reads them.</param>
public sealed record DocumentSource(string Folder, IPassageSource Passages);

/// <summary>A good file, and where it lies.</summary>
/// <param name="File">Path relative to the knowledge folder.</param>
/// <param name="Id">The id it defines.</param>
/// <param name="Value">What it holds.</param>
internal sealed record Read<T>(string File, string Id, T Value);
