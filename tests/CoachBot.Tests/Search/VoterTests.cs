using CoachBot.Infrastructure.Search.Voting;
using CoachBot.TestSupport;
using Xunit;

namespace CoachBot.Tests.Search;

public sealed class VoterTests
{
    private static readonly Example[] Lessons =
    [
        .. Enumerable.Range(0, 40).Select(at => new Example("many", ["queue", "line", $"word{at % 4}", "customer"], 1)),
        new Example("few", ["card", "machine", "customer"], 1),
        new Example("few", ["card", "swallowed", "machine"], 1),
        new Example("few", ["swallowed", "customer", "card"], 1),
        .. Enumerable.Range(0, 10).Select(at => new Example(Voter.Outside, ["weather", "joke", $"word{at % 4}"], 1)),
    ];

    [Fact]
    public void Learn_TwiceFromTheSame_GivesTheSameVoter()
    {
        var (one, other) = (VoterTraining.Learn(Lessons)!, VoterTraining.Learn(Lessons)!);

        Assert.Equal(one.Labels, other.Labels);
        Assert.Equal(one.Parts.Weights, other.Parts.Weights);
        Assert.Equal(one.Parts.Idf, other.Parts.Idf);
    }

    [Theory]
    [InlineData("few", "card", "machine")]
    [InlineData("few", "customer", "swallowed", "card")]
    [InlineData("many", "queue", "customer")]
    [InlineData(Voter.Outside, "joke", "weather")]
    public void Vote_ClassWithFewExamples_StillWinsItsOwn(string label, params string[] features)
    {
        var voter = VoterTraining.Learn(Lessons)!;

        var votes = voter.Vote(features);

        Assert.Equal(label, voter.Labels[Array.IndexOf(votes, votes.Max())]);
    }

    [Fact]
    public void Vote_AnyFeatures_AreProbabilities()
    {
        var voter = VoterTraining.Learn(Lessons)!;

        Assert.Equal(1, voter.Vote(["card", "queue"]).Sum(vote => Math.Exp(vote)), precision: 4);
        Assert.Equal(1, voter.Vote(["never seen"]).Sum(vote => Math.Exp(vote)), precision: 4);
        Assert.Equal(1, voter.Vote([]).Sum(vote => Math.Exp(vote)), precision: 4);
    }

    [Fact]
    public void Learn_OneClassOrNone_HasNothingToTellApart()
    {
        Assert.Null(VoterTraining.Learn([]));
        Assert.Null(VoterTraining.Learn([new Example("one", ["a"], 1), new Example("one", ["a"], 1)]));
    }

    [Fact]
    public void Read_WhatWasWritten_VotesTheSame()
    {
        using var folder = new TemporaryFolder();
        var path = folder.In("voter.bin");
        var voter = VoterTraining.Learn(Lessons)!;

        VoterFile.Write(path, voter);
        var read = VoterFile.Read(path);

        Assert.Equal(voter.Labels, read.Labels);
        Assert.Equal(voter.Vote(["card", "queue", "joke"]), read.Vote(["card", "queue", "joke"]));
    }
}
