using System.Numerics.Tensors;

namespace CoachBot.Infrastructure.Search.Voting;

/// <summary>
/// A linear classifier over features (multinomial logistic regression): says for each case how probable it is that a
/// question is about it, having learnt from the alternates what words alone do not say.
/// </summary>
internal sealed class Voter
{
    /// <summary>The label of questions that no card answers.</summary>
    public const string Outside = "";

    private readonly Dictionary<string, int> _features;
    private readonly float[] _idf;
    private readonly float[] _weights;

    /// <param name="labels">The classes.</param>
    /// <param name="features">Feature to row.</param>
    /// <param name="idf">Weight of each feature by its rarity.</param>
    /// <param name="weights">One row of <c>labels.Count</c> weights a feature, then one row of biases.</param>
    public Voter(IReadOnlyList<string> labels, Dictionary<string, int> features, float[] idf, float[] weights)
    {
        Labels = labels;
        _features = features;
        _idf = idf;
        _weights = weights;
    }

    /// <summary>The classes, in the order of the votes.</summary>
    public IReadOnlyList<string> Labels { get; }

    /// <summary>What has to be kept to have the same voter again.</summary>
    public (Dictionary<string, int> Features, float[] Idf, float[] Weights) Parts => (_features, _idf, _weights);

    /// <summary>Log-probability of each class; all equal when no feature is known.</summary>
    public float[] Vote(IReadOnlyList<string> features)
    {
        var (rows, values) = FeatureVector.Of(features, _features, _idf);
        var votes = new float[Labels.Count];
        Score(_weights, rows, values, votes);
        ToLogProbabilities(votes);
        return votes;
    }

    /// <summary>Probability of each class but <see cref="Outside"/>, by its name.</summary>
    public Dictionary<string, double> Probabilities(IReadOnlyList<string> features)
    {
        var votes = Vote(features);
        return Labels.Index()
            .Where(label => label.Item != Outside)
            .ToDictionary(label => label.Item, label => Math.Exp(votes[label.Index]), StringComparer.Ordinal);
    }

    /// <summary>Adds the weighted rows of a vector and the biases into <paramref name="scores"/>.</summary>
    public static void Score(float[] weights, int[] rows, float[] values, float[] scores)
    {
        var classes = scores.Length;
        weights.AsSpan(weights.Length - classes, classes).CopyTo(scores);
        for (var i = 0; i < rows.Length; i++)
        {
            TensorPrimitives.MultiplyAdd(weights.AsSpan(rows[i] * classes, classes), values[i], scores, scores);
        }
    }

    private static void ToLogProbabilities(float[] scores)
    {
        var most = TensorPrimitives.Max(scores);
        var sum = 0d;
        foreach (var score in scores)
        {
            sum += Math.Exp(score - most);
        }

        TensorPrimitives.Subtract(scores, most + (float)Math.Log(sum), scores);
    }
}
