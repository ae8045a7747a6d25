using System.Collections.Frozen;
using System.Text;

namespace CoachBot.Core.Privacy.Finding;

/// <summary>What the mask knows of Chinese names: the table <c>Data/name-words.txt</c>, read once.</summary>
internal static class NameWords
{
    private static readonly Dictionary<string, string[]> Table = Read();
    private static readonly FrozenSet<char> Common = Characters("common");
    private static readonly FrozenSet<char> Surnames = Characters("common", "surname");
    private static readonly FrozenSet<char> Nicknames = Characters("nickname");
    private static readonly FrozenSet<char> AddressEnds = Characters("address-end");
    private static readonly FrozenSet<string> Compounds = Table["compound"].ToFrozenSet();
    private static readonly FrozenSet<string> WordBeginnings = Table["word-begins"].ToFrozenSet();
    private static readonly FrozenSet<string> WordEndings = Table["word-ends"].ToFrozenSet();

    /// <summary>Titles that follow a surname or a full name.</summary>
    public static string[] Titles { get; } = Table["titles"];

    /// <summary>Posts that follow a surname, and far more often no name at all.</summary>
    public static string[] Posts { get; } = Table["posts"];

    /// <summary>Whether a character is one of the surnames that most people have.</summary>
    public static bool IsCommon(char character) => Common.Contains(character);

    /// <summary>Whether a character is a surname, a rare one or one that is a word as well included.</summary>
    public static bool IsSurname(char character) => Surnames.Contains(character);

    /// <summary>Whether a surname makes a nickname with 老, 小 or 阿 before it.</summary>
    public static bool IsNickname(char character) => Nicknames.Contains(character);

    /// <summary>Whether a surname of two characters stands at a place.</summary>
    public static bool IsCompound(MaskDraft draft, int at) => Pair(draft, at) is { } pair && Compounds.Contains(pair);

    /// <summary>Whether a common word begins at a place: 周末, 顾客.</summary>
    public static bool BeginsWord(MaskDraft draft, int at) => Pair(draft, at) is { } pair && WordBeginnings.Contains(pair);

    /// <summary>Whether a common word ends at a place: 资金, 对方.</summary>
    public static bool EndsWord(MaskDraft draft, int end) => Pair(draft, end - 2) is { } pair && WordEndings.Contains(pair);

    /// <summary>Whether 老 or 小 belongs to what stands before it: 大小, 古老.</summary>
    public static bool IsGlued(MaskDraft draft, int at) => draft[at - 2] is '大' or '最' or '较' or '缩' or '古' or '养' or '变' or '从' or '年' or '不';

    /// <summary>Whether a form of address ends before this character.</summary>
    public static bool EndsAddress(char character) => !Language.TextFolding.IsHan(character) || AddressEnds.Contains(character);

    private static string? Pair(MaskDraft draft, int at) =>
        at >= 0 && at + 2 <= draft.Length && draft[at] != MaskDraft.Hidden && draft[at + 1] != MaskDraft.Hidden ? draft.Span(at, at + 2).ToString() : null;

    private static FrozenSet<char> Characters(params string[] lists) => lists.SelectMany(list => Table[list]).Select(entry => entry[0]).ToFrozenSet();

    private static Dictionary<string, string[]> Read()
    {
        using var stream = typeof(NameWords).Assembly.GetManifestResourceStream("CoachBot.Core.Privacy.Data.name-words.txt")
            ?? throw new InvalidOperationException("The table of name words is missing from the program.");
        using var reader = new StreamReader(stream, Encoding.UTF8);
        return reader.ReadToEnd().Split('\n')
            .Where(row => row.Contains(':', StringComparison.Ordinal) && !row.StartsWith('#'))
            .ToDictionary(
                row => row[..row.IndexOf(':', StringComparison.Ordinal)],
                row => row[(row.IndexOf(':', StringComparison.Ordinal) + 1)..].Split(' ', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries));
    }
}
