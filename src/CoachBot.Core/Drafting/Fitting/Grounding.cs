using CoachBot.Core.Language;

namespace CoachBot.Core.Drafting.Fitting;

/// <summary>
/// Whether a sentence says nothing but what another says: it may be shorter, and kinder in tone, and that is all. A sentence with a
/// negation, a condition or a figure must be kept word for word, since leaving out one word of it can turn it round.
/// </summary>
public static class Grounding
{
    private const int MostCharacters = 600;
    private const int MostGaps = 2;
    private const double LeastKept = 0.5;

    /// <summary>Whether <paramref name="proposed"/> rests on <paramref name="original"/>.</summary>
    public static bool RestsOn(string proposed, string original)
    {
        if (string.IsNullOrWhiteSpace(proposed) || proposed.Length > MostCharacters || !ClauseReader.IsPlain(proposed))
        {
            return false;
        }

        var source = ClauseReader.Read(original);
        var clauses = ClauseReader.Read(proposed).Select(Content).Where(clause => clause.Count > 0).ToList();
        if (clauses.Count == 0)
        {
            return false;
        }

        return GuardWords.AnyIn(original) || source.SelectMany(clause => clause).Any(unit => unit.Any(char.IsDigit))
            ? clauses.SelectMany(clause => clause).SequenceEqual(source.SelectMany(Content))
            : IsShortened(clauses, source.Select(Content).Where(clause => clause.Count > 0).ToList());
    }

    // Each clause comes from one clause, in order; clauses may be left out but not mixed, and no clause serves twice.
    private static bool IsShortened(List<List<string>> clauses, List<List<string>> source)
    {
        var next = 0;
        foreach (var clause in clauses)
        {
            while (next < source.Count && !IsCutFrom(clause, source[next]))
            {
                next++;
            }

            if (next++ >= source.Count)
            {
                return false;
            }
        }

        return true;
    }

    private static bool IsCutFrom(List<string> clause, List<string> source)
    {
        if (clause.Count < source.Count * LeastKept || clause.Count > source.Count)
        {
            return false;
        }

        var gaps = 0;
        var at = 0;
        for (var taken = 0; taken < clause.Count; gaps++)
        {
            var (start, length) = LongestRun(clause, taken, source, at);
            if (length == 0 || (length == 1 && IsHan(clause[taken]) && source.Count > 1))
            {
                return false;
            }

            taken += length;
            at = start + length;
        }

        return gaps - 1 <= MostGaps;
    }

    private static (int Start, int Length) LongestRun(List<string> clause, int taken, List<string> source, int from)
    {
        var best = (Start: 0, Length: 0);
        for (var start = from; start < source.Count; start++)
        {
            var length = 0;
            while (taken + length < clause.Count && start + length < source.Count && clause[taken + length] == source[start + length])
            {
                length++;
            }

            if (length > best.Length)
            {
                best = (start, length);
            }
        }

        return best;
    }

    private static List<string> Content(List<string> clause) => ToneWords.Without(clause);

    private static bool IsHan(string unit) => unit.Length == 1 && TextFolding.IsHan(unit[0]);
}
