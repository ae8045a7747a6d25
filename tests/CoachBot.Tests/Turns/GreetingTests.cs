using CoachBot.Core.Coaching;
using CoachBot.Core.Drafting;
using CoachBot.Core.Language;
using CoachBot.Core.Turns.Handling;
using CoachBot.Tests.Search;
using Xunit;

namespace CoachBot.Tests.Turns;

public sealed class GreetingTests(RepositoryPack pack)
{
    [Theory]
    [InlineData(AnswerLanguage.En)]
    [InlineData(AnswerLanguage.Zh)]
    [InlineData(AnswerLanguage.ZhHant)]
    public void Welcome_RepositoryPack_ShowsThreeQuestionsThatItAnswers(AnswerLanguage language)
    {
        var coach = new Coach(pack.Index, new TemplateDrafter(), new DecisionBounds());

        var welcome = new Greeting(coach).Welcome(language);

        Assert.Equal(3, welcome.Examples.Distinct().Count());
        Assert.All(welcome.Examples, example => Assert.Equal(Outcome.Answered, coach.Answer(example).Outcome));
        Assert.All(welcome.Examples, example => Assert.Equal(language == AnswerLanguage.En, LanguageDetector.Detect(example) == AnswerLanguage.En));
    }
}
