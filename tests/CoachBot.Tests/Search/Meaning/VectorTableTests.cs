using System.Numerics.Tensors;
using CoachBot.Infrastructure.Search.Meaning;
using CoachBot.TestSupport.Models;
using CsCheck;
using Xunit;

namespace CoachBot.Tests.Search.Meaning;

public sealed class VectorTableTests
{
    // Lengths that fill the processor's registers and such that leave a rest.
    [Fact]
    public void Compare_AnyLength_IsNearTheExactCosine() => Gen.Select(Gen.Int[2, 700], Gen.Int[1, 30]).Sample((dimensions, count) =>
    {
        var table = new VectorTable(dimensions);
        var vectors = Enumerable.Range(0, count).Select(at => Vectors.Unit(Directions.Of($"v{at} of {dimensions}", dimensions), dimensions)).ToList();
        vectors.ForEach(vector => table.Add(vector));
        var asked = Vectors.Unit(Directions.Of("asked", dimensions), dimensions);
        var cosines = new float[count];

        table.Compare(asked, cosines);

        Assert.Equal(count, table.Count);
        Assert.All(Enumerable.Range(0, count), at => Assert.Equal(TensorPrimitives.Dot<float>(vectors[at], asked), cosines[at], 0.01f));
    }, iter: 200);

    [Fact]
    public void Compare_ManyBlocks_NumbersStayInOrder()
    {
        var table = new VectorTable(2);
        for (var at = 0; at < 20_000; at++)
        {
            table.Add(at == 17_001 ? [0f, 1f] : [1f, 0f]);
        }

        var cosines = new float[20_000];
        table.Compare([0f, 1f], cosines);

        Assert.Equal(17_001, Assert.Single(Enumerable.Range(0, 20_000), at => cosines[at] > 0.5f));
        Assert.Equal(1f, cosines[17_001], 0.001f);
    }
}
