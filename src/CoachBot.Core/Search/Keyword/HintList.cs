namespace CoachBot.Core.Search.Keyword;

/// <summary>Collects hints; says each thing once and stops before nobody reads them.</summary>
public sealed class HintList
{
    private const int Most = 12;
    private const int LongestQuote = 60;
    private const int LongestOffer = 600;
    private readonly List<KeywordHint> _hints;

    /// <summary>Begins with what was noticed before.</summary>
    public HintList(IEnumerable<KeywordHint>? earlier = null) => _hints = [.. earlier ?? []];

    /// <summary>What was noticed, in the order of the query.</summary>
    public IReadOnlyList<KeywordHint> Hints => _hints;

    /// <summary>Notes a hint.</summary>
    public void Add(KeywordHintKind kind, params string[] blanks)
    {
        var hint = new KeywordHint(kind, blanks.Select(Shorten).ToList());
        if (_hints.Count < Most && !_hints.Any(known => known.Kind == kind && known.Blanks.SequenceEqual(hint.Blanks)))
        {
            _hints.Add(hint);
        }
    }

    /// <summary>Several values as a hint shows them.</summary>
    public static string Offer(IEnumerable<string> values) => string.Join(", ", values.Select(value => Cut(value, LongestQuote)));

    private static string Shorten(string blank) => Cut(blank, blank.Contains(", ", StringComparison.Ordinal) ? LongestOffer : LongestQuote);

    private static string Cut(string text, int longest) => text.Length <= longest ? Scrub(text) : Scrub(text[..longest]) + "…";

    // Half a surrogate pair cannot be written to any channel.
    private static string Scrub(string text) =>
        text.Any(char.IsSurrogate) ? string.Concat(text.EnumerateRunes().Select(rune => rune.ToString())) : text;
}
