using CoachBot.Core.Drafting.Fitting;

namespace CoachBot.Infrastructure.Drafting;

/// <summary>Reads a proposal as a model wrote it: whatever is malformed is left out.</summary>
internal static class RewriteJson
{
    private const int MostLines = 12;

    /// <summary>The proposal; <see cref="Rewrite.None"/> when the text is nothing of the kind.</summary>
    public static Rewrite Read(string text) => Prompt.Parse<Shape>(Bare(text)) is { } shape ? new Rewrite(Lines(shape.Say), Lines(shape.Do)) : Rewrite.None;

    private static List<RewrittenLine> Lines(IReadOnlyList<LineShape?>? lines) => (lines ?? [])
        .Where(line => line is { Text.Length: > 0, From.Count: > 0 })
        .Take(MostLines)
        .Select(line => new RewrittenLine(line!.Text!, line.From!.OfType<string>().ToList()))
        .ToList();

    // Some models put their JSON into a fence of Markdown.
    private static string Bare(string text)
    {
        var from = text.IndexOf('{', StringComparison.Ordinal);
        var to = text.LastIndexOf('}');
        return from >= 0 && to > from ? text[from..(to + 1)] : text;
    }

    private sealed record Shape(IReadOnlyList<LineShape?>? Say, IReadOnlyList<LineShape?>? Do);

    private sealed record LineShape(string? Text, IReadOnlyList<string?>? From);
}
