using System.Collections.Frozen;
using System.Text;
using CoachBot.Core.Language;

namespace CoachBot.Core.Commands;

/// <summary>What calls the house's own commands: the table <c>Data/phrases.txt</c>, read once.</summary>
internal static class CommandPhrases
{
    private static readonly Lazy<FrozenDictionary<string, IReadOnlyList<string>>> Table = new(Read);

    /// <summary>The phrases of a command.</summary>
    public static IReadOnlyList<string> Of(string command) => Table.Value[command];

    private static FrozenDictionary<string, IReadOnlyList<string>> Read()
    {
        using var stream = typeof(CommandPhrases).Assembly.GetManifestResourceStream("CoachBot.Core.Commands.Data.phrases.txt")
            ?? throw new InvalidOperationException("The table of command phrases is missing from the program.");
        using var reader = new StreamReader(stream, Encoding.UTF8);
        return reader.ReadToEnd().Split('\n')
            .Where(row => row.Contains(':', StringComparison.Ordinal) && !row.StartsWith('#'))
            .ToFrozenDictionary(row => row[..row.IndexOf(':', StringComparison.Ordinal)], Phrases);
    }

    private static IReadOnlyList<string> Phrases(string row) => row[(row.IndexOf(':', StringComparison.Ordinal) + 1)..]
        .Split('|', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)
        .Select(TextFolding.Fold)
        .Distinct()
        .ToList();
}
