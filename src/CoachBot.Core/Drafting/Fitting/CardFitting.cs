using System.Globalization;
using CoachBot.Core.Knowledge;
using CoachBot.Core.Language;

namespace CoachBot.Core.Drafting.Fitting;

/// <summary>
/// Takes over from a model's proposal what rests on the case, and nothing else. What to avoid, whom to hand over to, the reason and
/// the source always stay as the case has them; so do the number and order of the steps. A line that was not proposed, or whose
/// proposal does not rest on it, stands as it is written: nothing is lost and nothing is invented.
/// </summary>
public static class CardFitting
{
    /// <summary>The card with the accepted lines in it; the very same card when none was accepted.</summary>
    /// <param name="card">The card as the case gives it.</param>
    /// <param name="rewrite">What the model proposes.</param>
    /// <param name="forbidden">Phrases that nobody is told to say.</param>
    public static CounterCard Apply(CounterCard card, Rewrite rewrite, ForbiddenPhrases forbidden)
    {
        var say = Said(card, rewrite.Say, forbidden);
        var steps = card.Do.Select((line, at) => Replacement(rewrite.Do, "do", at, line) ?? line).ToList();
        return say.SequenceEqual(card.Say) && steps.SequenceEqual(card.Do) ? card : card with { Say = say, Do = steps };
    }

    // The proposal may choose which sentence comes first; those it leaves out follow in the order of the case.
    private static List<CardLine> Said(CounterCard card, IReadOnlyList<RewrittenLine> proposed, ForbiddenPhrases forbidden)
    {
        var fitted = new List<CardLine>();
        var left = Enumerable.Range(0, card.Say.Count).ToList();
        foreach (var line in proposed)
        {
            if (Single(line, "say", card.Say.Count) is not { } at || !left.Remove(at))
            {
                continue;
            }

            var original = card.Say[at];
            fitted.Add(Accepts(line.Text, original.Text) && !IsForbidden(line.Text, forbidden) ? original with { Text = line.Text.Trim() } : original);
        }

        return [.. fitted, .. left.Select(at => card.Say[at])];
    }

    private static CardLine? Replacement(IReadOnlyList<RewrittenLine> proposed, string field, int at, CardLine original)
    {
        var line = proposed.FirstOrDefault(line => Single(line, field, int.MaxValue) == at);
        return line is not null && Accepts(line.Text, original.Text) ? original with { Text = line.Text.Trim() } : null;
    }

    private static bool Accepts(string proposed, string original) => Grounding.RestsOn(proposed, original);

    private static bool IsForbidden(string text, ForbiddenPhrases forbidden)
    {
        var folded = TextFolding.Fold(text);
        return forbidden.Zh.Concat(forbidden.En).Any(phrase => folded.Contains(TextFolding.Fold(phrase), StringComparison.Ordinal));
    }

    private static int? Single(RewrittenLine line, string field, int count)
    {
        if (line.From is not [var path] || !path.StartsWith(field + ".", StringComparison.Ordinal))
        {
            return null;
        }

        return int.TryParse(path.AsSpan(field.Length + 1), NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number >= 1 && number <= count
            ? number - 1
            : null;
    }
}
