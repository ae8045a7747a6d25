using System.Diagnostics;
using System.Globalization;
using CoachBot.Channels.Text;
using CoachBot.Core.Coaching;
using CoachBot.Core.Drafting;
using CoachBot.Core.Knowledge;
using CoachBot.Core.Search;
using CoachBot.Infrastructure.Search.Calibration;
using CoachBot.Infrastructure.Search.Large;

namespace CoachBot.Benchmarks.Scale;

/// <summary>
/// Serves an existing index and measures itself: opens it and answers one question, then question to card on one thread and on
/// two, then updates. Started by <see cref="ScaleRun"/>.
/// </summary>
internal static class Probe
{
    private const string FirstQuestion = "customer says ATM gave fake notes";
    private const int Updates = 20;

    // The host looks for changes twice a second, for the first time when that much has passed.
    private static readonly TimeSpan UntilFirstUpdate = TimeSpan.FromSeconds(0.5);
    private static readonly double MostSeconds = double.Parse(Environment.GetEnvironmentVariable("PROBE_SECONDS") ?? "20", CultureInfo.InvariantCulture);

    public static int Run(string[] args)
    {
        var (engine, place, size) = (args[0], args[1], int.Parse(args[2], CultureInfo.InvariantCulture));
        return args.Length > 3 ? FirstUpdate(engine, place) : Measure(engine, place, size);
    }

    /// <summary>The first update of a process that has just answered its first question.</summary>
    private static int FirstUpdate(string engine, string place)
    {
        var changes = new Recombination(Pack.Value);
        using var served = Open(engine, place);
        AnswerJson.Of(new Coach(served.Index, new TemplateDrafter(), new DecisionBounds()).Answer(FirstQuestion));
        Thread.Sleep(UntilFirstUpdate);
        Console.WriteLine(served.Update(changes, 0).ToString("F1", CultureInfo.InvariantCulture));
        return 0;
    }

    private static int Measure(string engine, string place, int size)
    {
        using var served = Open(engine, place);
        var coach = new Coach(served.Index, new TemplateDrafter(), new DecisionBounds());
        AnswerJson.Of(coach.Answer(FirstQuestion));
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{SinceStart():F1},{Processor():F1}"));

        var questions = Questions();
        Ask(coach, questions, threads: 1, MostSeconds / 4);
        var before = Processor();
        var times = Ask(coach, questions, threads: 1, MostSeconds);
        var processor = (Processor() - before) / times.Each.Length;
        var resident = Resident();
        var both = Ask(coach, questions, threads: 2, MostSeconds / 2);
        var updates = Enumerable.Range(1, Updates).Select(at => served.Update(new Recombination(Pack.Value), at * 37 % size)).Order().ToList();
        var same = engine == ScaleRow.Ours ? SameFirst(served.Index, place, questions) : double.NaN;
        Console.WriteLine(string.Join(',', new[]
        {
            resident, At(times.Each, .5), At(times.Each, .99), processor, times.PerSecond, both.PerSecond, updates[updates.Count / 2], updates[^1], same,
        }.Select(value => value.ToString("F3", CultureInfo.InvariantCulture))));
        return 0;
    }

    private static Lazy<KnowledgePack> Pack { get; } = new(Repository.Pack);

    private static Served Open(string engine, string place)
    {
        var calibration = CalibrationFile.Read(Repository.Knowledge);
        if (engine == ScaleRow.Ours)
        {
            var ours = CaseLibrary.Open(place, calibration, updates: true);
            return new Served(ours, ours.Update, ours);
        }

        // Glossary, redirects and signals are ours in both.
        using var library = CaseLibrary.Open(Path.Combine(Path.GetDirectoryName(place)!, "library"), calibration);
        var cases = new SqliteCases(place, library.Pack, library.SignalVoter);
        return new Served(cases, entry => cases.Update(int.Parse(entry.Case.Id.AsSpan(5), CultureInfo.InvariantCulture), entry), cases);
    }

    // Every fourth, mixed: all kinds are in it, and a round takes seconds even where a question takes one.
    private static string[] Questions() => Repository.Questions().Select(question => question.Text).Where((_, at) => at % 4 == 0).ToArray();

    private static (double[] Each, double PerSecond) Ask(Coach coach, string[] questions, int threads, double seconds)
    {
        var all = new List<double>[threads];
        var watch = Stopwatch.StartNew();
        Parallel.For(0, threads, new ParallelOptions { MaxDegreeOfParallelism = threads }, thread =>
        {
            var times = all[thread] = [];
            for (var at = thread * questions.Length / threads; watch.Elapsed.TotalSeconds < seconds; at = (at + 7) % questions.Length)
            {
                var start = Stopwatch.GetTimestamp();
                AnswerJson.Of(coach.Answer(questions[at]));
                times.Add(Stopwatch.GetElapsedTime(start).TotalMilliseconds);
            }
        });
        var elapsed = watch.Elapsed.TotalSeconds;
        var each = all.SelectMany(times => times).Order().ToArray();
        return (each, each.Length / elapsed);
    }

    /// <summary>Milliseconds since the system started this process: the runtime's own start is in it, waiting for a lock is not.</summary>
    private static double SinceStart()
    {
        using var self = Process.GetCurrentProcess();
        return (DateTime.Now - self.StartTime).TotalMilliseconds;
    }

    /// <summary>Processor milliseconds of this process so far: what a busy machine leaves unchanged.</summary>
    private static double Processor()
    {
        using var self = Process.GetCurrentProcess();
        return self.TotalProcessorTime.TotalMilliseconds;
    }

    private static double Resident()
    {
        GC.Collect();
        using var self = Process.GetCurrentProcess();
        return self.WorkingSet64 / 1048576.0;
    }

    /// <summary>How often the first case is the one that reading every list to its end puts first.</summary>
    private static double SameFirst(ICaseIndex index, string place, string[] questions)
    {
        using var thorough = CaseLibrary.Open(place, CalibrationFile.Read(Repository.Knowledge), budget: int.MaxValue);
        var asked = questions.Where((_, at) => at % 3 == 0).Select(text => new CaseQuery(text)).ToList();
        return 100.0 * asked.Count(query => Same(index.Find(query), thorough.Find(query))) / asked.Count;

        static bool Same(Findings quick, Findings full) => full.Cases.Count == 0 || (quick.Cases.Count > 0 && quick.Cases[0].Id == full.Cases[0].Id);
    }

    private static double At(double[] sorted, double share) => sorted[(int)(share * (sorted.Length - 1))];

    private sealed record Served(ICaseIndex Index, Action<LibraryEntry> Take, IDisposable Kept) : IDisposable
    {
        /// <summary>From handing in a changed case until it is found; the time in milliseconds.</summary>
        public double Update(Recombination recombination, int number)
        {
            var entry = recombination.Entry(number);
            var word = "zymurgy" + number;
            var changed = entry with { Case = entry.Case with { En = entry.Case.En with { Title = word } }, Asks = [.. entry.Asks, word] };
            var start = Stopwatch.GetTimestamp();
            Take(changed);
            var found = Index.Find(new CaseQuery(word)).Cases;
            var took = Stopwatch.GetElapsedTime(start).TotalMilliseconds;
            return found.Count > 0 && found[0].Id == entry.Case.Id ? took : throw new InvalidOperationException("The update is not found.");
        }

        public void Dispose() => Kept.Dispose();
    }
}
