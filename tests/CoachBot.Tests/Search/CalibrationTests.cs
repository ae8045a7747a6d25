using CoachBot.Core.Knowledge;
using CoachBot.Infrastructure.Search;
using CoachBot.Infrastructure.Search.Calibration;
using CoachBot.Infrastructure.Search.Evidence;
using CoachBot.TestSupport;
using Xunit;

namespace CoachBot.Tests.Search;

public sealed class CalibrationTests
{
    [Fact]
    public void Of_EachWritersQuestion_IsAskedOfAnIndexThatNeverSawIt()
    {
        // Every question is one word that stands nowhere else: known only if the index had learnt the question itself.
        var pack = Some.Pack() with
        {
            Alternates = Some.Pack().Cases.Take(4).Select((@case, row) => new Alternates(
                @case.Id,
                [new("a", [], [$"qqa{row}x"]), new("b", [], [$"qqb{row}y"]), new("c", [], [$"qqc{row}z"])])).ToList(),
            Outside = [new("qqo1"), new("qqo2"), new("qqo3")],
        };

        var questions = HeldOutQuestions.Of(pack, null, CancellationToken.None);

        Assert.Equal(12, questions.Count(question => question.Right is not null));
        Assert.Equal(3, questions.Count(question => question.Right is null));
        Assert.All(questions, question => Assert.Equal(0, question.Signals.Covered));
        Assert.All(questions, question => Assert.All(question.Signals.Candidates, candidate => Assert.Null(candidate.NearestAlternate)));
    }

    [Fact]
    public void Of_EveryQuestionOfEveryHand_IsAskedOnce()
    {
        var pack = Some.Pack();

        var questions = HeldOutQuestions.Of(pack, null, CancellationToken.None);

        var written = pack.Alternates.SelectMany(alternates => alternates.Hands).Sum(hand => hand.Zh.Count + hand.En.Count);
        Assert.Equal(written, questions.Count(question => question.Right is not null));
        Assert.Equal(pack.Outside.Count, questions.Count(question => question.Right is null));
    }

    [Fact]
    public void Of_OneHandOnly_HasNothingToHoldOut()
    {
        var pack = Some.Pack() with { Alternates = [new Alternates("card-swallowed", [new("a", ["吞卡"], ["card swallowed"])])] };
        using var folder = new TemporaryFolder();

        Assert.Empty(HeldOutQuestions.Of(pack, null, CancellationToken.None));
        Assert.False(KnowledgeCalibration.Write(pack, folder.Path, null, CancellationToken.None));
        Assert.Empty(Directory.GetFiles(folder.Path));
    }

    [Fact]
    public void Write_TwoHands_WritesACalibrationThatIsReadBack()
    {
        using var folder = new TemporaryFolder();

        Assert.True(KnowledgeCalibration.Write(Some.Pack(), folder.Path, null, CancellationToken.None));

        var read = CalibrationFile.Read(folder.Path);
        Assert.NotSame(CalibrationFile.Default, read);
        Assert.Equal(Fusion.RankingWeights, read.WithoutVoter?.En.Ranking.Length);
        Assert.All(read.Zh.Ranking.Concat(read.Zh.Confidence).Concat(read.En.Ranking).Concat(read.En.Confidence), weight => Assert.True(float.IsFinite(weight)));
    }

    [Fact]
    public void Read_WithoutVoterCutOff_IsTheRest()
    {
        using var folder = new TemporaryFolder();
        (CalibrationFile.Default with { WithoutVoter = new VoterlessFusions(new Fusion([1], []), new Fusion([], [])) }).Write(folder.Path);

        var read = CalibrationFile.Read(folder.Path);
        Assert.NotSame(CalibrationFile.Default, read);
        Assert.Null(read.WithoutVoter);
    }

    [Theory]
    [InlineData("")]
    [InlineData("null")]
    [InlineData("{}")]
    [InlineData("[1, 2]")]
    [InlineData("garbage")]
    [InlineData("""{"zh": null, "en": null}""")]
    [InlineData("""{"zh": {"ranking": [1, 2], "confidence": [1]}, "en": {"ranking": [1, 2, 3, 4], "confidence": []}}""")]
    [InlineData("""{"zh": {"ranking": null, "confidence": null}, "en": {}}""")]
    public void Read_Garbage_IsTheDefault(string text)
    {
        using var folder = new TemporaryFolder();
        folder.Write(CalibrationFile.Name, text);

        Assert.Same(CalibrationFile.Default, CalibrationFile.Read(folder.Path));
    }

    [Fact]
    public void Read_NoFile_IsTheDefault()
    {
        using var folder = new TemporaryFolder();

        Assert.Same(CalibrationFile.Default, CalibrationFile.Read(folder.Path));
        Assert.Same(CalibrationFile.Default, CalibrationFile.Read(Path.Combine(folder.Path, "nowhere")));
    }

    [Fact]
    public void Read_TheRepositorysCalibration_IsUsable() =>
        Assert.NotSame(CalibrationFile.Default, CalibrationFile.Read(RepositoryRoot.Knowledge));

    [Fact]
    public void Rank_EqualCandidates_ComeInTheOrderOfTheirIds()
    {
        List<CandidateSignals> candidates = [Alike("b"), Alike("c"), Alike("a"), new("z", 0.9f, 0.9f, 0.9f, 0)];

        var ranked = RankedCandidate.Rank(new QuestionSignals(candidates, -1, 1, 1), CalibrationFile.Default.Zh);

        Assert.Equal(["z", "a", "b", "c"], ranked.Select(candidate => candidate.Signals.Id));
        Assert.Equal(1, ranked.Sum(candidate => candidate.Share), precision: 4);

        static CandidateSignals Alike(string id) => new(id, 0.1f, 0.1f, 0.1f, -1);
    }
}
