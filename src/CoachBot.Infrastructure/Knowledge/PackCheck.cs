using CoachBot.Core.Knowledge;
using CoachBot.Core.Language;

namespace CoachBot.Infrastructure.Knowledge;

/// <summary>The checks that need more than one file: ids used twice, names that lead nowhere, one question for two cases.</summary>
internal sealed class PackCheck(
    List<Read<Case>> cases, List<Read<Redirect>> redirects, List<Read<Alternates>> alternates, IReadOnlyDictionary<string, Titles> documents)
{
    private readonly HashSet<string> _cases = cases.Select(read => read.Id).ToHashSet();
    private readonly HashSet<string> _ids = cases.Select(read => read.Id).Concat(redirects.Select(read => read.Id)).ToHashSet();

    /// <summary>Cases that no other file claims the id of.</summary>
    public IEnumerable<Case> UsableCases() => cases.Select(read => read.Value);

    /// <summary>Redirects whose id is no case's.</summary>
    public IEnumerable<Redirect> UsableRedirects() => redirects.Where(read => !IsCase(read.Id)).Select(read => read.Value);

    /// <summary>Alternates that lead to a case or redirect.</summary>
    public IEnumerable<Alternates> UsableAlternates() => alternates.Where(read => _ids.Contains(read.Id)).Select(read => read.Value);

    /// <summary>Everything found.</summary>
    public IEnumerable<KnowledgeProblem> Problems() => cases.SelectMany(LooseEnds)
        .Concat(redirects.Where(read => IsCase(read.Id)).Select(read => Error(read.File, "DuplicateId", read.Id, "cases/" + read.Id + ".yaml")))
        .Concat(alternates.Where(read => !_ids.Contains(read.Id)).Select(read => Warning(read.File, "AlternatesForNothing", read.Id)))
        .Concat(SharedQuestions());

    private bool IsCase(string id) => _cases.Contains(id);

    private IEnumerable<KnowledgeProblem> LooseEnds(Read<Case> read) => read.Value.Related
        .Where(related => !IsCase(related))
        .Select(related => Warning(read.File, "RelatedUnknown", related))
        .Concat(read.Value.Sources
            .Where(source => read.Value.Published && !documents.ContainsKey(source.Document))
            .Select(source => Warning(read.File, "DocumentUnknown", source.Document)));

    private IEnumerable<KnowledgeProblem> SharedQuestions()
    {
        var seen = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var (file, text) in alternates.SelectMany(Questions))
        {
            if (!seen.TryAdd(TextFolding.Fold(text), file) && seen[TextFolding.Fold(text)] != file)
            {
                yield return Warning(file, "DuplicateAlternate", text, seen[TextFolding.Fold(text)]);
            }
        }
    }

    private static IEnumerable<(string File, string Text)> Questions(Read<Alternates> read) =>
        read.Value.Hands.SelectMany(hand => hand.Zh.Concat(hand.En)).Select(text => (read.File, text));

    private static KnowledgeProblem Error(string file, string text, params object[] blanks) =>
        new(file, 1, 1, ProblemTexts.Format(text, blanks), ProblemSeverity.Error);

    private static KnowledgeProblem Warning(string file, string text, params object[] blanks) =>
        new(file, 1, 1, ProblemTexts.Format(text, blanks), ProblemSeverity.Warning);
}
