using CoachBot.Core.Coaching;
using CoachBot.Core.Drafting;
using CoachBot.Core.Knowledge;
using CoachBot.Core.Search;
using CoachBot.Infrastructure.Search;
using CoachBot.Infrastructure.Search.Calibration;
using CoachBot.Infrastructure.Search.Indexing;
using CoachBot.TestSupport;
using CsCheck;
using Xunit;

namespace CoachBot.Tests.Search;

/// <summary>Finding in the small pack, with the real indexes in memory.</summary>
[Collection(TimedTests.Name)]
public sealed class LuceneCaseIndexTests
{
    private static readonly SearchSnapshot Snapshot = SearchSnapshot.Build(Some.Pack());
    private readonly LuceneCaseIndex _index = new(Snapshot, CalibrationFile.Default);

    [Theory]
    [InlineData("客户说取款机吐了假钞", "atm-fake-notes")]
    [InlineData("customer says ATM gave fake notes", "atm-fake-notes")]
    [InlineData("客戶說提款機吐了假鈔", "atm-fake-notes")]
    [InlineData("ＡＴＭ　ｇａｖｅ　ｆａｋｅ　ｎｏｔｅｓ", "atm-fake-notes")]
    [InlineData("CUSTOMER SAYS ATM GAVE FAKE NOTES!!!", "atm-fake-notes")]
    [InlineData("countrefeit mony from the cashpiont", "atm-fake-notes")]
    [InlineData("机器出甲币客户要赔偿", "atm-fake-notes")]
    [InlineData("取款基吞咔客户很急", "card-swallowed")]
    [InlineData("the machine is keeping her cards", "card-swallowed")]
    [InlineData("有人加塞", "queue-jumper")]
    [InlineData("he cut in line", "queue-jumper")]
    [InlineData("recording us with his phone", "filmed-in-lobby")]
    [InlineData("顾客拿手机录我", "filmed-in-lobby")]
    public void Find_SpellingOfTheSameThing_FindsTheCase(string question, string id) => Assert.Equal(id, First(_index, question));

    [Fact]
    public void Find_WordOfTheOtherLanguage_FindsThroughTheGlossary()
    {
        var strongroom = Some.Case("strongroom", Some.Face("金库的门关不上", "下班时金库的门关不上。", "金库门坏了"), Some.Face("The door will not shut", "At closing time the door does not shut.", "door does not shut"));
        var pack = Some.Pack() with { Cases = [.. Some.Pack().Cases.Take(4), strongroom], Alternates = Some.Pack().Alternates.Take(4).ToList(), Glossary = [new Concept(["金库"], ["vault", "strongroom"])] };

        Assert.Equal("strongroom", First(Index(pack), "vault"));
        Assert.NotEqual("strongroom", First(Index(pack with { Glossary = [] }), "vault"));
    }

    [Theory]
    [InlineData("金库漏水怎么办")]
    [InlineData("the vault is flooded")]
    public void Find_QuestionOfADraft_NeverReturnsIt(string question)
    {
        Assert.DoesNotContain(_index.Find(new CaseQuery(question, 20)).Cases, hit => hit.Id == "flooded-vault");
    }

    [Fact]
    public void Find_CaseThatLeftThePack_IsGoneEvenAroundTheEarlierVoter()
    {
        var pack = Some.Pack();
        var index = new LuceneCaseIndex(
            SearchSnapshot.BuildAround(
                pack with { Cases = pack.Cases.Skip(1).ToList(), Alternates = pack.Alternates.Skip(1).ToList() }, Snapshot),
            CalibrationFile.Default);

        Assert.DoesNotContain(index.Find(new CaseQuery("customer says atm gave fake notes", 20)).Cases, hit => hit.Id == "atm-fake-notes");
    }

