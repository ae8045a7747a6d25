using Xunit;

namespace CoachBot.Scenarios;

public sealed class AskManyQuestions(RepositoryKnowledge knowledge)
{
    [Fact]
    public async Task Ask_FromStandardInput_AnswersLineByLineInOrder()
    {
        string[] questions = ["customer says ATM gave fake notes", "", "客户说取款机吐了假钞怎么办", "   ", "\"quoted\" \\ and {json}", "🙂", "客戶說提款機吐了假鈔怎麼辦"];

        var answers = await knowledge.JsonAsync(["ask", "--stdin", "--json"], string.Join('\n', questions) + "\n");

        Assert.Equal(questions, answers.Select(answer => answer.GetProperty("question").GetString()));
        Assert.Equal(
            ["answered", "none", "answered", "none"],
            answers.Take(4).Select(answer => answer.GetProperty("outcome").GetString()));
        Assert.Equal(["en", "en", "zh", "en", "en", "en", "zh-Hant"], answers.Select(answer => answer.GetProperty("language").GetString()));
    }

    [Fact]
    public async Task Ask_LastLineWithoutEnd_IsAnsweredToo() => Assert.Equal(2, (await knowledge.JsonAsync(["ask", "--stdin", "--json"], "one\ntwo")).Count);

    [Fact]
    public async Task Ask_NoLines_PrintsNothing()
    {
        var run = await knowledge.RunAsync(["ask", "--stdin", "--json"], "");

        Assert.Equal((0, ""), (run.ExitCode, run.Output));
    }
}
