using System.Diagnostics;
using System.Globalization;
using System.Numerics.Tensors;
using CoachBot.Infrastructure.Search.Meaning;

namespace CoachBot.Benchmarks;

/// <summary>One question against many vectors, on one thread (at most 25 ms for 256 dimensions): as the host searches, in one byte a number, beside single precision.</summary>
internal static class VectorSearch
{
    private const int Asked = 200;
    private const double MostMilliseconds = 25;

    public static int Run(string[] args)
    {
        var count = args.Length > 0 ? int.Parse(args[0], CultureInfo.InvariantCulture) : 100_000;
        Console.WriteLine("| vectors | dimensions | numbers | memory MB | p50 ms | p99 ms | best 10 the same |");
        Console.WriteLine("| --- | --- | --- | --- | --- | --- | --- |");
        var slowest = Measure(count, 256);
        Measure(count, 1536);
        return slowest < MostMilliseconds ? 0 : 1;
    }

    /// <summary>Prints both and gives the 99th percentile of the host's way.</summary>
    private static double Measure(int count, int dimensions)
    {
        var random = new Random(7);
        var exact = new float[count][];
        var small = new VectorTable(dimensions);
        for (var i = 0; i < count; i++)
        {
            var unit = Unit(random, dimensions);
            exact[i] = unit;
            small.Add(unit);
        }

        var questions = Enumerable.Range(0, Asked).Select(_ => Unit(random, dimensions)).ToList();
        var right = Time(questions, count, (question, cosines) => CompareExactly(exact, question, cosines), out var exactTimes);
        var near = Time(questions, count, small.Compare, out var smallTimes);
        var same = right.Zip(near, (one, other) => one.Intersect(other).Count() / 10d).Average();
        Row(count, dimensions, "4 bytes", (long)count * dimensions * 4, exactTimes, 1);
        Row(count, dimensions, "1 byte", (long)count * dimensions, smallTimes, same);
        return Slowest(smallTimes);
    }

    private delegate void Compare(ReadOnlySpan<float> question, Span<float> cosines);

    private static void CompareExactly(float[][] vectors, ReadOnlySpan<float> question, Span<float> cosines)
    {
        for (var number = 0; number < vectors.Length; number++)
        {
            cosines[number] = TensorPrimitives.Dot(vectors[number], question);
        }
    }

    private static List<int[]> Time(List<float[]> questions, int count, Compare compare, out double[] times)
    {
        var cosines = new float[count];
        compare(questions[0], cosines);
        var best = new List<int[]>();
        times = new double[questions.Count];
        for (var i = 0; i < questions.Count; i++)
        {
            var start = Stopwatch.GetTimestamp();
            compare(questions[i], cosines);
            times[i] = Stopwatch.GetElapsedTime(start).TotalMilliseconds;
            best.Add(cosines.Index().OrderByDescending(pair => pair.Item).Take(10).Select(pair => pair.Index).ToArray());
        }

        Array.Sort(times);
        return best;
    }

    private static void Row(int count, int dimensions, string numbers, long bytes, double[] times, double same) => Console.WriteLine(string.Create(
        CultureInfo.InvariantCulture,
        $"| {count} | {dimensions} | {numbers} | {bytes >> 20} | {times[times.Length / 2]:F1} | {Slowest(times):F1} | {same:P0} |"));

    private static double Slowest(double[] sorted) => sorted[(int)(sorted.Length * 0.99)];

    private static float[] Unit(Random random, int dimensions)
    {
        var vector = new float[dimensions];
        for (var i = 0; i < dimensions; i++)
        {
            vector[i] = random.NextSingle() - 0.5f;
        }

        TensorPrimitives.Divide(vector, TensorPrimitives.Norm<float>(vector), vector);
        return vector;
    }
}
