using CoachBot.Core.Language;
using Xunit;

namespace CoachBot.Tests.Language;

public sealed class EditDistanceTests
{
    [Theory]
    [InlineData("", "", 0)]
    [InlineData("atm", "", 3)]
    [InlineData("teller", "teler", 1)]
    [InlineData("role", "roel", 1)]
    [InlineData("kitten", "sitting", 3)]
    [InlineData("柜员", "柜台", 1)]
    public void Between_TwoWords_CountsTheSlips(string one, string other, int slips)
    {
        Assert.Equal(slips, EditDistance.Between(one, other));
        Assert.Equal(slips, EditDistance.Between(other, one));
    }

    [Theory]
    [InlineData("tellr", "teller")]
    [InlineData("call-agnet", "call-agent")]
    [InlineData("at", null)]
    [InlineData("zeppelin", null)]
    public void Nearest_MistypedWord_IsTheOneMeant(string word, string? expected) =>
        Assert.Equal(expected, EditDistance.Nearest(word, ["teller", "call-agent", "atm"]));
}
