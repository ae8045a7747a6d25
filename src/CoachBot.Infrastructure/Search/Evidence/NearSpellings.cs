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

    private readonly Dictionary<char, string[]> _byFirst;

    /// <summary>Takes the words of other scripts than Chinese from the terms of an index.</summary>
    public NearSpellings(IEnumerable<string> terms) => _byFirst = terms
        .Where(term => term.Length > 1 && !TextFolding.IsHan(term[0]))
        .GroupBy(word => word[0])
        .ToDictionary(group => group.Key, group => group.ToArray());

    /// <summary>The nearest words with their likeness (1 less the share of letters that differ), nearest first.</summary>
    public List<(string Word, float Likeness)> Of(string word)
    {
        var slips = word.Length < LongWord ? 1 : 2;
        if (word.Length > LongestWord || !_byFirst.TryGetValue(word[0], out var candidates))
        {
            return [];
        }

        return candidates
            .Where(candidate => Math.Abs(candidate.Length - word.Length) <= slips && candidate.Length <= LongestWord)
            .Select(candidate => (Word: candidate, Slips: Slips(word, candidate, slips)))
            .Where(near => near.Slips <= slips)
            .Select(near => (near.Word, Likeness: 1 - ((float)near.Slips / Math.Min(word.Length, near.Word.Length))))
            .OrderByDescending(near => near.Likeness)
            .ThenBy(near => near.Word, StringComparer.Ordinal)
            .Take(MostWords)
            .ToList();
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
}
