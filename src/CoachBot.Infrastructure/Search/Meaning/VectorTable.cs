using System.Numerics;
using System.Runtime.InteropServices;

namespace CoachBot.Infrastructure.Search.Meaning;

/// <summary>
/// Vectors of length one in memory, searched from the first to the last: no index to tune, and fast up to 100,000. Each number is kept in
/// one byte: a quarter of the memory and less than half the time, and cosines true to about 0.005.
/// </summary>
/// <param name="dimensions">Numbers a vector.</param>
internal sealed class VectorTable(int dimensions)
{
    // One array could not hold 100,000 vectors of 3,072 numbers twice over while it grows.
    private const int Block = 8192;
    private readonly List<sbyte[]> _blocks = [];
    private readonly List<float> _scales = [];

    /// <summary>How many vectors there are.</summary>
    public int Count => _scales.Count;

    /// <summary>Adds a vector of length one; its number is the count before.</summary>
    public void Add(ReadOnlySpan<float> unit)
    {
        if (Count % Block == 0)
        {
            _blocks.Add(new sbyte[Block * dimensions]);
        }

        var row = _blocks[^1].AsSpan(Count % Block * dimensions, dimensions);
        _scales.Add(Quantise(unit, row));
    }

    /// <summary>The cosines of a vector with all, by number.</summary>
    /// <param name="unit">A vector of length one.</param>
    /// <param name="cosines">At least <see cref="Count"/> places.</param>
    public void Compare(ReadOnlySpan<float> unit, Span<float> cosines)
    {
        var asked = new sbyte[dimensions];
        var scale = Quantise(unit, asked);
        for (var number = 0; number < Count; number++)
        {
            cosines[number] = scale * _scales[number] * Dot(_blocks[number / Block].AsSpan(number % Block * dimensions, dimensions), asked);
        }
    }

    private static float Quantise(ReadOnlySpan<float> unit, Span<sbyte> row)
    {
        var most = 0f;
        foreach (var number in unit)
        {
            most = Math.Max(most, Math.Abs(number));
        }

        var scale = most / 127f;
        for (var i = 0; i < unit.Length; i++)
        {
            row[i] = (sbyte)MathF.Round(unit[i] / scale);
        }

        return scale;
    }

    // Products of bytes fit 16 bits, pairs of them 32: widened once, summed without rounding.
    private static int Dot(ReadOnlySpan<sbyte> left, ReadOnlySpan<sbyte> right)
    {
        var lefts = MemoryMarshal.Cast<sbyte, Vector<sbyte>>(left);
        var rights = MemoryMarshal.Cast<sbyte, Vector<sbyte>>(right);
        var sum = Vector<int>.Zero;
        for (var i = 0; i < lefts.Length; i++)
        {
            Vector.Widen(lefts[i], out var leftLow, out var leftHigh);
            Vector.Widen(rights[i], out var rightLow, out var rightHigh);
            Vector.Widen(leftLow * rightLow, out var a, out var b);
            Vector.Widen(leftHigh * rightHigh, out var c, out var d);
            sum += a + b + c + d;
        }

        var rest = 0;
        for (var i = lefts.Length * Vector<sbyte>.Count; i < left.Length; i++)
        {
            rest += left[i] * right[i];
        }

        return Vector.Sum(sum) + rest;
    }
}
