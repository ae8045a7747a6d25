using System.Collections.Frozen;

namespace CoachBot.Core.Doctor.Words;

/// <summary>The words that make a step something to do, from <c>Data/</c>: one line may hold many, <c>#</c> begins a remark.</summary>
internal static class WordList
{
    /// <summary>English verbs in the form that a step begins with.</summary>
    public static readonly Lazy<FrozenSet<string>> EnglishVerbs = new(() => Read("verbs-en.txt").ToFrozenSet(StringComparer.Ordinal));

    /// <summary>Chinese verbs, mostly single characters.</summary>
    public static readonly Lazy<FrozenSet<string>> ChineseVerbs = new(() => Read("verbs-zh.txt").ToFrozenSet(StringComparer.Ordinal));

    private static List<string> Read(string name)
    {
        using var stream = typeof(WordList).Assembly.GetManifestResourceStream("CoachBot.Core.Doctor.Data." + name)
            ?? throw new FileNotFoundException(name);
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd().Split('\n')
            .Where(line => !line.StartsWith('#'))
            .SelectMany(line => line.Split(' ', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
            .ToList();
    }
}
