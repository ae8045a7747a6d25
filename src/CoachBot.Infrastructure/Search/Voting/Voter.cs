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

    private readonly FeatureTable _features;
    private readonly float[] _idf;
    private readonly Half[] _weights;

    /// <param name="labels">The classes.</param>
    /// <param name="features">The features, each once, in the order of their rows.</param>
    /// <param name="idf">Weight of each feature by its rarity.</param>
    /// <param name="weights">One row of <c>labels.Count</c> weights a feature, then one row of biases; half precision says all that they know.</param>
    public Voter(IReadOnlyList<string> labels, IReadOnlyList<string> features, float[] idf, Half[] weights)
    {
        Labels = labels;
        _features = new FeatureTable(features);
        _idf = idf;
        _weights = weights;
    }

    /// <summary>The classes, in the order of the votes.</summary>
    public IReadOnlyList<string> Labels { get; }

    /// <summary>What has to be kept to have the same voter again.</summary>
    public (IReadOnlyList<string> Features, float[] Idf, Half[] Weights) Parts => (_features.Names, _idf, _weights);

    /// <summary>Log-probability of each class; all equal when no feature is known.</summary>
    public float[] Vote(IReadOnlyList<string> features)
    {
        var (rows, values) = FeatureVector.Of(features, _features, _idf);
        var classes = Labels.Count;
        var votes = new float[classes];
        var row = new float[classes];
        TensorPrimitives.ConvertToSingle(_weights.AsSpan(_weights.Length - classes, classes), votes);
        for (var i = 0; i < rows.Length; i++)
        {
            TensorPrimitives.ConvertToSingle(_weights.AsSpan(rows[i] * classes, classes), row);
            TensorPrimitives.MultiplyAdd(row, values[i], votes, votes);
        }

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
