using System.Text.Json;
using CoachBot.Core.Knowledge;
using CoachBot.Infrastructure.Search.Indexing;

namespace CoachBot.Infrastructure.Search.Large;

/// <summary>The cases and alternates of a library, in memory for as long as a changed folder is compared with them.</summary>
internal sealed class HeldCases
{
    private readonly LibraryOrigin _origin;
    private readonly Dictionary<string, Case> _cases;
    private readonly Dictionary<string, Alternates> _alternates;

    public HeldCases(CaseLibrary library)
    {
        _origin = library.Origin;
        _cases = library.Pack.Cases.ToDictionary(@case => @case.Id, StringComparer.Ordinal);
        _alternates = LibraryEntry.AlternatesOf(library.Pack);
        Pack = library.Pack with { Cases = [.. _cases.Values], Alternates = [.. _alternates.Values] };
    }

    /// <summary>The pack of the library.</summary>
    public KnowledgePack Pack { get; }

    /// <summary>What stands in the files that have not changed since the library was made, by their paths.</summary>
    /// <param name="hashes">The files as they are now.</param>
    public IReadOnlyDictionary<string, object> Unchanged(IReadOnlyDictionary<string, string> hashes)
    {
        // Whether a case's roles exist is said in that file.
        const string people = "people.yaml";
        if (_origin.Files.GetValueOrDefault(people) != hashes.GetValueOrDefault(people))
        {
            return new Dictionary<string, object>();
        }

        return hashes
            .Where(file => _origin.Files.GetValueOrDefault(file.Key) == file.Value)
            .Select(file => (file.Key, Held: HeldOf(file.Key)))
            .Where(file => file.Held is not null)
            .ToDictionary(file => file.Key, file => file.Held!, StringComparer.Ordinal);
    }

    /// <summary>How a pack differs; null when nearly everything does, or every text has to be analysed anew.</summary>
    public LibraryChanges? ChangesTo(KnowledgePack pack)
    {
        var alternates = LibraryEntry.AlternatesOf(pack);
        var entries = pack.Cases
            .DistinctBy(@case => @case.Id)
            .Where(@case => !IsHeld(@case, alternates.GetValueOrDefault(@case.Id)))
            .Select(@case => LibraryEntry.Of(@case, alternates.GetValueOrDefault(@case.Id)))
            .ToList();
        var there = pack.Cases.Select(@case => @case.Id).Concat(pack.Redirects.Select(redirect => redirect.Id)).ToHashSet(StringComparer.Ordinal);
        var gone = _cases.Keys.Concat(Pack.Redirects.Select(redirect => redirect.Id)).Where(id => !there.Contains(id)).ToList();
        return entries.Count * 2 > pack.Cases.Count || !SameGlossary(pack) ? null : new LibraryChanges(entries, gone);
    }

    private object? HeldOf(string path)
    {
        var id = Path.GetFileNameWithoutExtension(path);
        return path.StartsWith("cases/", StringComparison.Ordinal) ? _cases.GetValueOrDefault(id)
            : path.StartsWith("alternates/", StringComparison.Ordinal) ? _alternates.GetValueOrDefault(id)
            : null;
    }

    // What was not read anew is the very object that was handed out.
    private bool IsHeld(Case @case, Alternates? alternates) =>
        ReferenceEquals(@case, _cases.GetValueOrDefault(@case.Id)) && ReferenceEquals(alternates, _alternates.GetValueOrDefault(@case.Id));

    private bool SameGlossary(KnowledgePack pack) => Json(pack).AsSpan().SequenceEqual(Json(Pack));

    private static byte[] Json(KnowledgePack pack) =>
        JsonSerializer.SerializeToUtf8Bytes(KnowledgePack.Empty with { Glossary = pack.Glossary }, PackJson.Default.KnowledgePack);
}
