using Lucene.Net.Analysis;
using Lucene.Net.Analysis.TokenAttributes;

namespace CoachBot.Infrastructure.Search.Keyword;

/// <summary>
/// Hands the texts of one field to Lucene with positions: at each place the character or stem, at the same place the pair
/// that a character begins, or the word as written for prefixes. A phrase cannot reach from one text into the next.
/// </summary>
internal sealed class KeywordStream : TokenStream
{
    /// <summary>Marks a word as written, so that it never meets a stem.</summary>
    public const string Written = "=";

    private const int GapBetweenTexts = 100;
    private readonly List<(string Term, int Step)> _terms;
    private readonly ICharTermAttribute _term;
    private readonly IPositionIncrementAttribute _step;
    private int _next;

    public KeywordStream(IEnumerable<string> texts)
    {
        _terms = texts.SelectMany(TermsOf).ToList();
        _term = AddAttribute<ICharTermAttribute>();
        _step = AddAttribute<IPositionIncrementAttribute>();
    }

    public override bool IncrementToken()
    {
        if (_next == _terms.Count)
        {
            return false;
        }

        ClearAttributes();
        var (term, step) = _terms[_next++];
        _term.SetEmpty().Append(term);
        _step.PositionIncrement = step;
        return true;
    }

    public override void Reset()
    {
        base.Reset();
        _next = 0;
    }

    private static IEnumerable<(string Term, int Step)> TermsOf(string text)
    {
        var units = TextUnits.Of(text);
        for (var at = 0; at < units.Count; at++)
        {
            var unit = units[at];
            yield return (unit.Term, at == 0 ? GapBetweenTexts : 1);
            if (!unit.IsHan)
            {
                yield return (Written + unit.Text, 0);
            }
            else if (at + 1 < units.Count && TextUnits.AreGlued(unit, units[at + 1]))
            {
                yield return (unit.Text + units[at + 1].Text, 0);
            }
        }
    }
}