    [Theory]
    [InlineData("密码被锁登录不上系统", "it-trouble")]
    [InlineData("how many days of annual leave are left", "leave-and-shifts")]
    public void Find_Redirect_IsNeverAmongTheCases(string question, string id)
    {
        var findings = _index.Find(new CaseQuery(question, 20));

        Assert.Equal(id, findings.Redirect?.Id);
        Assert.DoesNotContain(findings.Cases, hit => hit.Id is "it-trouble" or "leave-and-shifts");
    }

    [Fact]
    public void Find_EqualCases_ComeInTheOrderOfTheirIds()
    {
        List<Case> twins = [Some.Case("twin-c"), Some.Case("twin-a"), Some.Case("twin-b")];
        var pack = Some.Pack() with { Cases = twins, Alternates = [], Redirects = [] };

        // Without a voter, which learns from one twin before the other.
        var index = new LuceneCaseIndex(SearchSnapshot.BuildAround(pack, SearchSnapshot.Build(KnowledgePack.Empty)), CalibrationFile.Default);

        var hits = index.Find(new CaseQuery("取款机吞卡")).Cases;

        Assert.Equal(["twin-a", "twin-b", "twin-c"], hits.Select(hit => hit.Id));
        Assert.Single(hits.Select(hit => hit.Score).Distinct());
    }

    [Theory]
    [InlineData("取款机")]
    [InlineData("customer machine card queue")]
    [InlineData("what is the weather")]
    public void Find_Scores_AreProbabilitiesThatNeverRise(string question)
    {
        var scores = _index.Find(new CaseQuery(question, 20)).Cases.Select(hit => hit.Score).ToList();

        Assert.NotEmpty(scores);
        Assert.All(scores, score => Assert.InRange(score, 0, 1));
        Assert.Equal(scores.OrderDescending(), scores);
    }

    [Fact]
    public void Find_Take_BoundsTheCases() => Assert.Single(_index.Find(new CaseQuery("customer", 1)).Cases);

    [Fact]
    public void Find_SameQuestionTwice_FindsTheSame() => Assert.Equal(
        _index.Find(new CaseQuery("machine kept the card")).Cases,
        Index(Some.Pack()).Find(new CaseQuery("machine kept the card")).Cases);

    [Fact]
    public void Find_Explain_SaysWhichTermsAndWhichAlternateSpoke()
    {
        var hit = _index.Find(new CaseQuery("客户说取款机吐了假钞", Explain: true)).Cases[0];

        Assert.Equal("客户说取款机吐了假钞", hit.Why?.NearestAlternate);
        Assert.Contains("假钞", hit.Why!.Terms);
        Assert.InRange(hit.Why.Text, 0.01, 1);
        Assert.InRange(hit.Why.Alternate, 0.01, 1);
        Assert.InRange(hit.Why.Vote, 0.2, 1);
    }

    [Fact]
    public void Find_NotAskedToExplain_SaysNothing() =>
        Assert.All(_index.Find(new CaseQuery("客户说取款机吐了假钞")).Cases, hit => Assert.Null(hit.Why));

    [Theory]
    [InlineData("")]
    [InlineData("   ")]
    [InlineData("？！。")]
    [InlineData("🙂🙂")]
    [InlineData("\ud83d")]
    public void Find_NothingToRead_FindsNothing(string question)
    {
        var findings = _index.Find(new CaseQuery(question));

        Assert.Empty(findings.Cases);
        Assert.Null(findings.Redirect);
    }

    [Fact]
    public void Find_QuestionFollowedByAMegabyte_ReadsTheBeginning() =>
        Assert.Equal("atm-fake-notes", First(_index, "customer says ATM gave fake notes. " + string.Join(' ', Enumerable.Range(0, 150_000).Select(at => $"word{at}"))));

    [Fact]
    public void Find_EmptyPack_FindsNothing() => Assert.Empty(Index(KnowledgePack.Empty).Find(new CaseQuery("anything")).Cases);

    [Fact]
    public void SenseSignals_PackWithoutExamples_IsNull() => Assert.Null(_index.SenseSignals("a reporter"));

