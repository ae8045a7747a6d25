using System.Globalization;
using CoachBot.Core.Coaching;
using CoachBot.Core.Drafting;
using CoachBot.Core.Evaluation;
using CoachBot.Core.Knowledge;
using CoachBot.Infrastructure.Search;
using CoachBot.Infrastructure.Search.Calibration;
using CoachBot.Infrastructure.Search.Evidence;
using CoachBot.Infrastructure.Search.Indexing;

namespace CoachBot.Benchmarks;

/// <summary>What each ingredient is worth: the evaluation with one taken away, the rest as it is, all in one run.</summary>
internal static class Ablation
{
    public static int Run(string[] args)
    {
        if (args.Length > 0)
        {
            Console.Error.WriteLine("ablation takes no arguments");
            return 2;
        }

        var pack = Repository.Pack();
        var full = CalibrationFile.Read(Repository.Knowledge);
        var questions = Repository.Questions().Where(question => question.Alerts is null).ToList();
        Console.WriteLine("| variant | R@1 zh | R@3 zh | R@1 en | R@3 en | false answers |");
        Console.WriteLine("| --- | --- | --- | --- | --- | --- |");
        Row("everything", pack, full);
        Row("case text alone", pack, Only(full, 0));
        Row("nearest alternate alone", pack, Only(full, 1));
        Row("three nearest alternates alone", pack, Only(full, 2));
        Row("voter alone", pack, Only(full, 3));
        Row("without case text", pack, Without(full, 0));
        Row("without alternates as documents", pack, Without(full, 1, 2));
        Row("without voter", pack, Without(full, 3));
        Row("without glossary", pack with { Glossary = [] }, full);
        Row("without any alternates", pack with { Alternates = [] }, full);
        Row("alternates of one writer", OneHand(pack), full);
        Row("without outside questions", pack with { Outside = [] }, full);
        Row("without redirects", pack with { Redirects = [], Alternates = pack.Alternates.Where(entry => pack.Cases.Any(one => one.Id == entry.Id)).ToList() }, full);
        return 0;

        void Row(string name, KnowledgePack variant, CalibrationFile calibration)
        {
            var index = new LuceneCaseIndex(SearchSnapshot.Build(variant), calibration);
            var report = Evaluation.Run(new Coach(index, new TemplateDrafter(), new DecisionBounds()), questions, null, CancellationToken.None);
            var zh = report.InScope.First(group => group.Group == "zh");
            var en = report.InScope.First(group => group.Group == "en");
            var outside = report.OutOfScope.First(group => group.Group == "all");
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
                $"| {name} | {zh.RecallAt1 * 100:F1} | {zh.RecallAt3 * 100:F1} | {en.RecallAt1 * 100:F1} | {en.RecallAt3 * 100:F1} | {outside.Answered * 100:F1} |"));
        }
    }

    private static CalibrationFile Only(CalibrationFile full, int kept) => Without(full, Enumerable.Range(0, Fusion.RankingWeights).Where(at => at != kept).ToArray());

    private static CalibrationFile Without(CalibrationFile full, params int[] dropped)
    {
        return new CalibrationFile(Drop(full.Zh), Drop(full.En));

        Fusion Drop(Fusion fusion) => fusion with { Ranking = fusion.Ranking.Select((weight, at) => dropped.Contains(at) ? 0 : weight).ToArray() };
    }

    private static KnowledgePack OneHand(KnowledgePack pack) => pack with
    {
        Alternates = pack.Alternates.Select(entry => entry with { Hands = entry.Hands.Take(1).ToList() }).ToList(),
    };
}
