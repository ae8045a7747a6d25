using CoachBot.Core.Knowledge;
using CoachBot.Core.Language;

namespace CoachBot.Infrastructure.Search.Passages;

/// <summary>
/// Learns a <see cref="MatterTable"/> from a bilingual pack: every case is a matter, its two faces say how the matter is written, its
/// ways of asking say how it is spoken of. Run by hand (<c>bench</c>'s command <c>matters</c>) when the pack has grown; the result is
/// embedded beside the dictionary.
/// </summary>
internal static class MatterLearning
{
    private const int WordsOfMatter = 120;

    // A word of more than three in ten matters tells none from the others.
    private const double MostMatters = 0.3;
    private const float FaceLine = 0.5f;
    private const float FewestTimes = 2;

    // Counts are taken as of forty ways of asking, drawn to the middle where a case has few.
    private const float Asks = 40;
    private const int FewAsks = 5;
    private const float Doubt = 10;
    private const float Smoothing = 0.5f;

    /// <summary>Learns from the published cases of a pack.</summary>
    public static MatterTable Learn(KnowledgePack pack)
    {
        var cases = pack.Cases.Where(@case => @case.Published).OrderBy(@case => @case.Id, StringComparer.Ordinal).ToList();
        var hands = pack.Alternates.ToLookup(alternates => alternates.Id, StringComparer.Ordinal);
        var zh = Written(cases.ConvertAll(@case => @case.Zh));
        var en = Written(cases.ConvertAll(@case => @case.En));
        var matters = cases.Select((_, at) => new Matter(zh[at], en[at])).ToList();
        return new MatterTable(matters, Pointers(cases, id => hands[id].SelectMany(alternates => alternates.Hands)));
    }

    private static List<List<WeightedWord>> Written(List<Face> faces)
    {
        var counts = faces.ConvertAll(Counts);
        var matters = counts.SelectMany(count => count.Keys).CountBy(word => word).ToDictionary(StringComparer.Ordinal);
        return counts.ConvertAll(count => Unit(count
            .Where(word => matters[word.Key] < faces.Count * MostMatters)
            .Select(word => new WeightedWord(word.Key, (1 + MathF.Log(word.Value)) * MathF.Log((float)faces.Count / matters[word.Key])))
            .OrderByDescending(word => word.Weight).ThenBy(word => word.Word, StringComparer.Ordinal)
            .Take(WordsOfMatter)
            .ToList()));
    }

    private static Dictionary<string, int> Counts(Face face)
    {
        var counts = new Dictionary<string, int>(StringComparer.Ordinal);
        Count(face.Title, 3);
        Count(face.Cue, 2);
        Count(face.Situation, 2);
        foreach (var line in Lines(face))
        {
            Count(line, 1);
        }

        return counts;

        void Count(string text, int times)
        {
            foreach (var word in MatterWords.Each(TextFolding.Fold(text)))
            {
                counts[word] = counts.GetValueOrDefault(word) + times;
            }
        }
    }

    private static IEnumerable<string> Lines(Face face) =>
    [
        .. face.Asks, .. face.Say, .. face.Do,
        .. face.Avoid.SelectMany(avoid => new[] { avoid.Dont, avoid.Instead ?? "", avoid.Why ?? "" }),
        face.Why, face.Tip,
    ];

    private static List<WeightedWord> Unit(List<WeightedWord> words)
    {
        var length = MathF.Sqrt(words.Sum(word => word.Weight * word.Weight));
        return words.ConvertAll(word => word with { Weight = word.Weight / length });
    }

    private static Dictionary<string, (int Matter, float Weight)[]> Pointers(List<Case> cases, Func<string, IEnumerable<AlternatesHand>> hands)
    {
        var found = new Dictionary<string, List<(int Matter, float Count)>>(StringComparer.Ordinal);
        var times = new Dictionary<string, float>(StringComparer.Ordinal);
        foreach (var (at, @case) in cases.Index())
        {
            Speak(at, hands(@case.Id).SelectMany(hand => hand.Zh).ToList(), @case.Zh);
            Speak(at, hands(@case.Id).SelectMany(hand => hand.En).ToList(), @case.En);
        }

        return found
            .Where(word => times[word.Key] >= FewestTimes)
            .ToDictionary(word => word.Key, word => Pointed(word.Value, cases.Count), StringComparer.Ordinal);

        void Speak(int matter, List<string> asks, Face face)
        {
            var counts = new Dictionary<string, float>(StringComparer.Ordinal);
            Count(counts, asks, 1);
            Count(counts, [face.Title, face.Cue, face.Situation, .. Lines(face)], FaceLine);
            foreach (var (word, count) in counts)
            {
                times[word] = times.GetValueOrDefault(word) + count;
                (found.TryGetValue(word, out var places) ? places : found[word] = []).Add((matter, count * Asks / (Math.Max(asks.Count, FewAsks) + Doubt)));
            }
        }
    }

    private static void Count(Dictionary<string, float> counts, IEnumerable<string> texts, float weight)
    {
        foreach (var word in texts.SelectMany(text => MatterWords.Of(TextFolding.Fold(text))))
        {
            counts[word] = counts.GetValueOrDefault(word) + weight;
        }
    }

    // The share of each matter, times how far the word is from being said of all matters alike.
    private static (int Matter, float Weight)[] Pointed(List<(int Matter, float Count)> places, int matters)
    {
        var sum = places.Sum(place => place.Count);
        var spread = -places.Sum(place => place.Count / sum * MathF.Log(place.Count / sum)) / MathF.Log(Math.Max(2, matters));
        return places
            .Select(place => (place.Matter, place.Count / (sum + Smoothing) * Math.Max(0, 1 - spread)))
            .Where(place => place.Item2 >= 0.002f)
            .ToArray();
    }
}
