using CoachBot.Core.Coaching;
using CoachBot.Core.Search;
using Xunit;

namespace CoachBot.Tests.Coaching;

public sealed class DecisionTests
{
    private static readonly DecisionBounds Bounds = new() { Answer = 0.6, Choose = 0.3, Choice = 0.05, Redirect = 0.4, MostChoices = 3 };

    [Theory]
    [InlineData(new[] { 0.9, 0.05 }, -1, Outcome.Answered, 0)]
    [InlineData(new[] { 0.6 }, -1, Outcome.Answered, 0)]
    [InlineData(new[] { 0.59 }, -1, Outcome.None, 0)]
    [InlineData(new[] { 0.4, 0.3 }, -1, Outcome.Choose, 2)]
    [InlineData(new[] { 0.2, 0.1 }, -1, Outcome.Choose, 2)]
    [InlineData(new[] { 0.2, 0.09 }, -1, Outcome.None, 0)]
    [InlineData(new[] { 0.5, 0.04 }, -1, Outcome.None, 0)]
    [InlineData(new[] { 0.5, 0.05, 0.04 }, -1, Outcome.Choose, 2)]
    [InlineData(new[] { 0.2, 0.2, 0.2, 0.2, 0.2 }, -1, Outcome.Choose, 3)]
    [InlineData(new[] { 0.1, 0.1, 0.09, 0.09 }, -1, Outcome.None, 0)]
    [InlineData(new double[0], -1, Outcome.None, 0)]
    [InlineData(new double[0], 0.4, Outcome.Redirect, 0)]
    [InlineData(new double[0], 0.39, Outcome.None, 0)]
    [InlineData(new[] { 0.7 }, 0.7, Outcome.Redirect, 0)]
    [InlineData(new[] { 0.71 }, 0.7, Outcome.Answered, 0)]
    [InlineData(new[] { 0.5, 0.3 }, 0.45, Outcome.Choose, 2)]
    [InlineData(new[] { 0.3, 0.3 }, 0.41, Outcome.Redirect, 0)]
    public void On_Evidence_DecidesByTheBounds(double[] scores, double redirect, Outcome outcome, int choices)
    {
        var findings = new Findings(
            scores.Select((score, at) => new CaseHit($"case-{at}", score)).ToList(),
            redirect < 0 ? null : new CaseHit("elsewhere", redirect));

        Assert.Equal(new Decision(outcome, choices), Decision.On(findings, Bounds));
    }

    [Fact]
    public void On_NothingFound_IsNone() => Assert.Equal(new Decision(Outcome.None, 0), Decision.On(Findings.None, new DecisionBounds()));
}
