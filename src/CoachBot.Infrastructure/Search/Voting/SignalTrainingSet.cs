using CoachBot.Core.Knowledge;
using CoachBot.Infrastructure.Search.Analysis;

namespace CoachBot.Infrastructure.Search.Voting;

/// <summary>Collects what the voter on risk signals learns from: the examples, and much that is no danger at all.</summary>
internal static class SignalTrainingSet
{
    private const float Harmless = 0.3f;

    /// <summary>Every example of the pack; empty when it has none, so that no voter is learnt.</summary>
    public static List<Example> Of(KnowledgePack pack, TextAnalysis analysis)
    {
        if (pack.SignalExamples.Count == 0)
        {
            return [];
        }

        var harmless = pack.Cases.Where(@case => @case.Risk == CaseRisk.Low).Select(@case => @case.Id)
            .Concat(pack.Redirects.Select(redirect => redirect.Id))
            .ToHashSet();
        return
        [
            .. pack.SignalExamples.SelectMany(examples => Seen(examples, analysis)),
            .. pack.Outside.Select(question => None(question.Text, 1)),
            .. pack.Alternates.Where(alternates => harmless.Contains(alternates.Id))
                .SelectMany(alternates => alternates.Hands.SelectMany(hand => hand.Zh.Concat(hand.En)))
                .Select(text => None(text, Harmless)),
        ];

        Example None(string text, float weight) => new(Voter.Outside, analysis.Analyze(text).Features, weight);
    }

    private static IEnumerable<Example> Seen(SignalExamples examples, TextAnalysis analysis)
    {
        IReadOnlyList<string> labels = examples.Signals.Count == 0 ? [Voter.Outside] : examples.Signals;
        return examples.Questions
            .Select(question => analysis.Analyze(question).Features)
            .SelectMany(features => labels.Select(label => new Example(label, features, 1f / labels.Count)));
    }
}
