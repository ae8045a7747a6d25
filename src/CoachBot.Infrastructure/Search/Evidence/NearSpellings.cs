using System.Numerics;
using CoachBot.Core.Language;

namespace CoachBot.Infrastructure.Search.Evidence;

/// <summary>
/// The words of an index, for finding those that a mistyped one is near: one slip in a short word, two in a longer one
/// (a letter left out, put in, exchanged, or two neighbours swapped), the first letter always right.
/// </summary>
internal sealed class NearSpellings
{
    private const int LongWord = 7;
    private const int MostWords = 3;
    private const int LongestWord = 32;

    private readonly Dictionary<char, Spelling[]> _byFirst;

    /// <summary>Takes the words of other scripts than Chinese from the terms of an index.</summary>
    public NearSpellings(IEnumerable<string> terms) => _byFirst = terms
        .Where(term => term.Length > 1 && !TextFolding.IsHan(term[0]))
        .GroupBy(word => word[0])
        .ToDictionary(group => group.Key, group => group.Select(word => new Spelling(word, Letters(word))).ToArray());

    /// <summary>The nearest words with their likeness (1 less the share of letters that differ), nearest first.</summary>
    public List<(string Word, float Likeness)> Of(string word)
    {
        var slips = word.Length < LongWord ? 1 : 2;
        if (word.Length > LongestWord || !_byFirst.TryGetValue(word[0], out var candidates))
        {
            return [];
        }

        var letters = Letters(word);
        var found = new List<(string Word, float Likeness)>();
        foreach (var candidate in candidates)
        {
            if (MayBe(candidate, word, letters, slips) && Slips(word, candidate.Word, slips) is var count && count <= slips)
            {
                found.Add((candidate.Word, 1 - ((float)count / Math.Min(word.Length, candidate.Word.Length))));
            }
        }

        found.Sort(static (one, other) => one.Likeness != other.Likeness ? other.Likeness.CompareTo(one.Likeness) : string.CompareOrdinal(one.Word, other.Word));
        return found.Count > MostWords ? found[..MostWords] : found;
    }

    // A slip changes the length by one letter at most, and the set of letters by two.
    private static bool MayBe(Spelling candidate, string word, uint letters, int slips) =>
        Math.Abs(candidate.Word.Length - word.Length) <= slips
        && candidate.Word.Length <= LongestWord
        && BitOperations.PopCount(candidate.Letters ^ letters) <= 2 * slips;

    private static uint Letters(string word)
    {
        var letters = 0u;
        foreach (var letter in word)
        {
            letters |= 1u << (letter & 31);
        }

        return letters;
    }

    // How many slips lie between two words; more than the most is only known to be more.
    private static int Slips(string one, string other, int most)
    {
        Span<int> before = stackalloc int[LongestWord + 1];
        Span<int> last = stackalloc int[LongestWord + 1];
        Span<int> now = stackalloc int[LongestWord + 1];
        for (var column = 0; column <= other.Length; column++)
        {
            last[column] = column;
        }

        for (var row = 1; row <= one.Length; row++)
        {
            now[0] = row;
            var least = row;
            for (var column = 1; column <= other.Length; column++)
            {
                var change = last[column - 1] + (one[row - 1] == other[column - 1] ? 0 : 1);
                var slips = Math.Min(change, 1 + Math.Min(last[column], now[column - 1]));
                if (row > 1 && column > 1 && one[row - 1] == other[column - 2] && one[row - 2] == other[column - 1])
                {
                    slips = Math.Min(slips, before[column - 2] + 1);
                }

                now[column] = slips;
                least = Math.Min(least, slips);
            }

            if (least > most)
            {
                return most + 1;
            }

            var oldest = before;
            before = last;
            last = now;
            now = oldest;
        }

        return last[other.Length];
    }

    private readonly record struct Spelling(string Word, uint Letters);
}
