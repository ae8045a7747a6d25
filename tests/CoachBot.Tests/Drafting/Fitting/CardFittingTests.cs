using CoachBot.Core.Drafting;
using CoachBot.Core.Drafting.Fitting;
using CoachBot.Core.Knowledge;
using CoachBot.TestSupport;
using Xunit;

namespace CoachBot.Tests.Drafting.Fitting;

public sealed class CardFittingTests
{
    private static readonly CounterCard Card = Some.Card() with
    {
        Say = [new CardLine("Please come inside and sit down with me.", false), new CardLine("The withdrawal is on video, let us watch it.", true)],
        Do = [new CardLine("Lead the customer out of the hall, calm him.", false), new CardLine("Ask for the whole story.", false)],
    };

    [Fact]
    public void Apply_SentenceMovedToTheFront_IsSaidFirstAndNoneIsLost()
    {
        var fitted = CardFitting.Apply(Card, new Rewrite([Line("The withdrawal is on video, let us watch it.", "say.2")], []), ForbiddenPhrases.None);

        Assert.Equal([Card.Say[1], Card.Say[0]], fitted.Say);
    }

    [Fact]
    public void Apply_StepShortened_StandsInItsPlaceWithItsMark()
    {
        var fitted = CardFitting.Apply(Card, new Rewrite([], [Line("Lead the customer out of the hall.", "do.1")]), ForbiddenPhrases.None);

        Assert.Equal(["Lead the customer out of the hall.", "Ask for the whole story."], fitted.Do.Select(line => line.Text));
    }

    [Fact]
    public void Apply_ForbiddenPhrase_LeavesTheSentenceAsItIs()
    {
        var fitted = CardFitting.Apply(Card, new Rewrite([Line("Come inside and sit down.", "say.1")], []), new ForbiddenPhrases([], ["sit down"]));

        Assert.Equal(Card.Say, fitted.Say);
    }

    [Theory]
    [InlineData("say.9")]
    [InlineData("do.1")]
    [InlineData("say")]
    [InlineData("say.-1")]
    [InlineData("")]
    public void Apply_LineThatIsNotThere_IsIgnored(string from) =>
        Assert.Same(Card, CardFitting.Apply(Card, new Rewrite([Line("Please come inside.", from)], []), ForbiddenPhrases.None));

    [Fact]
    public void Apply_SameLineTwice_CountsOnce()
    {
        var line = Line("Please come inside and sit down with me.", "say.1");

        Assert.Equal(Card.Say, CardFitting.Apply(Card, new Rewrite([line, line], []), ForbiddenPhrases.None).Say);
    }

    private static RewrittenLine Line(string text, string from) => new(text, [from]);
}
