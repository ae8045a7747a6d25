using System.Text;
using System.Text.RegularExpressions;
using CoachBot.Core.Documents.Drafts;
using CoachBot.Core.Documents.Import;

namespace CoachBot.Infrastructure.Documents;

/// <summary>
/// Writes drafts to <c>knowledge/cases/drafts/</c>. A draft whose id stands in any case file, in its text or in the comment that
/// every draft begins with, is known: what a trainer changed, renamed or published is never written over.
/// </summary>
public sealed partial class DraftFolder(string knowledgeFolder) : IDraftStore
{
    private readonly string _cases = Path.Combine(knowledgeFolder, "cases");
    private HashSet<string>? _known;

    /// <inheritdoc />
    public bool Add(Draft draft)
    {
        _known ??= KnownIds();
        if (!_known.Add(draft.Id))
        {
            return false;
        }

        var folder = Directory.CreateDirectory(Path.Combine(_cases, "drafts"));
        var path = Path.Combine(folder.FullName, draft.Id + ".yaml");
        File.WriteAllText(path, DraftFile.Write(draft), new UTF8Encoding(encoderShouldEmitUTF8Identifier: false));
        return true;
    }

    private HashSet<string> KnownIds() => !Directory.Exists(_cases) ? [] : Directory
        .EnumerateFiles(_cases, "*.yaml", SearchOption.AllDirectories)
        .SelectMany(path => Id().Matches(File.ReadAllText(path)).Select(match => match.Value).Append(Path.GetFileNameWithoutExtension(path)))
        .ToHashSet();

    [GeneratedRegex("draft-[0-9a-f]{10}")]
    private static partial Regex Id();
}
