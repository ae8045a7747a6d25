namespace CoachBot.Core.Language;

/// <summary>How many letters somebody mistyped.</summary>
public static class EditDistance
{
    /// <summary>Insertions, deletions, replacements and swaps of neighbours that lead from one word to the other.</summary>
    public static int Between(string one, string other)
    {
        var beforePrevious = new int[other.Length + 1];
        var previous = new int[other.Length + 1];
        var current = new int[other.Length + 1];
        for (var column = 0; column <= other.Length; column++)
        {
            previous[column] = column;
        }

        for (var row = 1; row <= one.Length; row++)
        {
            current[0] = row;
            for (var column = 1; column <= other.Length; column++)
            {
                var replaced = previous[column - 1] + (one[row - 1] == other[column - 1] ? 0 : 1);
                current[column] = Math.Min(replaced, Math.Min(previous[column], current[column - 1]) + 1);
                if (row > 1 && column > 1 && one[row - 1] == other[column - 2] && one[row - 2] == other[column - 1])
                {
                    current[column] = Math.Min(current[column], beforePrevious[column - 2] + 1);
                }
            }

            (beforePrevious, previous, current) = (previous, current, beforePrevious);
        }

        return previous[other.Length];
    }

    /// <summary>The known word that somebody most likely meant: at most one slip in a short word, two in a longer one; null when none is near.</summary>
    public static string? Nearest(string word, IEnumerable<string> known)
    {
        var slips = word.Length < 3 ? 0 : word.Length < 6 ? 1 : 2;
        return known
            .Where(candidate => Math.Abs(candidate.Length - word.Length) <= slips)
            .Select(candidate => (candidate, slips: Between(word, candidate)))
            .Where(pair => pair.slips <= slips)
            .OrderBy(pair => pair.slips)
            .ThenBy(pair => pair.candidate, StringComparer.Ordinal)
            .Select(pair => pair.candidate)
            .FirstOrDefault();
    }
}
