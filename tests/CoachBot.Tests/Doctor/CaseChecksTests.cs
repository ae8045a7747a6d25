using CoachBot.Core.Doctor;
using CoachBot.Core.Doctor.Checks;
using CoachBot.Core.Knowledge;
using CoachBot.Infrastructure.Knowledge;
using CoachBot.TestSupport;
using Xunit;

namespace CoachBot.Tests.Doctor;

/// <summary>Each check sees what it is for and leaves good cases alone.</summary>
public sealed class CaseChecksTests
{
    private static readonly DateOnly Today = new(2026, 11, 22);

    [Fact]
    public void Faces_NoteInOneFaceOnly_IsAnError() =>
        Assert.Equal(["faces"], Errors(new FacesCheck(), Good() with { Zh = Good().Zh with { Note = "说明" } }));

    [Fact]
    public void Faces_OneItemMissing_NamesFieldAndCounts() =>
        Assert.Contains("do: 2 in zh, 1 in en", Single(new FacesCheck(), Good() with { En = Good().En with { Do = ["Ask."] } }).Text);

    [Fact]
    public void HandOver_HighRiskWithoutEscalate_IsAnErrorInEachFace() =>
        Assert.Equal(2, Examine(new HandOverCheck(), Good() with { Risk = CaseRisk.High, Zh = Good().Zh with { Escalate = [] }, En = Good().En with { Escalate = [] } }).Count);

    [Theory]
    [InlineData("您别急，我也不清楚，您再等等。", "Please bear with me.")]
    [InlineData("请稍等。", "Sorry, there's nothing I can do.")]
    [InlineData("请稍等。「快点」。", "It’s my turn, calm down please.")]
    public void Forbidden_ListedPhraseInSay_IsAnError(string zh, string en) =>
        Assert.Single(Errors(new ForbiddenPhraseCheck(), Saying(zh, en)));

    [Fact]
    public void Forbidden_OwnQuotedDont_IsFoundWordForWordOnly()
    {
        var dont = Good().Zh with { Avoid = [new("「到3号柜台办。」", "请", null)] };

        Assert.Empty(Examine(new ForbiddenPhraseCheck(), Good() with { Zh = dont with { Say = ["请您到3号柜台办。"] } }));
        Assert.Single(Examine(new ForbiddenPhraseCheck(), Good() with { Zh = dont with { Say = ["您好，到3号柜台办，快。"] } }));
    }

    [Theory]
    [InlineData("我们会尽快给您答复。", false)]
    [InlineData("我稍后给您回电。", false)]
    [InlineData("请您稍后，我在查。", true)]
    [InlineData("今天下午五点前给您回电。", true)]
    [InlineData("15分钟内给您回话。", true)]
    [InlineData("[X点]前，不管有没有结果我都给您回电。", true)]
    public void Promise_InChinese_NeedsATime(string sentence, bool good) =>
        Assert.Equal(good, Examine(new PromiseWithoutTimeCheck(), Saying(sentence, "Thank you.")).Count == 0);

    [Theory]
    [InlineData("I will call you back.", false)]
    [InlineData("We'll get back to you as soon as possible.", false)]
    [InlineData("I will call you back within 15 minutes.", true)]
    [InlineData("I will ring you by [time] today.", true)]
    [InlineData("Could you call me back?", true)]
    public void Promise_InEnglish_NeedsATime(string sentence, bool good) =>
        Assert.Equal(good, Examine(new PromiseWithoutTimeCheck(), Saying("谢谢您。", sentence)).Count == 0);

    [Theory]
    [InlineData("请客户坐下", "Seat the customer", 0)]
    [InlineData("礼貌、耐心、真诚", "The supervisor greets her", 1)]
    [InlineData("请客户坐下", "Politeness and patience", 1)]
    public void Step_WithoutVerb_IsAWarning(string zh, string en, int found) =>
        Assert.Equal(found, Examine(new StepWithoutVerbCheck(), Good() with { Zh = Good().Zh with { Do = [zh] }, En = Good().En with { Do = [en] } }).Count);

    [Fact]
    public void FirstScreen_TooLong_IsAnError() =>
        Assert.Equal(["first-screen"], Errors(new FirstScreenCheck(), Saying(new string('长', 601), "Short.")));

    [Fact]
    public void Tip_TooLong_IsAnError() =>
        Assert.Equal(["tip-length"], Errors(new TipLengthCheck(), Good() with { En = Good().En with { Tip = new string('x', 201) } }));

    [Fact]
    public void TwinTips_SameTip_IsAnErrorInBothFaces() =>
        Assert.Equal(["twin-tips", "twin-tips"], Errors(new TwinTipsCheck(), Good(), Good() with { Id = "its-twin" }));

    [Fact]
    public void TwinCases_SameText_NamesTheOther() =>
        Assert.Contains(Good().Id, Single(new TwinCasesCheck(), Good(), Good() with { Id = "its-twin" }).Text);

    [Fact]
    public void FewAlternates_NoneWritten_WarnsForEachFace() =>
        Assert.Equal(2, Examine(new FewAlternatesCheck(), Good()).Count);

    [Fact]
    public void AlternatesLikeTitle_MoreThanHalfLean_IsAWarning()
    {
        var @case = Good() with { Zh = Good().Zh with { Title = "客户被吞卡" } };
        var pack = Pack(@case) with { Alternates = [new(@case.Id, [new("a", ["机器吞卡了", "吞卡怎么办", "卡出不来"], [])])] };

        Assert.Single(new AlternatesLikeTitleCheck().Examine(new CheckUp(pack, Today)));
    }

    [Theory]
    [InlineData("2026-11-21", 1)]
    [InlineData("2026-11-22", 0)]
    [InlineData(null, 1)]
    public void Review_OverdueOrWithoutDay_IsAWarning(string? due, int found) =>
        Assert.Equal(found, Examine(new ReviewOverdueCheck(), Good() with { Review = new("training", null, due is null ? null : DateOnly.Parse(due, System.Globalization.CultureInfo.InvariantCulture)) }).Count);

    [Fact]
    public void OnPaper_TheRealPack_HasNoErrors()
    {
        var pack = new KnowledgeFolder(RepositoryRoot.Knowledge).Read().Pack;
        var symptoms = new CaseDoctor(CaseDoctor.OnPaper).Examine(new CheckUp(pack, Today), null, TestContext.Current.CancellationToken);

        Assert.DoesNotContain(symptoms, symptom => symptom.Severity == ProblemSeverity.Error);
        Assert.InRange(symptoms.Count(symptom => symptom.Check == "step-without-verb"), 0, pack.Cases.Count / 20);
    }

    private static Case Good() => Some.Case("good-case");

    private static Case Saying(string zh, string en) => Good() with { Zh = Good().Zh with { Say = [zh] }, En = Good().En with { Say = [en] } };

    private static KnowledgePack Pack(params Case[] cases) => KnowledgePack.Empty with
    {
        Cases = cases,
        Forbidden = new(["我也不清楚"], ["nothing I can do", "calm down"]),
    };

    private static List<Symptom> Examine(ICaseCheck check, params Case[] cases) => check.Examine(new CheckUp(Pack(cases), Today)).ToList();

    private static Symptom Single(ICaseCheck check, params Case[] cases) => Assert.Single(Examine(check, cases));

    private static List<string> Errors(ICaseCheck check, params Case[] cases) =>
        Examine(check, cases).FindAll(symptom => symptom.Severity == ProblemSeverity.Error).ConvertAll(symptom => symptom.Check);
}
