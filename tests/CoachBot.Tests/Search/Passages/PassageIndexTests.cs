using CoachBot.Core.Documents;
using CoachBot.Infrastructure.Search.Analysis;
using CoachBot.Infrastructure.Search.Passages;
using Xunit;

namespace CoachBot.Tests.Search.Passages;

public sealed class PassageIndexTests
{
    private static readonly Passage[] Documents =
    [
        Zh(1, "取款机吐假钞", "客户拿着一张假币,说是刚从我行柜员机取出来的。请客户出示凭条,调看监控,向客户说明柜员机的钞票都经过清分。"),
        Zh(2, "排队等候", "中午只开一个窗口,客户等了一个小时,大声抱怨。大堂经理应当安抚客户,增开窗口,告知等候时间。"),
        Zh(3, "仪容仪表", "员工上岗前应当整理仪容,着装整齐,佩戴工号牌,面带微笑。"),
        new("en-doc#1", "en-doc", 1, 1, "Locker keys", null, "Locker keys lie with security; sign for them.", "en"),
    ];

    [Theory]
    [InlineData("bloke swears our cash machine spat out a dodgy note", "zh-doc#1")]
    [InlineData("only one window at lunch and they are all moaning about the wait", "zh-doc#2")]
    [InlineData("do I need my uniform, name badge and a smile before the shift", "zh-doc#3")]
    [InlineData("where do locker keys lie", "en-doc#1")]
    [InlineData("柜员机取出假币", "zh-doc#1")]
    public void Find_EitherLanguageNoPack_RightPassageFirst(string question, string right)
    {
        var hits = Index().Find(question, 3);

        Assert.Equal(right, hits[0].Passage.Id);
        Assert.All(hits, hit => Assert.InRange(hit.Share, 0, 1));
        Assert.Equal(hits.OrderByDescending(hit => hit.Share).Select(hit => hit.Passage.Id), hits.Select(hit => hit.Passage.Id));
    }

    [Theory]
    [InlineData("")]
    [InlineData("?!")]
    [InlineData("xqzjv")]
    public void Find_NothingToGoBy_FindsNothing(string question) => Assert.Empty(Index().Find(question, 3));

    [Fact]
    public void Find_QuestionInTheDocumentsLanguage_TableChangesNothing()
    {
        const string question = "客户等了一个小时怎么安抚";

        var with = Index().Find(question, 3);
        var without = new PassageIndex(Documents, new TextAnalysis(new Glossary([])), MatterTable.Empty).Find(question, 3);

        Assert.Equal(without.Select(hit => (hit.Passage.Id, hit.Share)).First(), with.Select(hit => (hit.Passage.Id, hit.Share)).First());
    }

    private static PassageIndex Index() => new(Documents, new TextAnalysis(new Glossary([])));

    private static Passage Zh(int number, string heading, string text) => new($"zh-doc#{number}", "zh-doc", number, number, heading, null, text, "zh");
}
