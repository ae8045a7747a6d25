using CoachBot.Infrastructure.Search.Evidence;
using CsCheck;
using Xunit;

namespace CoachBot.Tests.Search;

public sealed class SelectionTests
{
    // Few different numbers, so that many are equal.
    [Fact]
    public void Largest_AnyNumbersAndRank_IsWhatStandsThereInOrder() =>
        Gen.Select(Gen.OneOf(Gen.Float[-5, 5], Gen.Int[0, 3].Select(number => (float)number)).Array[1, 200], Gen.Int[0, 1_000]).Sample((numbers, any) =>
        {
            var rank = 1 + (any % numbers.Length);
            var expected = numbers.OrderDescending().ElementAt(rank - 1);

            Assert.Equal(expected, Selection.Largest(numbers, rank));
        });
}
