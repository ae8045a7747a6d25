using System.Diagnostics;
using System.Globalization;
using System.Numerics.Tensors;
using CoachBot.Infrastructure.Search.Meaning;

namespace CoachBot.Benchmarks;

/// <summary>One question against many vectors, on one thread: exact in single precision, and in one byte a number.</summary>
internal static class VectorSearch
{
    private const int Asked = 200;

    public static int Run(string[] args)
    {
        var count = args.Length > 0 ? int.Parse(args[0], CultureInfo.InvariantCulture) : 100_000;
        Console.WriteLine("| vectors | dimensions | numbers | memory MB | p50 ms | p99 ms | best 10 the same |");
        Console.WriteLine("| --- | --- | --- | --- | --- | --- | --- |");
        foreach (var dimensions in new[] { 256, 1536 })
        {
            Measure(count, dimensions);
        }

        return 0;
    }

    private static void Measure(int count, int dimensions)
    {
        var random = new Random(7);
        var exact = new VectorTable(dimensions);
        var small = new QuantisedTable(dimensions);
        for (var i = 0; i < count; i++)
        {
            var unit = Unit(random, dimensions);
            exact.Add(unit);
            small.Add(unit);
        }

        var questions = Enumerable.Range(0, Asked).Select(_ => Unit(random, dimensions)).ToList();
        var right = Time(questions, count, exact.Compare, out var exactTimes);
        var near = Time(questions, count, small.Compare, out var smallTimes);
        var same = right.Zip(near, (one, other) => one.Intersect(other).Count() / 10d).Average();
        Row(count, dimensions, "4 bytes", (long)count * dimensions * 4, exactTimes, 1);
        Row(count, dimensions, "1 byte", (long)count * dimensions, smallTimes, same);
    }

    private delegate void Compare(ReadOnlySpan<float> question, Span<float> cosines);

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
        $"| {count} | {dimensions} | {numbers} | {bytes >> 20} | {times[times.Length / 2]:F1} | {times[(int)(times.Length * 0.99)]:F1} | {same:P0} |"));

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
