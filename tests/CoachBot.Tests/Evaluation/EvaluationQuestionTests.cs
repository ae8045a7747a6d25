using CoachBot.Core.Evaluation;
using CoachBot.TestSupport;
using Xunit;

namespace CoachBot.Tests.Evaluation;

public sealed class EvaluationQuestionTests
{
    private const string Good = """{"id": "a-1", "q": "取款机", "lang": "zh", "style": "terse", "expect": ["x"]}""";

    [Fact]
    public void ReadFile_LinesAndEmptyLines_GivesTheQuestions()
    {
        using var folder = new TemporaryFolder();
        var path = folder.Write("q.jsonl", Good + "\n\n  \n" + """{"id": "a-2", "q": "?", "lang": "en", "difficulty": "far"}""" + "\n" + """{"id": "a-3", "q": "!", "lang": "en", "alerts": []}""");

        var questions = EvaluationQuestion.ReadFile(path);

        Assert.Equal(["a-1", "a-2", "a-3"], questions.Select(question => question.Id));
        Assert.Equal(("取款机", "zh", "terse"), (questions[0].Text, questions[0].Lang, questions[0].Style));
        Assert.Equal(["x"], questions[0].Expect);
        Assert.Null(questions[0].Alerts);
        Assert.Equal("far", questions[1].Difficulty);
        Assert.Empty(questions[1].Expect);
        Assert.Equal([], questions[2].Alerts);
    }

    [Theory]
    [InlineData("{")]
    [InlineData("null")]
    [InlineData("[]")]
    [InlineData("not json")]
    [InlineData("""{"id": "a-2", "lang": "zh"}""")]
    [InlineData("""{"id": "a-2", "q": "x", "lang": "zh", "expects": []}""")]
    [InlineData("""{"id": 2, "q": "x", "lang": "zh"}""")]
    public void ReadFile_BadLine_NamesFileAndLine(string line)
    {
        using var folder = new TemporaryFolder();
        var path = folder.Write("q.jsonl", Good + "\n\n" + line + "\n");

        var error = Assert.Throws<FormatException>(() => EvaluationQuestion.ReadFile(path));

        Assert.Contains("q.jsonl(3): ", error.Message, StringComparison.Ordinal);
    }
}
