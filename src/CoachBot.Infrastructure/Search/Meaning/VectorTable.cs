using System.Numerics.Tensors;

namespace CoachBot.Infrastructure.Search.Meaning;

/// <summary>Vectors of length one in memory, searched from the first to the last: exact, and fast up to 100,000.</summary>
/// <param name="dimensions">Numbers a vector.</param>
internal sealed class VectorTable(int dimensions)
{
    // One array could not hold 100,000 vectors of 1,536 numbers twice over while it grows.
    private const int Block = 8192;
    private readonly List<float[]> _blocks = [];

    /// <summary>How many vectors there are.</summary>
    public int Count { get; private set; }

    /// <summary>Adds a vector of length one; its number is the count before.</summary>
    public void Add(ReadOnlySpan<float> unit)
    {
        if (Count % Block == 0)
        {
            _blocks.Add(new float[Block * dimensions]);
        }

        unit.CopyTo(_blocks[^1].AsSpan(Count % Block * dimensions, dimensions));
        Count++;
    }

    /// <summary>A vector by its number.</summary>
    public ReadOnlySpan<float> this[int number] => _blocks[number / Block].AsSpan(number % Block * dimensions, dimensions);

    /// <summary>The cosines of a vector with all, by number.</summary>
    /// <param name="unit">A vector of length one.</param>
    /// <param name="cosines">At least <see cref="Count"/> places.</param>
    public void Compare(ReadOnlySpan<float> unit, Span<float> cosines)
    {
        for (var number = 0; number < Count; number++)
        {
            cosines[number] = TensorPrimitives.Dot(this[number], unit);
        }
    }
}
