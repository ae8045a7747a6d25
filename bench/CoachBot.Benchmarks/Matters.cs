using CoachBot.Infrastructure.Search.Passages;

namespace CoachBot.Benchmarks;

/// <summary>Learns the table of matters from this repository's pack and puts it where the build embeds it.</summary>
internal static class Matters
{
    private static readonly string File = Path.Combine(Repository.Root, "src", "CoachBot.Infrastructure", "Search", "Passages", "Data", "matters.txt.gz");

    public static int Run()
    {
        using (var stream = System.IO.File.Create(File))
        {
            MatterLearning.Learn(Repository.Pack()).Save(stream);
        }

        Console.WriteLine($"{new FileInfo(File).Length >> 10} KB in {Path.GetRelativePath(Repository.Root, File)}");
        return 0;
    }
}
