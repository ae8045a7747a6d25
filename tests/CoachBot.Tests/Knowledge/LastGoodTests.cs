using CoachBot.Core.Knowledge;
using CoachBot.TestSupport;
using Xunit;

namespace CoachBot.Tests.Knowledge;

public sealed class LastGoodTests
{
    private static readonly KnowledgePack Before = Some.Pack();

    [Fact]
    public void OrBefore_NothingBroken_IsTheNewPack()
    {
        var now = Before with { Cases = [] };

        Assert.Same(now, new KnowledgeReading(now, [Problem("cases/card-swallowed.yaml", ProblemSeverity.Warning)]).OrBefore(Before));
    }

    [Fact]
    public void OrBefore_BrokenCase_KeepsItsLastVersionAndTheNewOnesOfOthers()
    {
        var changed = Some.Case("queue-jumper") with { Tags = ["new"] };
        var now = Before with { Cases = [changed] };

        var pack = new KnowledgeReading(now, [Problem("cases/card-swallowed.yaml")]).OrBefore(Before);

        Assert.Equal(["queue-jumper", "card-swallowed"], pack.Cases.Select(@case => @case.Id));
        Assert.Same(changed, pack.Cases[0]);
    }

    [Fact]
    public void OrBefore_DeletedCase_StaysDeleted()
    {
        var pack = new KnowledgeReading(Before with { Cases = [] }, [Problem("redirects/it-trouble.yaml")]).OrBefore(Before);

        Assert.Empty(pack.Cases);
    }

    [Fact]
    public void OrBefore_BrokenRedirectAndAlternates_KeepTheirs()
    {
        var now = Before with { Redirects = [], Alternates = [] };

        var pack = new KnowledgeReading(now, [Problem("redirects/it-trouble.yaml"), Problem("alternates/queue-jumper.yaml")]).OrBefore(Before);

        Assert.Equal(["it-trouble"], pack.Redirects.Select(redirect => redirect.Id));
        Assert.Equal(["queue-jumper", "it-trouble"], pack.Alternates.Select(alternates => alternates.Id));
    }

    [Fact]
    public void OrBefore_BrokenCase_KeepsItsAlternates()
    {
        var now = Before with { Cases = [], Alternates = [] };

        var pack = new KnowledgeReading(now, [Problem("cases/queue-jumper.yaml")]).OrBefore(Before);

        Assert.Equal(["queue-jumper"], pack.Alternates.Select(alternates => alternates.Id));
    }

    [Fact]
    public void OrBefore_BrokenSharedFiles_KeepTheirs()
    {
        var now = KnowledgePack.Empty with { Fingerprint = "now" };
        string[] files = ["lexicon/glossary.yaml", "lexicon/signals.yaml", "lexicon/outside.yaml", "lexicon/follow-ups.yaml", "people.yaml", "sources.yaml"];

        var pack = new KnowledgeReading(now, files.Select(file => Problem(file)).ToList()).OrBefore(Before);

        Assert.Same(Before.Glossary, pack.Glossary);
        Assert.Same(Before.Signals, pack.Signals);
        Assert.Same(Before.Outside, pack.Outside);
        Assert.Same(Before.FollowUps, pack.FollowUps);
        Assert.Same(Before.People, pack.People);
        Assert.Same(Before.Documents, pack.Documents);
        Assert.Empty(pack.Cases);
        Assert.Equal("now", pack.Fingerprint);
    }

    [Fact]
    public void OrBefore_BrokenFileThatNeverWasGood_AddsNothing() =>
        Assert.Empty(new KnowledgeReading(Before with { Cases = [] }, [Problem("cases/brand-new.yaml")]).OrBefore(Before).Cases);

    private static KnowledgeProblem Problem(string file, ProblemSeverity severity = ProblemSeverity.Error) => new(file, 1, 1, "broken", severity);
}
