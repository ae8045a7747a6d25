namespace CoachBot.Infrastructure.Search.Keyword;

/// <summary>One place of a pattern.</summary>
/// <param name="Term">Character or stem; for a prefix the letters as typed.</param>
/// <param name="IsHan">Whether it is a Chinese character.</param>
/// <param name="Glued">Whether it must follow the place before it without anything between.</param>
internal readonly record struct PatternPlace(string Term, bool IsHan, bool Glued);

/// <summary>What must stand in a text in this order: a word, a run of Chinese, a phrase of both.</summary>
/// <param name="Places">At least one.</param>
/// <param name="IsPrefix">Whether the only place, a word, may go on.</param>
/// <param name="Shown">As the person typed it.</param>
internal sealed record TermPattern(IReadOnlyList<PatternPlace> Places, bool IsPrefix, string Shown)
{
    // Nobody quotes more; a pasted page must not become one enormous phrase.
    private const int MostPlaces = 80;

    /// <summary>Whether it is nothing but one run of Chinese.</summary>
    public bool IsRun => Places[0].IsHan && Places.Skip(1).All(place => place.Glued);

    /// <summary>The pattern of a whole phrase; null when it holds nothing to look up.</summary>
    public static TermPattern? OfPhrase(string phrase)
    {
        var units = TextUnits.Of(phrase);
        return units.Count == 0 ? null : Of(units, 0, units.Count, phrase);
    }

    /// <summary>
    /// The patterns of a word as typed, without spaces: each run of Chinese is one (<c>ATM假钞</c> are two), and Latin
    /// words joined by hyphens are a phrase.
    /// </summary>
    public static List<TermPattern> OfWord(string word, bool prefix)
    {
        var units = TextUnits.Of(word);
        var patterns = new List<TermPattern>();
        for (var start = 0; start < units.Count;)
        {
            var end = EndOfGroup(units, start);
            var last = prefix && end == units.Count && !units[^1].IsHan;
            if (end - start > (last ? 1 : 0))
            {
                patterns.Add(Of(units, start, last ? end - 1 : end, word));
            }

            if (last)
            {
                patterns.Add(new TermPattern([new PatternPlace(units[^1].Text, false, false)], true, units[^1].Text + "*"));
            }

            start = end;
        }

        return patterns;
    }

    /// <summary>A part of a run of Chinese.</summary>
    public TermPattern Part(int start, int length) => new(
        Places.Skip(start).Take(length).Select((place, index) => place with { Glued = index > 0 }).ToList(),
        false,
        string.Concat(Places.Skip(start).Take(length).Select(place => place.Term)));

    /// <summary>How many units of the text from here on it covers; 0 when it does not stand here.</summary>
    public int MatchAt(List<TextUnit> units, int at)
    {
        if (at + Places.Count > units.Count)
        {
            return 0;
        }

        for (var place = 0; place < Places.Count; place++)
        {
            if (!Matches(Places[place], units, at + place))
            {
                return 0;
            }
        }

        return Places.Count;
    }

    private bool Matches(PatternPlace place, List<TextUnit> units, int at)
    {
        var unit = units[at];
        return unit.IsHan == place.IsHan
            && (IsPrefix ? unit.Text.StartsWith(place.Term, StringComparison.Ordinal) : unit.Term == place.Term)
            && (!place.Glued || TextUnits.AreGlued(units[at - 1], unit));
    }

    private static int EndOfGroup(List<TextUnit> units, int start)
    {
        var end = start + 1;
        while (end < units.Count && (units[start].IsHan ? TextUnits.AreGlued(units[end - 1], units[end]) : !units[end].IsHan))
        {
            end++;
        }

        return end;
    }

    private static TermPattern Of(List<TextUnit> units, int start, int end, string text)
    {
        var last = Math.Min(end, start + MostPlaces);
        var places = new List<PatternPlace>();
        for (var at = start; at < last; at++)
        {
            places.Add(new PatternPlace(units[at].Term, units[at].IsHan, at > start && TextUnits.AreGlued(units[at - 1], units[at])));
        }

        return new TermPattern(places, false, text[units[start].Start..units[last - 1].End]);
    }
}
