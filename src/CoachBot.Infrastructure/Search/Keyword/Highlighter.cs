using CoachBot.Core.Search.Keyword;

namespace CoachBot.Infrastructure.Search.Keyword;

/// <summary>A pattern found in a text.</summary>
/// <param name="Start">Its first character.</param>
/// <param name="End">The character after its last.</param>
/// <param name="Pattern">Which pattern, by its number.</param>
internal readonly record struct PatternMatch(int Start, int End, int Pattern);

/// <summary>Finds patterns again in a text as it is shown.</summary>
internal static class Highlighter
{
    // A passage can be a whole chapter; nobody reads fragments from its far end.
    private const int MostCharacters = 20_000;

    /// <summary>Every place a pattern stands, in reading order.</summary>
    public static List<PatternMatch> Find(string text, IReadOnlyList<TermPattern> patterns)
    {
        if (patterns.Count == 0)
        {
            return [];
        }

        var units = TextUnits.Of(text.Length > MostCharacters ? text[..MostCharacters] : text);
        var matches = new List<PatternMatch>();
        for (var at = 0; at < units.Count; at++)
        {
            for (var pattern = 0; pattern < patterns.Count; pattern++)
            {
                if (patterns[pattern].MatchAt(units, at) is > 0 and var length)
                {
                    matches.Add(new PatternMatch(units[at].Start, units[at + length - 1].End, pattern));
                }
            }
        }

        return matches;
    }

    /// <summary>The matches as ranges that never overlap, counted from <paramref name="origin"/>.</summary>
    public static List<TextRange> Ranges(IEnumerable<PatternMatch> matches, int origin = 0)
    {
        var ranges = new List<TextRange>();
        foreach (var match in matches.OrderBy(match => match.Start))
        {
            var range = new TextRange(match.Start - origin, match.End - match.Start);
            if (ranges.Count > 0 && range.Start <= ranges[^1].End)
            {
                var last = ranges[^1];
                ranges[^1] = last with { Length = Math.Max(last.End, range.End) - last.Start };
            }
            else
            {
                ranges.Add(range);
            }
        }

        return ranges;
    }
}
