using CoachBot.Core.Coaching;
using CoachBot.Core.Drafting;
using CoachBot.Core.Privacy;
using CoachBot.Tests.Search;
using Xunit;

namespace CoachBot.Tests.Turns;

/// <summary>Hidden data must not change what is found.</summary>
public sealed class MaskedFindingTests(RepositoryPack pack)
{
    [Theory]
    [InlineData("客户说取款机吐了假钞", "张先生说取款机吐了假钞")]
    [InlineData("客户的卡被吞了很着急", "客户的卡6222021001100123451被吞了很着急")]
    [InlineData("customer says ATM gave fake notes", "Mr Chan (+852 9123 4567) says ATM gave fake notes")]
    [InlineData("customer is filming me at the counter", "customer Ms Lee is filming me at the counter")]
    [InlineData("客户等太久在大厅发火", "客户13800138000等太久在大厅发火")]
    [InlineData("客户要插队", "客户李小姐要插队")]
    [InlineData("customer shouts that he will complain to the media", "Mr. John Smith, account no 12345678, shouts that he will complain to the media")]
    public void Answer_WithPersonalDataHidden_FindsTheSameCase(string without, string with)
    {
        var coach = new Coach(pack.Index, new TemplateDrafter(), new DecisionBounds());
        var masked = new PersonalDataMask().Mask(with);
        Assert.NotEmpty(masked.Hidden);

        var expected = coach.Answer(without);
        var found = coach.Answer(MaskMarks.Strip(masked.Text));

        Assert.Equal((expected.Outcome, expected.Matches[0].Id), (found.Outcome, found.Matches[0].Id));
    }
}
