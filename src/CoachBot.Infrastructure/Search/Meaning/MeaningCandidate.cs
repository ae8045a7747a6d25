namespace CoachBot.Infrastructure.Search.Meaning;

/// <summary>A case or redirect as the question's meaning sees it.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Nearness">Mean of its best text's cosine and that of its best three.</param>
/// <param name="Share">Its share of all candidates' nearness (softmax), 0 to 1.</param>
internal sealed record MeaningCandidate(string Id, float Nearness, float Share)
{
    /// <summary>How many features there are.</summary>
    public const int FeatureCount = 3;

    private const float Sharpness = 20;

    /// <summary>What the log-odds are computed from.</summary>
    public float[] Features() => [Share, MathF.Log(Share + 1e-4f), Nearness];

    /// <summary>All candidates, nearest first; equal ones in the order of their ids.</summary>
    /// <param name="cosines">The question's cosine with each text.</param>
    /// <param name="texts">The texts.</param>
    /// <param name="counts">Which texts count; passages never do.</param>
    public static List<MeaningCandidate> Of(ReadOnlySpan<float> cosines, IReadOnlyList<MeaningText> texts, Func<MeaningText, bool> counts)
    {
        var best = new Dictionary<string, (float First, float Second, float Third)>(StringComparer.Ordinal);
        for (var at = 0; at < texts.Count; at++)
        {
            if (!texts[at].IsPassage && counts(texts[at]))
            {
                var cosine = cosines[at];
                var three = best.GetValueOrDefault(texts[at].Id, (-1, -1, -1));
                best[texts[at].Id] = cosine > three.First ? (cosine, three.First, three.Second)
                    : cosine > three.Second ? (three.First, cosine, three.Second)
                    : cosine > three.Third ? (three.First, three.Second, cosine)
                    : three;
            }
        }

        var near = best.Select(pair => (pair.Key, Nearness: (pair.Value.First + Mean(pair.Value)) / 2)).ToList();
        var most = near.Count == 0 ? 0 : near.Max(pair => pair.Nearness);
        var sum = near.Sum(pair => MathF.Exp(Sharpness * (pair.Nearness - most)));
        return near
            .Select(pair => new MeaningCandidate(pair.Key, pair.Nearness, MathF.Exp(Sharpness * (pair.Nearness - most)) / sum))
            .OrderByDescending(candidate => candidate.Nearness)
            .ThenBy(candidate => candidate.Id, StringComparer.Ordinal)
            .ToList();
    }

    // An entry with fewer than three texts is judged by those it has.
    private static float Mean((float First, float Second, float Third) three) =>
        three.Second <= -1 ? three.First
        : three.Third <= -1 ? (three.First + three.Second) / 2
        : (three.First + three.Second + three.Third) / 3;
}
