using System.Globalization;
using System.Text.RegularExpressions;

namespace CoachBot.Core.Documents.Cleaning;

/// <summary>
/// Finds the slide numbers in the dump of a deck whose slides were glued into one line: the longest run of numbers that
/// counts up. What stands between two of them was one slide.
/// </summary>
internal static partial class SlideNumbers
{
    private const int FewestSlides = 12;
    private const int MostNumbers = 2_000;
    private const int WidestGap = 3;

    /// <summary>The slides of a glued line; the line itself when it does not look like one.</summary>
    public static IReadOnlyList<string> Split(string line)
    {
        var numbers = Numbers().Matches(line).Take(MostNumbers).Select(Slide).ToList();
        var chain = LongestCount(numbers);
        return chain.Count < FewestSlides ? [line] : Pieces(line, chain).ToList();
    }

    private static (int Number, int At, int Length) Slide(Match match) =>
        (int.Parse(match.ValueSpan, CultureInfo.InvariantCulture), match.Index, match.Length);

    private static List<(int Number, int At, int Length)> LongestCount(List<(int Number, int At, int Length)> numbers)
    {
        var lengths = new int[numbers.Count];
        var before = new int[numbers.Count];
        for (var i = 0; i < numbers.Count; i++)
        {
            before[i] = -1;
            for (var j = 0; j < i; j++)
            {
                var gap = numbers[i].Number - numbers[j].Number;
                if (gap is >= 1 and <= WidestGap && lengths[j] + 1 > lengths[i])
                {
                    lengths[i] = lengths[j] + 1;
                    before[i] = j;
                }
            }
        }

        var chain = new List<(int, int, int)>();
        for (var i = lengths.Length == 0 ? -1 : Array.IndexOf(lengths, lengths.Max()); i >= 0; i = before[i])
        {
            chain.Insert(0, numbers[i]);
        }

        return chain;
    }

    private static IEnumerable<string> Pieces(string line, List<(int Number, int At, int Length)> chain)
    {
        var start = 0;
        foreach (var (_, at, length) in chain)
        {
            yield return line[start..at];
            start = at + length;
        }

        yield return line[start..];
    }

    // A slide's number touches no other number and no unit: 「10分钟」 and 「2009年」 are none.
    [GeneratedRegex(@"(?<![\d.、:：-])[0-9]{1,3}(?![\d.%、)）:：年月日时分秒点元个名位起次人-])")]
    private static partial Regex Numbers();
}
