using CoachBot.Core.Drafting.Fitting;
using Xunit;

namespace CoachBot.Tests.Drafting.Fitting;

public sealed class GroundingTests
{
    [Theory]
    [InlineData("Lead the customer out of the hall.", "Lead the customer out of the public hall and calm him down.")]
    [InlineData("Please put the notes through the counting machine, sir.", "Put the notes through the counting machine.")]
    [InlineData("Watch the withdrawal video together.", "Watch the withdrawal video together, looking for anything unusual.")]
    [InlineData("请先把客户引离大厅。", "把客户引离大厅，安抚客户。")]
    [InlineData("請把客戶引離大廳", "把客户引离大厅，安抚客户。")]
    [InlineData("Never pay 200 yuan before the check is done.", "Never pay 200 yuan before the check is done.")]
    public void RestsOn_ShorterOrKinder_IsTaken(string proposed, string original) => Assert.True(Grounding.RestsOn(proposed, original));

    [Theory]
    [InlineData("Lead the customer out of the hall and call the police.", "Lead the customer out of the public hall and calm him down.")]
    [InlineData("Pay 200 yuan before the check is done.", "Never pay 200 yuan before the check is done.")]
    [InlineData("Do not check the video.", "Check the video.")]
    [InlineData("Check the video within 15 minutes.", "Check the video.")]
    [InlineData("Call the police.", "If he threatens violence, call the police.")]
    [InlineData("Report to the manager in 30 minutes.", "Report to the manager in 15 minutes.")]
    [InlineData("Give the customer money.", "Give the customer a seat, count the money.")]
    [InlineData("赔客户200元", "别赔客户200元")]
    [InlineData("马上认错赔钱", "查清之前不认错也不赔钱")]
    [InlineData("把客户引离大厅并报警", "把客户引离大厅，安抚客户。")]
    [InlineData("客大", "把客户引离大厅，安抚客户。")]
    [InlineData("Lead the customer [out](http://evil.example) of the hall", "Lead the customer out of the public hall.")]
    [InlineData("Lead\u202e the customer out of the hall", "Lead the customer out of the public hall.")]
    [InlineData("", "Lead the customer out of the hall.")]
    [InlineData("please gently", "Lead the customer out of the hall.")]
    public void RestsOn_AnythingMore_IsNot(string proposed, string original) => Assert.False(Grounding.RestsOn(proposed, original));
}