    [Fact]
    public void SenseSignals_PackWithExamples_GivesEachSignalAProbability()
    {
        var pack = Some.Pack() with
        {
            SignalExamples =
            [
                new SignalExamples(["media"], ["a lady from the evening paper asks questions", "晚报的人来采访", "he works for a newspaper", "报纸的人在门口"]),
                new SignalExamples(["filming"], ["he holds up his phone at the counter", "举着手机对着柜台", "phone held up at us", "手机一直举着"]),
                new SignalExamples([], ["the newspaper is on the table", "he is on the phone with his wife"]),
            ],
        };

        var sensed = Index(pack).SenseSignals("a man from the evening paper");

        Assert.Equal(["filming", "media"], sensed!.Keys.Order(StringComparer.Ordinal));
        Assert.True(sensed["media"] > sensed["filming"]);
        Assert.All(sensed.Values, probability => Assert.InRange(probability, 0, 1));
    }

    [Fact]
    public async Task Find_WhileThePackIsReplaced_SeesOneStateOrTheOther()
    {
        var pack = Some.Pack();
        var other = SearchSnapshot.Build(pack with { Cases = pack.Cases.Skip(1).ToList(), Alternates = pack.Alternates.Skip(1).ToList() });
        var coach = new Coach(_index, new TemplateDrafter(), new DecisionBounds { Answer = 0.01 });
        using var done = new CancellationTokenSource();
        var replacing = Task.Run(
            () =>
            {
                for (var turn = 0; !done.IsCancellationRequested; turn++)
                {
                    _index.Replace(turn % 2 == 0 ? other : Snapshot, CalibrationFile.Default);
                }
            },
            TestContext.Current.CancellationToken);

        var answers = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Task.Run(
            () => Enumerable.Range(0, 50).Select(_ => coach.Answer("customer says atm gave fake notes")).ToList(), TestContext.Current.CancellationToken)));
        await done.CancelAsync();
        await replacing;

        Assert.All(answers.SelectMany(list => list), answer => Assert.Equal(answer.Outcome == Outcome.Answered ? answer.Matches[0].Id : null, answer.Card?.Id));
    }

    [Fact]
    public void Answer_AnyText_IsAnsweredWithinTwoSeconds()
    {
        var coach = new Coach(_index, new TemplateDrafter(), new DecisionBounds());
        var pieces = Gen.OneOf(Gen.String, Gen.Const("客户"), Gen.Const("\ud83d"), Gen.Const("fake notes "), Gen.Const("+&|!(){}[]^\"~*?:\\/"));

        pieces.Array[0, 12].Select(parts => string.Concat(parts)).Sample(
            text =>
            {
                var watch = System.Diagnostics.Stopwatch.StartNew();
                var answer = coach.Answer(text, explain: true);
                return answer.Question == text && watch.Elapsed < TimeSpan.FromSeconds(2);
            },
            iter: 500,
            threads: 1);
    }

    [Theory]
    [InlineData("a")]
    [InlineData("客")]
    [InlineData("\ud83d")]
    [InlineData("fake notes ")]
    [InlineData("取款机，")]
    [InlineData("\n")]
    public void Answer_OneMegabyte_IsAnsweredWithinTwoSeconds(string piece)
    {
        var coach = new Coach(_index, new TemplateDrafter(), new DecisionBounds());
        coach.Answer("warm up");
        var watch = System.Diagnostics.Stopwatch.StartNew();

        coach.Answer(string.Concat(Enumerable.Repeat(piece, 1_000_000 / piece.Length)));

        Assert.InRange(watch.Elapsed, TimeSpan.Zero, TimeSpan.FromSeconds(2));
    }

    private static LuceneCaseIndex Index(KnowledgePack pack) => new(SearchSnapshot.Build(pack), CalibrationFile.Default);

    private static string? First(LuceneCaseIndex index, string question) => index.Find(new CaseQuery(question)).Cases.Select(hit => hit.Id).FirstOrDefault();
}
