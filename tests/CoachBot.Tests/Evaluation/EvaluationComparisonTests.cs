using CoachBot.Core.Evaluation;
using CoachBot.Core.Knowledge;
using CoachBot.TestSupport;
using Xunit;

namespace CoachBot.Tests.Evaluation;

public sealed class EvaluationComparisonTests
{
    private static readonly KnowledgePack Pack = KnowledgePack.Empty with
    {
        Cases = [Some.Case("one") with { Covers = ["u1"] }, Some.Case("two") with { Covers = ["u2"] }],
    };

    [Fact]
    public void Worse_MoreMissesThanBefore_NamesCaseAndNewQuestions()
    {
        var worse = EvaluationComparison.Worse(Report(Miss("q1", "u1"), Miss("q3", "u2")), Report(Miss("q1", "u1"), Miss("q2", "u1"), Miss("q3", "u2")), Pack);

        var one = Assert.Single(worse);
        Assert.Equal(("one", 1, 2, "q2"), (one.CaseId, one.MissedBefore, one.MissedNow, Assert.Single(one.New).Id));
    }

    [Fact]
    public void Worse_NothingNew_IsEmpty() => Assert.Empty(EvaluationComparison.Worse(Report(Miss("q1", "u1")), Report(Miss("q1", "u1")), Pack));

    private static EvaluationReport Report(params Miss[] misses) => new() { InScope = [], OutOfScope = [], Misses = misses };

    private static Miss Miss(string id, string unit) => new(id, "?", "missed", unit, "", "");
}
