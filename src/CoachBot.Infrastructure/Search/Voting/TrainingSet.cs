using CoachBot.Core.Knowledge;
using CoachBot.Infrastructure.Search.Analysis;
using CoachBot.Infrastructure.Search.Indexing;

namespace CoachBot.Infrastructure.Search.Voting;

/// <summary>Collects what the voter learns from: the alternates first, then what the cases say of themselves.</summary>
internal static class TrainingSet
{
    private const float OwnText = 0.5f;
    private const float OwnLine = 0.25f;

    /// <summary>The texts that cost the most to analyse: the ways of asking, what is nobody's business, and the signals' examples.</summary>
    public static IEnumerable<string> Texts(KnowledgePack pack) => pack.Alternates
        .SelectMany(alternates => alternates.Hands.SelectMany(hand => hand.Zh.Concat(hand.En)))
        .Concat(pack.Outside.Select(question => question.Text))
        .Concat(pack.SignalExamples.SelectMany(examples => examples.Questions))
        .Concat(pack.Cases.SelectMany(@case => CaseTexts.Of(@case)).Select(part => part.Text));

    /// <summary>Every text of the pack that teaches something.</summary>
    public static List<Example> Of(KnowledgePack pack, TextAnalysis analysis)
    {
        var examples = new List<Example>();
        var drafts = pack.Cases.Where(@case => !@case.Published).Select(@case => @case.Id).ToHashSet();
        foreach (var alternates in pack.Alternates.Where(alternates => !drafts.Contains(alternates.Id)))
        {
            Add(alternates.Id, alternates.Hands.SelectMany(hand => hand.Zh.Concat(hand.En)), 1);
        }

        foreach (var @case in pack.Cases.Where(@case => @case.Published))
        {
            AddFace(@case.Id, @case.Zh);
            AddFace(@case.Id, @case.En);
        }

        foreach (var redirect in pack.Redirects)
        {
            Add(redirect.Id, [redirect.Zh.Title, redirect.En.Title, .. redirect.Zh.Asks, .. redirect.En.Asks], 1);
        }

        Add(Voter.Outside, pack.Outside.Select(question => question.Text), 1);
        return examples;

        void AddFace(string id, Face face)
        {
            Add(id, face.Asks, 1);
            Add(id, [face.Title, face.Cue, face.Situation], OwnText);
            Add(id, [.. face.Say, .. face.Do, .. face.Avoid.Select(avoid => avoid.Dont), face.Why, face.Tip], OwnLine);
        }

        void Add(string label, IEnumerable<string> texts, float weight) =>
            examples.AddRange(texts.Select(text => new Example(label, analysis.Analyze(text).Features, weight)));
    }
}
