using CoachBot.Core.Coaching;
using CoachBot.Core.Drafting;
using CoachBot.Core.Evaluation;
using CoachBot.Core.Search;
using CoachBot.Infrastructure.Search.Meaning;
using CoachBot.TestSupport;
using CoachBot.TestSupport.Models;
using Xunit;

namespace CoachBot.Tests.Search.Meaning;

/// <summary>The whole evaluation with and without meaning: vectors that mean nothing change nothing, vectors that mean something help.</summary>
public sealed class HybridEvaluationTests(RepositoryPack pack)
{
    private const int Dimensions = 96;

    [Fact]
    public void Weigh_VectorsWithoutMeaning_StayWithinOnePoint()
    {
        var (plain, hybrid) = Reports((_, text) => Directions.Of(text, Dimensions));

        Assert.InRange(All(hybrid).RecallAt1 - All(plain).RecallAt1, -0.01, 0.01);
        Assert.InRange(All(hybrid).Answered - All(plain).Answered, -0.01, 0.01);
        Assert.InRange(All(hybrid).AnsweredRight - All(plain).AnsweredRight, -0.01, 0.01);
        Assert.InRange(Outside(hybrid).Answered - Outside(plain).Answered, -0.01, 0.01);
        Assert.InRange(Outside(hybrid).Choose - Outside(plain).Choose, -0.01, 0.01);
        Assert.InRange(Outside(hybrid).Redirected - Outside(plain).Redirected, -0.01, 0.01);
    }

    [Fact]
    public void Weigh_VectorsWithMeaning_RaiseRecallAndRefuseNoWorse()
    {
        // Noise as large as the topic itself: good embeddings, not perfect ones.
        var (plain, hybrid) = Reports((topic, text) => topic is null ? Directions.Of(text, Dimensions) : Directions.Near(topic, text, Dimensions, 1.2f));

        Assert.True(All(hybrid).RecallAt1 > All(plain).RecallAt1 + 0.01, $"{All(plain).RecallAt1:F3} -> {All(hybrid).RecallAt1:F3}");
        Assert.True(Outside(hybrid).Answered <= Outside(plain).Answered + 0.01, $"{Outside(plain).Answered:F3} -> {Outside(hybrid).Answered:F3}");
    }

    private (EvaluationReport Plain, EvaluationReport Hybrid) Reports(Func<string?, string, float[]> embed)
    {
        using var folder = new TemporaryFolder();
        var index = pack.Index;
        var coach = new Coach(index, new TemplateDrafter(), new DecisionBounds());
        var file = EmbeddingFile.Open(folder.Path, "scripted");
        file.Add(MeaningText.Of(index.Pack).DistinctBy(text => text.Key).Select(text => (text.Key, Vectors.Unit(embed(text.Id, text.Text), Dimensions))).ToList());
        var meaning = new MeaningSearch();
        meaning.Load(index.Pack, file, CancellationToken.None);

        var byUnit = index.Pack.Cases.SelectMany(@case => @case.Covers.Select(unit => (unit, @case.Id))).DistinctBy(pair => pair.unit).ToDictionary(pair => pair.unit, pair => pair.Id);
        var questions = Directory.GetFiles(Path.Combine(RepositoryRoot.Knowledge, "evaluation"), "*.jsonl").Order(StringComparer.Ordinal).SelectMany(EvaluationQuestion.ReadFile).ToList();
        var topics = questions.DistinctBy(question => question.Text).ToDictionary(
            question => question.Text, question => question.Expect is [var first, ..] && byUnit.TryGetValue(first, out var id) ? id : null);
        var plain = Core.Evaluation.Evaluation.Run(text => coach.Answer(text), questions, null, CancellationToken.None);
        var hybrid = Core.Evaluation.Evaluation.Run(
            text =>
            {
                var answer = coach.Answer(text);
                var found = meaning.Weigh(index.Find(new CaseQuery(text, 20)), Vectors.Unit(embed(topics[text], text), Dimensions));
                return coach.AnswerFrom(text, found, answer.Language);
            },
            questions, null, CancellationToken.None);
        return (plain, hybrid);
    }

    private static FindingFigures All(EvaluationReport report) => report.InScope.Single(group => group.Group == "all");

    private static RefusalFigures Outside(EvaluationReport report) => report.OutOfScope.Single(group => group.Group == "all");
}
