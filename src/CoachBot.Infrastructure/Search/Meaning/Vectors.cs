using System.Numerics.Tensors;

namespace CoachBot.Infrastructure.Search.Meaning;

/// <summary>Arithmetic of embeddings.</summary>
internal static class Vectors
{
    /// <summary>The vector at length one.</summary>
    /// <param name="vector">As the model gave it.</param>
    /// <param name="dimensions">What is expected; 0: anything.</param>
    /// <exception cref="FormatException">Another number of dimensions, no direction, or no numbers.</exception>
    public static float[] Unit(ReadOnlySpan<float> vector, int dimensions)
    {
        var norm = vector.Length == 0 ? 0 : TensorPrimitives.Norm(vector);
        if ((dimensions != 0 && vector.Length != dimensions) || !float.IsFinite(norm) || norm < 1e-6f)
        {
            throw new FormatException($"An embedding of {vector.Length} dimensions and length {norm}, where {dimensions} dimensions were expected.");
        }

        var unit = new float[vector.Length];
        TensorPrimitives.Divide(vector, norm, unit);
        return unit;
    }
}
