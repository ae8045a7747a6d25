using CoachBot.Core.Drafting;
using CoachBot.Core.Knowledge;
using CoachBot.Core.Language;
using CoachBot.TestSupport;
using Xunit;

namespace CoachBot.Tests.Drafting;

public sealed class TemplateDrafterTests
{
    private static readonly KnowledgePack Pack = Some.Pack();
    private static readonly Case FakeNotes = Pack.Cases[0];

    [Fact]
    public void Draft_HouseMarks_StandBesideTheLinesTheyName()
    {
        var card = Draft(FakeNotes);

        Assert.Equal([true, true], card.Say.Select(line => line.House));
        Assert.Equal([false, false, true], card.Do.Select(line => line.House));
        Assert.Equal([false, false], card.Avoid.Select(item => item.House));
        Assert.Equal([true, false], card.Escalate.Select(item => item.House));
        Assert.True(card.HasHouseLines);
    }

    [Fact]
    public void Draft_NoHouse_HasNoMarks() => Assert.False(Draft(FakeNotes with { House = [] }).HasHouseLines);

    [Fact]
    public void Draft_HouseNamesItemOne_LeavesItemTenAlone()
    {
        var many = FakeNotes with
        {
            En = FakeNotes.En with { Do = Enumerable.Range(1, 11).Select(step => $"step {step}").ToList() },
            House = ["do.1"],
        };

        Assert.Equal(["step 1"], Draft(many).Do.Where(line => line.House).Select(line => line.Text));
    }

    [Fact]
    public void Draft_People_AreNamedWithTheirContact()
    {
        Assert.Equal(["press office", "branch manager (8001)"], Draft(FakeNotes).Escalate.Select(item => item.To));
        Assert.Equal(["新闻宣传部门", "网点负责人（8001）"], Draft(FakeNotes, AnswerLanguage.Zh).Escalate.Select(item => item.To));
        Assert.Equal(["新聞宣傳部門", "分行負責人（8001）"], Draft(FakeNotes, AnswerLanguage.ZhHant).Escalate.Select(item => item.To));
    }

    [Fact]
    public void Draft_UnknownRole_IsShownByItsCode()
    {
        var card = new TemplateDrafter().Draft(FakeNotes, Pack with { People = new Dictionary<string, Person>() }, AnswerLanguage.En);

        Assert.Equal(["press-office", "branch-manager"], card.Escalate.Select(item => item.To));
    }

    [Fact]
    public void Draft_Traditional_IsWrittenFromTheSimplifiedFace()
    {
        var card = Draft(FakeNotes, AnswerLanguage.ZhHant);

        Assert.Equal("客戶稱櫃員機付了假鈔", card.Title);
        Assert.Equal("把客戶引離大廳。", card.Do[0].Text);
        Assert.Equal("「不可能是我們機器出的。」", card.Avoid[0].Dont);
        Assert.Equal(["櫃檯手冊·3.2"], card.Sources.Select(source => source.Replace('台', '檯').Replace('臺', '檯')));
        Assert.Equal("尚未核實", card.Verification);
    }

    [Fact]
    public void Draft_EveryField_ComesFromTheFace()
    {
        var card = Draft(FakeNotes);
        var face = FakeNotes.En;

        Assert.Equal((face.Title, face.Situation, face.Why), (card.Title, card.Situation, card.Why));
        Assert.Equal(face.Say, card.Say.Select(line => line.Text));
        Assert.Equal(face.Do, card.Do.Select(line => line.Text));
        Assert.Equal(face.Avoid, card.Avoid.Select(item => new Avoidance(item.Dont, item.Instead, item.Why)));
        Assert.Equal(["Counter handbook: 3.2"], card.Sources);
        Assert.True(card.Example);
        Assert.Null(card.Note);
    }

    [Theory]
    [InlineData("bank", null)]
    [InlineData("insurance", null)]
    [InlineData("generic", null)]
    [InlineData("auto-service", "car service")]
    public void Draft_OtherTrade_IsNamed(string domain, string? trade) => Assert.Equal(trade, Draft(FakeNotes with { Domain = domain }).OtherTrade);

    [Fact]
    public void Draft_EveryTrade_HasAName() => Assert.All(Vocabulary.Domains, domain => Draft(FakeNotes with { Domain = domain }));

    [Fact]
    public void Draft_Verified_SaysByWhomAndWhen()
    {
        var verified = FakeNotes with { Review = new Review("training", new DateOnly(2026, 3, 1), null) };

        Assert.Equal("Verified by training on 2026-03-01", Draft(verified).Verification);
        Assert.Equal("Not yet verified", Draft(FakeNotes).Verification);
    }

    [Fact]
    public void Draft_UnlistedDocument_IsCitedByItsName()
    {
        var card = Draft(FakeNotes with { Sources = [new SourceReference("notes.docx", "2")] });

        Assert.Equal(["notes.docx: 2"], card.Sources);
    }

    private static CounterCard Draft(Case @case, AnswerLanguage language = AnswerLanguage.En) => new TemplateDrafter().Draft(@case, Pack, language);
}
