using CoachBot.Core.Knowledge;
using CoachBot.Core.Search;
using CoachBot.Infrastructure.Search;
using CoachBot.Infrastructure.Search.Calibration;
using CoachBot.Infrastructure.Search.Indexing;

namespace CoachBot.Infrastructure.Doctor;

/// <summary>
/// Asks every question that stands in the cases and their alternates of an index built without it. Leaving out one at a time
/// would mean thousands of indexes; each of a few indexes leaves out its share of every case's questions instead.
/// </summary>
internal static class LeftOutQuestions
{
    private const int Folds = 4;

    /// <summary>All questions of the published cases, with what was found.</summary>
    public static List<TriedQuestion> Of(KnowledgePack pack, CalibrationFile calibration) =>
        Enumerable.Range(0, Folds).SelectMany(fold => Try(pack, calibration, fold)).ToList();

    private static List<TriedQuestion> Try(KnowledgePack pack, CalibrationFile calibration, int fold)
    {
        var index = new LuceneCaseIndex(SearchSnapshot.Build(Without(pack, fold)), calibration);
        var published = pack.Cases.Where(@case => @case.Published).ToList();
        var ids = published.Select(@case => @case.Id).ToHashSet(StringComparer.Ordinal);
        var typical = published.SelectMany(@case => Part(@case.Zh.Asks, fold).Concat(Part(@case.En.Asks, fold)).Select(text => (@case.Id, text, Typical: true)));
        var alternates = pack.Alternates
            .Where(entry => ids.Contains(entry.Id))
            .SelectMany(entry => entry.Hands.SelectMany(hand => Part(hand.Zh, fold).Concat(Part(hand.En, fold))).Select(text => (entry.Id, text, Typical: false)));
        return typical.Concat(alternates)
            .Select(asked => new TriedQuestion(asked.Id, asked.text, asked.Typical, index.Find(new CaseQuery(asked.text))))
            .ToList();
    }

    private static KnowledgePack Without(KnowledgePack pack, int fold) => pack with
    {
        Cases = pack.Cases.Select(@case => @case with { Zh = Without(@case.Zh, fold), En = Without(@case.En, fold) }).ToList(),
        Alternates = pack.Alternates.Select(entry => entry with
        {
            Hands = entry.Hands.Select(hand => hand with { Zh = Rest(hand.Zh, fold), En = Rest(hand.En, fold) }).ToList(),
        }).ToList(),
    };

    private static Face Without(Face face, int fold) => face with { Asks = Rest(face.Asks, fold) };

    private static IEnumerable<string> Part(IReadOnlyList<string> texts, int fold) => texts.Where((_, at) => at % Folds == fold);

    private static List<string> Rest(IReadOnlyList<string> texts, int fold) => texts.Where((_, at) => at % Folds != fold).ToList();
}
