namespace CoachBot.Infrastructure.Search.Voting;

/// <summary>
/// The features of a set of examples, numbered once: a pack teaches millions of them, and looking each up by its name again and
/// again was most of what learning took.
/// </summary>
internal sealed class TrainingVocabulary
{
    // A feature seen hardly ever teaches its own examples by heart and nothing else.
    private const int ManyExamples = 5_000;

    private readonly int[][] _numbers;
    private readonly int[] _rowOf;

    public TrainingVocabulary(IReadOnlyList<Example> examples)
    {
        var numberOf = new Dictionary<string, int>(StringComparer.Ordinal);
        var counts = new List<int>();
        var shared = new Dictionary<IReadOnlyList<string>, int[]>(ReferenceEqualityComparer.Instance);
        _numbers = new int[examples.Count][];
        for (var at = 0; at < examples.Count; at++)
        {
            var numbers = Numbered(examples[at].Features, numberOf, shared);
            _numbers[at] = numbers;
            Count(numbers, numberOf.Count, counts);
        }

        var fewest = examples.Count > ManyExamples ? 3 : 2;
        var kept = numberOf.Where(feature => counts[feature.Value] >= fewest).OrderBy(feature => feature.Key, StringComparer.Ordinal).ToList();
        Known = kept.ConvertAll(feature => feature.Key);
        Idf = kept.Select(feature => MathF.Log(1f + (examples.Count / (float)counts[feature.Value]))).ToArray();
        _rowOf = new int[counts.Count];
        Array.Fill(_rowOf, -1);
        for (var row = 0; row < kept.Count; row++)
        {
            _rowOf[kept[row].Value] = row;
        }
    }

    /// <summary>The features worth knowing, in the order of their names; a feature's place is its row.</summary>
    public IReadOnlyList<string> Known { get; }

    /// <summary>Weight of each row by its rarity.</summary>
    public float[] Idf { get; }

    /// <summary>An example as a vector of length one.</summary>
    public (int[] Rows, float[] Values) Vector(int example) =>
        FeatureVector.Of(Array.FindAll(Array.ConvertAll(_numbers[example], number => _rowOf[number]), row => row >= 0), Idf);

    // One text may teach several labels.
    private static int[] Numbered(IReadOnlyList<string> features, Dictionary<string, int> numberOf, Dictionary<IReadOnlyList<string>, int[]> shared)
    {
        if (!shared.TryGetValue(features, out var numbers))
        {
            shared[features] = numbers = new int[features.Count];
            for (var at = 0; at < numbers.Length; at++)
            {
                if (!numberOf.TryGetValue(features[at], out numbers[at]))
                {
                    numberOf[features[at]] = numbers[at] = numberOf.Count;
                }
            }
        }

        return numbers;
    }

    private static void Count(int[] numbers, int known, List<int> counts)
    {
        while (counts.Count < known)
        {
            counts.Add(0);
        }

        foreach (var number in numbers)
        {
            counts[number]++;
        }
    }
}
