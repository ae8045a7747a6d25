using System.Security.Cryptography;
using System.Text;

namespace CoachBot.TestSupport.Models;

/// <summary>Vectors that are the same at every run: one direction a text, without any meaning.</summary>
public static class Directions
{
    /// <summary>The direction of a text.</summary>
    public static float[] Of(string text, int dimensions)
    {
        var random = new Random(BitConverter.ToInt32(SHA256.HashData(Encoding.UTF8.GetBytes(text))));
        var vector = new float[dimensions];
        for (var i = 0; i < dimensions; i++)
        {
            // Sum of uniforms: near enough to a normal distribution for a direction without preference.
            vector[i] = (float)(random.NextDouble() + random.NextDouble() + random.NextDouble() - 1.5);
        }

        return vector;
    }

    /// <summary>A direction near that of a topic: the nearer, the smaller the noise.</summary>
    public static float[] Near(string topic, string text, int dimensions, float noise) =>
        Of("topic: " + topic, dimensions).Zip(Of(text, dimensions), (own, other) => own + (noise * other)).ToArray();
}
