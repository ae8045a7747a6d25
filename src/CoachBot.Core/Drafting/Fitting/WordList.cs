namespace CoachBot.Core.Drafting.Fitting;

/// <summary>Lists of words that lie in the program, one a line; <c>#</c> begins a remark.</summary>
internal static class WordList
{
    /// <summary>The words of a list.</summary>
    public static List<string> Read(string name)
    {
        using var stream = typeof(WordList).Assembly.GetManifestResourceStream($"CoachBot.Core.Drafting.Fitting.Data.{name}.txt")
            ?? throw new InvalidOperationException($"The word list {name} is not in the program.");
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd().Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
            .Where(line => line[0] != '#')
            .ToList();
    }
}
