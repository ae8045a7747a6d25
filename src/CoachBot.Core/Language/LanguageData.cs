using System.Collections.Frozen;
using System.Text;

namespace CoachBot.Core.Language;

/// <summary>The character tables that come with the program (see THIRD-PARTY-NOTICES.md), read once on first use.</summary>
internal static class LanguageData
{
    /// <summary>Traditional character to Simplified, about 3,000 pairs, one character each side.</summary>
    public static FrozenDictionary<char, char> ToSimplified => SimplifiedTable.Value;

    /// <summary>Simplified character to its usual Traditional one.</summary>
    public static FrozenDictionary<char, char> ToTraditional => TraditionalTable.Value;

    /// <summary>Words whose Traditional form differs from the character-wise one: the trade's own words first, then common ones.</summary>
    public static FrozenDictionary<string, string> TraditionalWords => WordTable.Value;

    /// <summary>The common ones of these words alone, which change the spelling and never the word.</summary>
    public static FrozenDictionary<string, string> TraditionalSpellings => SpellingTable.Value;

    /// <summary>Han character to its reading without tone, e.g. <c>cun</c>.</summary>
    public static FrozenDictionary<char, string> Readings => ReadingTable.Value;

    private static readonly Lazy<FrozenDictionary<char, char>> SimplifiedTable = new(() => Pairs("traditional-to-simplified"));
    private static readonly Lazy<FrozenDictionary<char, char>> TraditionalTable = new(() => Pairs("simplified-to-traditional"));
    private static readonly Lazy<FrozenDictionary<string, string>> WordTable = new(() => Words([.. Rows("traditional-words"), .. Rows("simplified-phrases")]));
    private static readonly Lazy<FrozenDictionary<string, string>> SpellingTable = new(() => Words(Rows("simplified-phrases")));
    private static readonly Lazy<FrozenDictionary<char, string>> ReadingTable = new(() => Rows("readings")
        .Select(row => row.Split(' '))
        .SelectMany(row => row[1].Select(character => (character, syllable: row[0])))
        .DistinctBy(pair => pair.character)
        .ToFrozenDictionary(pair => pair.character, pair => pair.syllable));

    private static FrozenDictionary<string, string> Words(List<string> rows) => rows
        .Select(row => row.Split(' '))
        .DistinctBy(row => row[0])
        .ToFrozenDictionary(row => row[0], row => row[1]);

    private static FrozenDictionary<char, char> Pairs(string name) => Rows(name)
        .SelectMany(row => row.Split(' '))
        .ToFrozenDictionary(pair => pair[0], pair => pair[1]);

    private static List<string> Rows(string name)
    {
        using var stream = typeof(LanguageData).Assembly.GetManifestResourceStream("CoachBot.Core.Language.Data." + name)
            ?? throw new InvalidOperationException($"The table '{name}' is missing from the program.");
        using var reader = new StreamReader(stream, Encoding.UTF8);
        return reader.ReadToEnd().Split('\n').Where(row => row.Contains(' ') || row.Length == 2).Where(row => !row.StartsWith('#')).ToList();
    }
}
