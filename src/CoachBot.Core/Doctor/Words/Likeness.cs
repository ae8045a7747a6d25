using CoachBot.Core.Language;

namespace CoachBot.Core.Doctor.Words;

/// <summary>How alike texts are: the cosine of their pairs of characters and their words, rare ones counting more.</summary>
internal static class Likeness
{
    /// <summary>Every pair of texts that is at least so much alike, by their places in the list.</summary>
    public static IEnumerable<(int One, int Other, double Likeness)> Pairs(IReadOnlyList<string> texts, double least)
    {
        var bags = texts.Select(Bag).ToList();
        var spread = bags.SelectMany(bag => bag.Keys).CountBy(term => term).ToDictionary();
        var vectors = bags.ConvertAll(bag => Unit(bag, term => Math.Log(1 + ((double)bags.Count / spread[term]))));
        for (var one = 0; one < vectors.Count; one++)
        {
            for (var other = one + 1; other < vectors.Count; other++)
            {
                if (Cosine(vectors[one], vectors[other]) is var likeness && likeness >= least)
                {
                    yield return (one, other, likeness);
                }
            }
        }
    }

    private static Dictionary<string, int> Bag(string text) => Tokenizer.Tokenize(TextFolding.Fold(text))
        .Where(token => token.Kind != TokenKind.Han)
        .CountBy(token => token.Text)
        .ToDictionary();

    private static Dictionary<string, double> Unit(Dictionary<string, int> bag, Func<string, double> weight)
    {
        var vector = bag.ToDictionary(term => term.Key, term => (1 + Math.Log(term.Value)) * weight(term.Key));
        var length = Math.Sqrt(vector.Values.Sum(value => value * value));
        return length == 0 ? [] : vector.ToDictionary(term => term.Key, term => term.Value / length);
    }

    private static double Cosine(Dictionary<string, double> one, Dictionary<string, double> other) =>
        one.Count > other.Count ? Cosine(other, one) : one.Sum(term => term.Value * other.GetValueOrDefault(term.Key));
}
