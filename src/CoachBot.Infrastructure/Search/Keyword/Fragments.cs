using CoachBot.Core.Search.Keyword;

namespace CoachBot.Infrastructure.Search.Keyword;

/// <summary>Cuts the pieces of a text that show best what was found.</summary>
internal static class Fragments
{
    private const int Most = 3;
    private const int Width = 120;
    private const int WholeUpTo = 140;
    private const int Snap = 12;

    /// <summary>
    /// At most three pieces: each time the one that shows most patterns not yet shown, then the weightier field. When
    /// nothing is found in the texts, the beginning of the first one.
    /// </summary>
    public static List<KeywordFragment> Of(IReadOnlyList<ShownText> texts, IReadOnlyList<TermPattern> patterns)
    {
        var candidates = texts.SelectMany(text => Candidates(text, patterns)).ToList();
        var shown = new HashSet<int>();
        var chosen = new List<KeywordFragment>();
        while (chosen.Count < Most && candidates.Count > 0)
        {
            var best = candidates.MaxBy(candidate => candidate.Worth(shown))!;
            candidates.Remove(best);
            var fragment = best.Cut();
            if (chosen.Exists(other => Overlap(other, fragment)) || (best.Text.Group == TextGroup.Tags && !best.AddsTo(shown)))
            {
                continue;
            }

            shown.UnionWith(best.Matches.Select(match => match.Pattern));
            chosen.Add(fragment);
        }

        return chosen.Count > 0 || texts.Count == 0 ? chosen : [new Candidate(texts[0], []).Cut()];
    }

    private static bool Overlap(KeywordFragment one, KeywordFragment other) =>
        one.Field == other.Field && one.Start < other.Start + other.Text.Length && other.Start < one.Start + one.Text.Length;

    /// <summary>Neighbouring matches that fit into one piece.</summary>
    private static IEnumerable<Candidate> Candidates(ShownText text, IReadOnlyList<TermPattern> patterns)
    {
        var group = new List<PatternMatch>();
        foreach (var match in Highlighter.Find(text.Text, patterns))
        {
            if (group.Count > 0 && match.End - group[0].Start > Width)
            {
                yield return new Candidate(text, group);
                group = [];
            }

            group.Add(match);
        }

        if (group.Count > 0)
        {
            yield return new Candidate(text, group);
        }
    }

    private sealed record Candidate(ShownText Text, List<PatternMatch> Matches)
    {
        public bool AddsTo(HashSet<int> shown) => Matches.Exists(match => !shown.Contains(match.Pattern));

        /// <summary>New patterns count most, then the field, then how much is found.</summary>
        public double Worth(HashSet<int> shown)
        {
            var distinct = Matches.Select(match => match.Pattern).Distinct().ToList();
            var weight = Text.Group == TextGroup.Tags ? 0 : KeywordIndexFields.Weight(Text.Group);
            return (100 * distinct.Count(pattern => !shown.Contains(pattern))) + (10 * distinct.Count) + weight + (Math.Min(9, Matches.Count) / 10.0);
        }

        public KeywordFragment Cut()
        {
            var (start, end) = Text.Text.Length <= WholeUpTo ? (0, Text.Text.Length) : Window();
            return new KeywordFragment(
                Text.Path,
                Text.Text[start..end],
                start,
                end < Text.Text.Length,
                Highlighter.Ranges(Matches.Where(match => match.Start >= start && match.End <= end), start));
        }

        private (int Start, int End) Window()
        {
            var text = Text.Text;
            var first = Matches.Count == 0 ? 0 : Matches[0].Start;
            var last = Matches.Count == 0 ? 0 : Matches.Max(match => match.End);
            var width = Math.Max(Width, last - first);
            var start = Math.Max(0, first - ((width - (last - first)) / 2));
            var end = Math.Min(text.Length, start + width);
            start = Math.Max(0, end - width);
            return (SnapStart(text, start, first), SnapEnd(text, end, Math.Max(last, start + 1)));
        }

        // Begin after a space or a comma where one is near, and never within a surrogate pair.
        private static int SnapStart(string text, int start, int first)
        {
            for (var at = start; at <= Math.Min(first, start + Snap); at++)
            {
                if (at == 0 || IsSeam(text[at - 1]))
                {
                    return at;
                }
            }

            return start < first && char.IsLowSurrogate(text[start]) ? start + 1 : start;
        }

        private static int SnapEnd(string text, int end, int last)
        {
            for (var at = end; at >= Math.Max(last, end - Snap); at--)
            {
                if (at == text.Length || IsSeam(text[at]))
                {
                    return at;
                }
            }

            return end > last && char.IsHighSurrogate(text[end - 1]) ? end - 1 : end;
        }

        private static bool IsSeam(char character) => char.IsWhiteSpace(character) || char.IsPunctuation(character);
    }
}
