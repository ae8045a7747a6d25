namespace CoachBot.Core.Documents.Drafts;

/// <summary>A section of a document, sorted into the parts of a scene.</summary>
internal sealed class ToldScene
{
    private readonly Dictionary<ScenePart, List<string>> _parts = [];

    /// <summary>Sorts the lines of a section.</summary>
    public ToldScene(IEnumerable<string> lines)
    {
        var part = ScenePart.Scene;
        foreach (var line in lines)
        {
            var rest = line;
            if (SceneMarkers.Find(line) is { } found)
            {
                part = found.Part;
                rest = found.Text;
                ForgetIntroduction(part);
            }
            else if (Announces(line))
            {
                Lines(ScenePart.Scene).Clear();
                continue;
            }

            if (rest.Any(char.IsLetterOrDigit))
            {
                Lines(part).Add(rest);
            }
        }
    }

    /// <summary>The lines of one part, with their speakers.</summary>
    public IReadOnlyList<Utterance> Spoken(ScenePart part) => Dialogue.Read(Lines(part));

    /// <summary>The lines of one part as one text.</summary>
    public string Text(ScenePart part) => string.Join(' ', Lines(part));

    /// <summary>Whether the section has that part.</summary>
    public bool Has(ScenePart part) => Lines(part).Count > 0;

    /// <summary>Whether lines of the scene are spoken.</summary>
    public bool IsDialogue => Lines(ScenePart.Scene).Exists(Dialogue.IsLine);

    // 「我们来看一个案例:」: the case begins below, and what stood before it was talk.
    private static bool Announces(string line) => line.EndsWith("案例:", StringComparison.Ordinal) || line.EndsWith("案例：", StringComparison.Ordinal);

    private void ForgetIntroduction(ScenePart part)
    {
        if (part == ScenePart.Scene)
        {
            Lines(part).Clear();
        }
    }

    private List<string> Lines(ScenePart part) => _parts.TryGetValue(part, out var lines) ? lines : _parts[part] = [];
}
