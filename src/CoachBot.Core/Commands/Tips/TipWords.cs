using System.Text;
using CoachBot.Core.Language;

namespace CoachBot.Core.Commands.Tips;

/// <summary>The words of a subscription: the table <c>Data/words.txt</c>, longest form first.</summary>
internal static class TipWords
{
    private static readonly Lazy<IReadOnlyList<TipWord>> Table = new(Read);

    /// <summary>Every form with its meaning.</summary>
    public static IReadOnlyList<TipWord> All => Table.Value;

    /// <summary>The calendar of a zone's place; null where none is known.</summary>
    public static string? PlaceCalendar(string zone) =>
        All.FirstOrDefault(word => word.Kind == "place" && string.Equals(word.Form, zone, StringComparison.OrdinalIgnoreCase))?.Value;

    private static List<TipWord> Read()
    {
        using var stream = typeof(TipWords).Assembly.GetManifestResourceStream("CoachBot.Core.Commands.Tips.Data.words.txt")
            ?? throw new InvalidOperationException("The table of words for tips is missing from the program.");
        using var reader = new StreamReader(stream, Encoding.UTF8);
        return reader.ReadToEnd().Split('\n')
            .Where(row => row.Contains(':', StringComparison.Ordinal) && !row.StartsWith('#'))
            .SelectMany(Words)
            .OrderByDescending(word => word.Form.Length)
            .ToList();
    }

    private static IEnumerable<TipWord> Words(string row)
    {
        var colon = row.IndexOf(':', StringComparison.Ordinal);
        var meaning = row[..colon].Split(' ');
        return row[(colon + 1)..].Split('|', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)
            .Select(form => new TipWord(meaning[0], meaning[1], TextFolding.Fold(form)));
    }
}

/// <summary>One form of one meaning.</summary>
/// <param name="Kind">What it says something about.</param>
/// <param name="Value">What it says.</param>
/// <param name="Form">How it is typed, folded.</param>
internal sealed record TipWord(string Kind, string Value, string Form);
