using System.Numerics.Tensors;

namespace CoachBot.Infrastructure.Search.Voting;

/// <summary>
/// Teaches a <see cref="Voter"/>: stochastic gradient descent with per-row step sizes (AdaGrad), a fixed order of examples,
/// so that the same pack always gives the same voter.
/// </summary>
internal static class VoterTraining
{
    // A large pack is learnt in few rounds, a small one needs more.
    private const int ExamplesInAll = 60_000;
    private const int FewestRounds = 4;
    private const int MostRounds = 12;
    private const float FirstStep = 2f;

    // What is known this well already teaches nothing more.
    private const float NoiseFloor = 0.02f;

    /// <summary>Learns from examples; null when there are fewer than two classes.</summary>
    public static Voter? Learn(IReadOnlyList<Example> examples)
    {
        var labels = examples.Select(example => example.Label).Distinct().Order(StringComparer.Ordinal).ToList();
        if (labels.Count < 2)
        {
            return null;
        }

        var vocabulary = new TrainingVocabulary(examples);
        var known = vocabulary.Known;
        var weights = new float[(known.Count + 1) * labels.Count];
        var lessons = Lessons(examples, labels, vocabulary);
        var steps = new float[known.Count + 1];
        var gradient = new float[labels.Count];
        var rounds = Math.Clamp(ExamplesInAll / examples.Count, FewestRounds, MostRounds);
        for (var epoch = 0; epoch < rounds; epoch++)
        {
            foreach (var at in Shuffled(lessons.Count, epoch))
            {
                Learn(lessons[at], weights, steps, gradient);
            }
        }

        var kept = new Half[weights.Length];
        TensorPrimitives.ConvertToHalf(weights, kept);
        return new Voter(labels, known, vocabulary.Idf, kept);
    }

    private static List<Lesson> Lessons(IReadOnlyList<Example> examples, List<string> labels, TrainingVocabulary vocabulary)
    {
        // A case with few alternates must not be drowned by one with many: the lighter its class, the more each example counts.
        var sizes = examples.GroupBy(example => example.Label).ToDictionary(group => group.Key, group => group.Sum(example => example.Weight));
        var usual = sizes.Values.Order().ElementAt(sizes.Count / 2);
        var index = labels.Select((label, at) => (label, at)).ToDictionary(pair => pair.label, pair => pair.at, StringComparer.Ordinal);
        return examples
            .Select((example, at) => (example, vector: vocabulary.Vector(at)))
            .Where(pair => pair.vector.Rows.Length > 0)
            .Select(pair => new Lesson(
                pair.vector.Rows, pair.vector.Values, index[pair.example.Label],
                pair.example.Weight * Math.Clamp(MathF.Sqrt(usual / sizes[pair.example.Label]), 0.3f, 3f)))
            .ToList();
    }

    private static void Learn(Lesson lesson, float[] weights, float[] steps, float[] gradient)
    {
        var classes = gradient.Length;
        Score(weights, lesson.Rows, lesson.Values, gradient);
        TensorPrimitives.SoftMax(gradient, gradient);
        gradient[lesson.Label] -= 1f;
        TensorPrimitives.Multiply(gradient, lesson.Weight, gradient);
        var norm = TensorPrimitives.SumOfSquares(gradient);
        if (norm < NoiseFloor * NoiseFloor)
        {
            return;
        }

        for (var i = 0; i < lesson.Rows.Length; i++)
        {
            var row = lesson.Rows[i];
            steps[row] += norm * lesson.Values[i] * lesson.Values[i];
            var step = FirstStep * lesson.Values[i] / (0.1f + MathF.Sqrt(steps[row]));
            var part = weights.AsSpan(row * classes, classes);
            TensorPrimitives.MultiplyAdd(gradient, -step, part, part);
        }

        var bias = weights.AsSpan(weights.Length - classes, classes);
        TensorPrimitives.MultiplyAdd(gradient, -0.01f, bias, bias);
    }

    /// <summary>Adds the weighted rows of a vector and the biases into <paramref name="scores"/>.</summary>
    private static void Score(float[] weights, int[] rows, float[] values, float[] scores)
    {
        var classes = scores.Length;
        weights.AsSpan(weights.Length - classes, classes).CopyTo(scores);
        for (var i = 0; i < rows.Length; i++)
        {
            TensorPrimitives.MultiplyAdd(weights.AsSpan(rows[i] * classes, classes), values[i], scores, scores);
        }
    }

    private static int[] Shuffled(int count, int epoch)
    {
        var order = Enumerable.Range(0, count).ToArray();
        new Random(17 + epoch).Shuffle(order);
        return order;
    }

    private sealed record Lesson(int[] Rows, float[] Values, int Label, float Weight);
}
