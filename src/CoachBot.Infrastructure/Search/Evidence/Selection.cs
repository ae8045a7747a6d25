namespace CoachBot.Infrastructure.Search.Evidence;

/// <summary>Picks from numbers without putting all of them in order (quickselect).</summary>
internal static class Selection
{
    /// <summary>The number that as many numbers less one are at least as large as: rank 1 is the largest. Reorders the numbers.</summary>
    /// <param name="numbers">The numbers; none of them NaN.</param>
    /// <param name="rank">From 1 to their count.</param>
    public static float Largest(Span<float> numbers, int rank)
    {
        var wanted = numbers.Length - rank;
        var (first, last) = (0, numbers.Length - 1);
        while (first < last)
        {
            var (endOfSmall, startOfLarge) = Part(numbers, first, last);
            if (wanted > endOfSmall && wanted < startOfLarge)
            {
                break;
            }

            (first, last) = wanted <= endOfSmall ? (first, endOfSmall) : (startOfLarge, last);
        }

        return numbers[wanted];
    }

    // Hoare's partition by the number in the middle: what lies between the two ends equals it.
    private static (int EndOfSmall, int StartOfLarge) Part(Span<float> numbers, int first, int last)
    {
        var pivot = numbers[(first + last) >>> 1];
        while (first <= last)
        {
            while (numbers[first] < pivot)
            {
                first++;
            }

            while (numbers[last] > pivot)
            {
                last--;
            }

            if (first <= last)
            {
                (numbers[first], numbers[last]) = (numbers[last], numbers[first]);
                first++;
                last--;
            }
        }

        return (last, first);
    }
}
