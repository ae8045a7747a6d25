using System.Text.RegularExpressions;

namespace CoachBot.Core.Documents;

/// <summary>Headers and footers: short first or last lines that come back on at least half of the pages.</summary>
public static partial class RunningLines
{
    /// <summary>With fewer pages a line that comes back may be text.</summary>
    public const int FewestPages = 4;

    private const int Longest = 40;

    /// <summary>The forms of the lines that come back.</summary>
    /// <param name="pages">The first and the last line of each page.</param>
    public static IReadOnlySet<string> Of(IReadOnlyCollection<(string First, string Last)> pages) => pages.Count < FewestPages
        ? new HashSet<string>()
        : pages.SelectMany(page => new HashSet<string> { FormOf(page.First), FormOf(page.Last) })
            .Where(text => text.Length is > 0 and <= Longest)
            .CountBy(text => text)
            .Where(count => count.Value * 2 >= pages.Count && count.Value >= FewestPages)
            .Select(count => count.Key)
            .ToHashSet();

    /// <summary>A line with its numbers made equal, so that page 3's footer is page 4's.</summary>
    public static string FormOf(string text) => Number().Replace(text.Trim(), "#");

    /// <summary>Whether a line does nothing but count pages.</summary>
    public static bool IsCounter(string line) => Counters().IsMatch(line);

    [GeneratedRegex(@"^[\d\s]+$|^\d+\s*/\s*\d+(\s*下载.*)?$|^[-–—]\s*\d+\s*[-–—]$|^第\s*\d+\s*页(\s*[,，/]?\s*共\s*\d+\s*页)?$|^page\s+\d+(\s+of\s+\d+)?$", RegexOptions.IgnoreCase)]
    private static partial Regex Counters();

    [GeneratedRegex(@"\d+")]
    private static partial Regex Number();
}
