using System.Text.Json;
using Xunit;

namespace CoachBot.Scenarios;

public sealed class ChatFollowsUp(RepositoryKnowledge knowledge)
{
    private const string FakeNotes = "atm-dispensed-counterfeit-notes";

    [Fact]
    public async Task Chat_WithJson_GivesExactlyOneLineForEveryLine()
    {
        string[] lines = ["customer says ATM gave fake notes", "what exactly do I say", "and if he refuses?", "who do I tell", "换成中文", "", "99", "/new", "why", "客户说取款机吐了假钞怎么办", "为什么"];

        var answers = await knowledge.JsonAsync(["chat", "--json"], string.Join('\n', lines) + "\n");

        Assert.Equal(lines.Length, answers.Count);
        Assert.All(answers.Take(5), answer => Assert.Equal(FakeNotes, Card(answer)));
        Assert.All(answers.Take(5), answer => Assert.Equal(FakeNotes, answer.GetProperty("matches")[0].GetProperty("id").GetString()));
        Assert.Equal(["en", "en", "en", "en", "zh"], answers.Take(5).Select(answer => answer.GetProperty("language").GetString()));
        Assert.Null(Card(answers[8]));
        Assert.All(answers.Skip(9), answer => Assert.Equal(FakeNotes, Card(answer)));
    }

    [Fact]
    public async Task Chat_New_PrintsTheContractsLine()
    {
        var run = await knowledge.RunAsync(["chat", "--json"], "/new\n");

        Assert.Equal(["""{"outcome":"new","matches":[]}"""], run.Lines);
    }

    [Fact]
    public async Task Chat_Quit_EndsWithoutReadingOn()
    {
        var run = await knowledge.RunAsync(["chat", "--json"], "/new\n/quit\n/new\n");

        Assert.Equal(0, run.ExitCode);
        Assert.Single(run.Lines);
    }

    [Fact]
    public async Task Chat_FollowUpWithNothingOpen_SaysSoInWords()
    {
        var run = await knowledge.RunAsync(["chat"], "what exactly do I say\n");

        Assert.StartsWith("There is no case open yet", run.Output, StringComparison.Ordinal);
    }

    private static string? Card(JsonElement answer) =>
        answer.TryGetProperty("card", out var card) && card.ValueKind == JsonValueKind.Object ? card.GetProperty("id").GetString() : null;
}
