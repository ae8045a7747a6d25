using System.Diagnostics;
using System.Globalization;
using CoachBot.Channels.Text;
using CoachBot.Core.Coaching;
using CoachBot.Core.Drafting;
using CoachBot.Infrastructure.Search;
using CoachBot.Infrastructure.Search.Calibration;
using CoachBot.Infrastructure.Search.Indexing;

namespace CoachBot.Benchmarks;

/// <summary>
/// Question to card in process: find, decide, warn, draft and write as JSON, every evaluation question in turn, each round in
/// another order, on one thread and then on two.
/// </summary>
internal static class Latency
{
    public static int Run(string[] args)
    {
        var seconds = args.Length > 0 ? double.Parse(args[0], CultureInfo.InvariantCulture) : 10;
        var built = Stopwatch.StartNew();
        var index = new LuceneCaseIndex(SearchSnapshot.Build(Repository.Pack()), CalibrationFile.Read(Repository.Knowledge));
        Console.WriteLine($"| {index.Pack.Cases.Count} cases, read and built in | {built.ElapsedMilliseconds} ms |");
        var coach = new Coach(index, new TemplateDrafter(), new DecisionBounds());
        var questions = Repository.Questions().Select(question => question.Text).ToArray();
        Measure(coach, questions, threads: 1, seconds: Math.Min(3, seconds));

        foreach (var threads in new[] { 1, 2 })
        {
            var worked = Process.GetCurrentProcess().TotalProcessorTime;
            var times = Measure(coach, questions, threads, seconds);
            var each = (Process.GetCurrentProcess().TotalProcessorTime - worked) / times.Length;
            Array.Sort(times);
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
                $"| {threads} thread(s): {times.Length / seconds:F0} questions/s | p50 {At(times, .5):F2} ms, p90 {At(times, .9):F2}, p99 {At(times, .99):F2}, p99.9 {At(times, .999):F2}, most {times[^1]:F1} | {each.TotalMicroseconds:F0} CPU us a question |"));
        }

        GC.Collect();
        Console.WriteLine($"| resident | {Environment.WorkingSet >> 20} MB |");
        return 0;
    }

    private static double[] Measure(Coach coach, string[] questions, int threads, double seconds)
    {
        var end = Stopwatch.GetTimestamp() + (long)(seconds * Stopwatch.Frequency);
        var all = new List<double>[threads];
        Parallel.For(0, threads, new ParallelOptions { MaxDegreeOfParallelism = threads }, thread =>
        {
            var random = new Random(thread);
            var times = all[thread] = new List<double>(1 << 16);
            while (Stopwatch.GetTimestamp() < end)
            {
                var start = Stopwatch.GetTimestamp();
                AnswerJson.Of(coach.Answer(questions[random.Next(questions.Length)]));
                times.Add(Stopwatch.GetElapsedTime(start).TotalMilliseconds);
            }
        });
        return all.SelectMany(times => times).ToArray();
    }

    private static double At(double[] sorted, double share) => sorted[(int)(share * (sorted.Length - 1))];
}
