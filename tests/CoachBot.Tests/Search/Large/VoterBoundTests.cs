using CoachBot.Infrastructure.Search.Indexing;
using CoachBot.TestSupport;
using Xunit;

namespace CoachBot.Tests.Search.Large;

public sealed class VoterBoundTests
{
    [Fact]
    public void Build_MoreCasesThanAVoterCanLearn_LearnsNoVoter()
    {
        var pack = Some.Pack();
        var many = pack with { Cases = Enumerable.Range(0, 2_001).Select(at => Some.Case($"case-{at}")).ToList() };
        Assert.NotNull(SearchSnapshot.Build(pack).Voter);
        Assert.Null(SearchSnapshot.Build(many).Voter);
    }
}
