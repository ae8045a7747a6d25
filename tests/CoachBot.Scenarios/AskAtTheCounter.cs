using System.Text.Json;
using Xunit;

namespace CoachBot.Scenarios;

public sealed class AskAtTheCounter(RepositoryKnowledge knowledge)
{
    private const string FakeNotes = "atm-dispensed-counterfeit-notes";

    [Theory]
    [InlineData("customer says ATM gave fake notes", "Say this first", "Do not say / do not do", "Hand over if", "Source")]
    [InlineData("客户说取款机吐了假钞怎么办", "先说这句", "不要说、不要做", "什么时候交给谁", "出处")]
    [InlineData("客戶說提款機吐了假鈔怎麼辦", "先說這句", "不要說、不要做", "什麼時候交給誰", "出處")]
    public async Task Ask_AQuestion_PrintsTheCardInItsLanguageAndOrder(string question, params string[] headings)
    {
        var run = await knowledge.RunAsync(["ask", question]);

        Assert.Equal(0, run.ExitCode);
        var places = headings.Select(heading => run.Lines.ToList().FindIndex(line => line == heading)).ToList();
        Assert.DoesNotContain(-1, places);
        Assert.Equal(places.Order(), places);
        Assert.Empty(run.Errors);
    }

    [Theory]
    [InlineData("customer says ATM gave fake notes", "en")]
    [InlineData("客户说取款机吐了假钞怎么办", "zh")]
    [InlineData("客戶說提款機吐了假鈔怎麼辦", "zh-Hant")]
    public async Task Ask_WithJson_PrintsOneObject(string question, string language)
    {
        var answer = Assert.Single(await knowledge.JsonAsync(["ask", question, "--json"]));

        Assert.Equal(question, answer.GetProperty("question").GetString());
        Assert.Equal(language, answer.GetProperty("language").GetString());
        Assert.Equal("answered", answer.GetProperty("outcome").GetString());
        Assert.Equal(FakeNotes, answer.GetProperty("card").GetProperty("id").GetString());
        Assert.Equal(FakeNotes, answer.GetProperty("matches")[0].GetProperty("id").GetString());
        Assert.InRange(answer.GetProperty("matches").GetArrayLength(), 1, 5);
        Assert.Equal(JsonValueKind.Array, answer.GetProperty("alerts").ValueKind);
    }

    [Fact]
    public async Task Ask_NothingThatCoachingKnows_SaysSoWithExitCodeZero()
    {
        var answer = Assert.Single(await knowledge.JsonAsync(["ask", "qwertz uiop yxcvb", "--json"]));

        Assert.Equal("none", answer.GetProperty("outcome").GetString());
        Assert.Equal(JsonValueKind.Null, answer.GetProperty("card").ValueKind);
    }

    [Fact]
    public async Task Ask_ToExplain_NamesTheTermsThatSpoke()
    {
        var answer = Assert.Single(await knowledge.JsonAsync(["ask", "customer says ATM gave fake notes", "--json", "--explain"]));

        Assert.NotEqual(0, answer.GetProperty("matches")[0].GetProperty("why").GetProperty("terms").GetArrayLength());
    }
}
