using System.Collections.Frozen;
using System.Text;

namespace CoachBot.Core.Privacy.Finding;

/// <summary>Finds names after an English title; the title stays, since it carries meaning for the case.</summary>
internal static class EnglishNames
{
    private const int MostWords = 3;
    private static readonly Dictionary<string, FrozenSet<string>> Table = Read();
    private static readonly FrozenSet<string> Stops = Table["stop"];
    private static readonly FrozenSet<string> Surnames = Table["surname"];

    // "Miss" is a verb as well: then only a name that looks like one counts.
    private static readonly (string Word, bool IsVerb)[] Titles =
        [("mr", false), ("mrs", false), ("ms", false), ("miss", true), ("dr", false), ("madam", false), ("mdm", false), ("mdme", false), ("prof", false), ("professor", false), ("mister", false), ("name is", true), ("name:", true), ("named", true)];

    /// <summary>Hides them.</summary>
    public static void Find(MaskDraft draft)
    {
        for (var at = 0; at < draft.Length; at++)
        {
            if (!char.IsAsciiLetter(draft[at]) || IsLetter(draft[at - 1]) || TitleAt(draft, at) is not { } title)
            {
                continue;
            }

            var start = NameStart(draft, at + title.Word.Length);
            if (start > 0 && NameEnd(draft, start, title.IsVerb) is var end && end > start)
            {
                draft.Hide(start, end, PersonalData.Name);
                at = end;
            }
        }
    }

    private static (string Word, bool IsVerb)? TitleAt(MaskDraft draft, int at)
    {
        foreach (var title in Titles)
        {
            if (draft.Has(at, title.Word) && !IsLetter(draft[at + title.Word.Length]))
            {
                return title;
            }
        }

        return null;
    }

    // After the title come a full stop or nothing, then a space; "Mr.Chan" is written, too.
    private static int NameStart(MaskDraft draft, int at)
    {
        var start = at;
        start += draft[start] == '.' ? 1 : 0;
        while (start - at < 3 && draft[start] is ' ' or '\u00A0')
        {
            start++;
        }

        return start > at && IsLetter(draft[start]) ? start : 0;
    }

    private static int NameEnd(MaskDraft draft, int start, bool isVerb)
    {
        var end = start;
        for (var word = 0; word < MostWords; word++)
        {
            var from = word == 0 ? start : end + 1;
            var to = WordEnd(draft, from);
            if (to == from || (word > 0 && draft[end] != ' ') || !IsName(draft, from, to, mustLookLikeOne: word > 0 || isVerb))
            {
                break;
            }

            end = to;
        }

        return end;
    }

    private static bool IsName(MaskDraft draft, int from, int to, bool mustLookLikeOne)
    {
        var word = draft.Span(from, to).ToString().TrimEnd('.', '\'', '-');
        var bare = word.EndsWith("'s", StringComparison.Ordinal) ? word[..^2] : word;
        return !Stops.Contains(bare) && (!mustLookLikeOne || char.IsUpper(draft.Original[from]) || Surnames.Contains(bare));
    }

    // O'Neil, Li-Ming and J. are one word each; the 's of "Mr Chan's card" is no part of the name.
    private static int WordEnd(MaskDraft draft, int from)
    {
        var to = from;
        while (IsLetter(draft[to]) || (draft[to] is '-' or '\'' && IsLetter(draft[to + 1]) && !IsPossessive(draft, to)))
        {
            to++;
        }

        return to == from + 1 && draft[to] == '.' ? to + 1 : to;
    }

    private static bool IsPossessive(MaskDraft draft, int at) => draft[at] == '\'' && draft[at + 1] == 's' && !IsLetter(draft[at + 2]);

    private static bool IsLetter(char character) => char.IsAsciiLetter(character) || character is >= '\u00C0' and <= '\u024F';

    private static Dictionary<string, FrozenSet<string>> Read()
    {
        using var stream = typeof(EnglishNames).Assembly.GetManifestResourceStream("CoachBot.Core.Privacy.Data.english-name-words.txt")
            ?? throw new InvalidOperationException("The table of English name words is missing from the program.");
        using var reader = new StreamReader(stream, Encoding.UTF8);
        return reader.ReadToEnd().Split('\n')
            .Where(row => row.Contains(':', StringComparison.Ordinal) && !row.StartsWith('#'))
            .ToDictionary(
                row => row[..row.IndexOf(':', StringComparison.Ordinal)],
                row => row[(row.IndexOf(':', StringComparison.Ordinal) + 1)..].Split(' ', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).ToFrozenSet());
    }
}
