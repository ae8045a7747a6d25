using CoachBot.Core.Knowledge;
using CoachBot.Core.Language;
using CoachBot.Core.Search.Keyword;
using CoachBot.Infrastructure.Search.Keyword;
using Xunit;

namespace CoachBot.Tests.Search.Keyword;

public sealed class LuceneKeywordSearchTests
{
    private static readonly KeywordPassage[] Passages =
    [
        new("handbook#2", "handbook", "Zebra desk", 3, "The zebra desk opens at nine. Ask for a quagga form and wait.", AnswerLanguage.En),
        new("handbook#10", "handbook", null, null, "斑马柜台上午九点开门，请先取号。", AnswerLanguage.Zh),
    ];

    private static readonly LuceneKeywordSearch Search = new(WithDraft(FirstPack.Pack), Passages);

    [Fact]
    public void Search_Nothing_ListsEverythingByTitle()
    {
        var hits = All("").ToList();

        Assert.Equal(FirstPack.Pack.Cases.Count + 3, hits.Count);
        Assert.Equal(hits.Select(hit => hit.Title).Order(StringComparer.OrdinalIgnoreCase).First(), hits[0].Title);
        Assert.All(hits, hit => Assert.Equal(0, hit.Score));
    }

    [Fact]
    public void Search_OnlyFilters_ListsByIdInEveryLanguage()
    {
        var hits = All("角色:柜员").ToList();

        Assert.Equal(hits.Select(hit => hit.Id).Order(StringComparer.Ordinal), hits.Select(hit => hit.Id));
        Assert.All(hits, hit => Assert.Equal(AnswerLanguage.Zh, hit.Language));
    }

    [Theory]
    [InlineData("")]
    [InlineData("role:teller")]
    [InlineData("投诉 OR 排队")]
    [InlineData("customer")]
    [InlineData("c*")]
    public void Search_Pages_HoldEachHitOnceInTheOrderOfScoreThenId(string text)
    {
        var whole = Find(text, 1, 50).Hits.Concat(Find(text, 2, 50).Hits).ToList();
        var paged = Enumerable.Range(1, Find(text, 1, 7).Pages).SelectMany(page => Find(text, page, 7).Hits).ToList();

        Assert.Equal(whole.Select(hit => hit.Id), paged.Select(hit => hit.Id));
        Assert.Equal(whole.Count, paged.Select(hit => hit.Id).Distinct().Count());
        Assert.Equal(Find(text, 1, 7).Total, paged.Count);
        if (text.Length > 0)
        {
            Assert.Equal(paged.OrderByDescending(hit => hit.Score).ThenBy(hit => hit.Id, StringComparer.Ordinal), paged);
        }
    }

    [Fact]
    public void Search_AnotherIndexOfTheSamePack_GivesTheSameOrder()
    {
        var turned = FirstPack.Pack with { Cases = FirstPack.Pack.Cases.Reverse().ToList() };
        var query = KeywordQueryParser.Parse("customer OR 客户", pageSize: 50);

        var hits = new LuceneKeywordSearch(FirstPack.Pack).Search(query).Hits;

        Assert.Equal(hits.Select(hit => (hit.Id, hit.Score)), new LuceneKeywordSearch(turned).Search(query).Hits.Select(hit => (hit.Id, hit.Score)));
    }

    [Fact]
    public void Search_BeyondTheLastPage_SaysHowManyThereAre()
    {
        var results = Find("存折", 99, 10);

        Assert.Empty(results.Hits);
        Assert.Equal((4, 1), (results.Total, results.Pages));
        Assert.Equal("没有第 99 页，最后一页是第 1 页。", Assert.Single(results.Hints).In(AnswerLanguage.Zh));
    }

    [Fact]
    public void Search_Draft_IsFoundAndMarked()
    {
        var hit = Assert.Single(All("status:draft"));

        Assert.False(hit.Published);
        Assert.DoesNotContain(All("status:published"), other => other.Id == hit.Id);
        Assert.Contains(All(hit.Id), other => other.Id == hit.Id);
    }

    [Theory]
    [InlineData("quagga", "handbook#2", AnswerLanguage.En)]
    [InlineData("斑马 取号", "handbook#10", AnswerLanguage.Zh)]
    [InlineData("斑馬", "handbook#10", AnswerLanguage.ZhHant)]
    [InlineData("lang:en kind:passage", "handbook#2", AnswerLanguage.En)]
    [InlineData("id:handbook#10", "handbook#10", AnswerLanguage.Zh)]
    [InlineData("source:handbook -quagga", "handbook#10", AnswerLanguage.Zh)]
    public void Search_Passage_IsFoundWithItsPlace(string text, string id, AnswerLanguage language)
    {
        var hit = Assert.Single(All(text));

        Assert.Equal((id, "passage", "handbook", language), (hit.Id, hit.Kind, hit.Document, hit.Language));
        Assert.Equal(id == "handbook#2" ? ("Zebra desk", "Zebra desk", 3) : ("handbook", null, (int?)null), (hit.Title, hit.Heading, hit.Page));
    }

    [Fact]
    public void Search_RoleFilter_FindsWhatConcernsEverybody()
    {
        var everybody = FirstPack.Pack.Cases.Where(@case => @case.Roles.Contains("any")).Select(@case => @case.Id).ToList();

        Assert.NotEmpty(everybody);
        Assert.Subset(All("role:loan-officer").Select(hit => hit.Id).ToHashSet(), everybody.ToHashSet());
    }

    [Theory]
    [InlineData("fake notes", AnswerLanguage.En)]
    [InlineData("假钞", AnswerLanguage.Zh)]
    [InlineData("假鈔", AnswerLanguage.ZhHant)]
    [InlineData("lang:en atm", AnswerLanguage.En)]
    [InlineData("lang:zh atm", AnswerLanguage.Zh)]
    public void Search_Hits_AreShownInTheLanguageAskedIn(string text, AnswerLanguage language) =>
        Assert.All(All(text), hit => Assert.Equal(language, hit.Language));

    [Fact]
    public void Search_WordOfTheOtherFace_ShowsTheFaceItStandsIn()
    {
        var query = KeywordQueryParser.Parse("假钞", language: AnswerLanguage.En);

        Assert.All(Search.Search(query).Hits, hit => Assert.Equal(AnswerLanguage.Zh, hit.Language));
    }

    [Theory]
    [InlineData("假钞", "假钞")]
    [InlineData("假鈔", "假鈔")]
    [InlineData("counterfeiting", "counterfeit")]
    [InlineData("\"fake notes\"", "fake notes|fake-note")]
    [InlineData("passb*", "passbook|passbooks")]
    [InlineData("queuing", "queue|queues|queueing|queuing|queued")]
    public void Search_Ranges_CoverExactlyWhatWasFound(string text, string forms)
    {
        var allowed = forms.Split('|');
        var hits = All(text).ToList();

        Assert.NotEmpty(hits);
        var found = hits.SelectMany(hit => hit.Fragments.SelectMany(fragment => fragment.Ranges.Select(range => fragment.Text.Substring(range.Start, range.Length)))
            .Concat(hit.TitleRanges.Select(range => hit.Title.Substring(range.Start, range.Length)))).ToList();
        Assert.NotEmpty(found);
        Assert.All(found, piece => Assert.Contains(piece, allowed, StringComparer.OrdinalIgnoreCase));
    }

    [Fact]
    public void Search_Fragments_ArePiecesOfTheFaceShown()
    {
        foreach (var hit in All("客户 排队").Concat(All("customer queue")))
        {
            var @case = FirstPack.Pack.Cases.Single(@case => @case.Id == hit.Id);
            var texts = new FaceTexts(FirstPack.Pack.People).Of(@case.In(hit.Language), hit.Language == AnswerLanguage.En).ToList();
            Assert.InRange(hit.Fragments.Count, 1, 3);
            foreach (var fragment in hit.Fragments.Where(fragment => fragment.Field != "tags"))
            {
                var text = texts.Single(text => text.Path == fragment.Field).Text;
                Assert.Equal(text.Substring(fragment.Start, fragment.Text.Length), fragment.Text);
                Assert.Equal(fragment.CutAfter, fragment.Start + fragment.Text.Length < text.Length);
                Assert.InRange(fragment.Text.Length, 1, 140);
            }
        }
    }

    [Fact]
    public void Search_OnlyTheTitleFits_ShowsTheSituation()
    {
        var hit = Assert.Single(All("id:account-closure-at-any-branch"));

        var fragment = Assert.Single(hit.Fragments);
        Assert.Equal("situation", fragment.Field);
        Assert.Empty(fragment.Ranges);
    }

    [Fact]
    public void Search_UnknownTag_OffersWhatThereIs()
    {
        var hint = Assert.Single(Find("tag:zeppelin", 1, 10).Hints);

        Assert.Equal(KeywordHintKind.ValueNowhere, hint.Kind);
        Assert.Contains("complaint", hint.In(AnswerLanguage.En), StringComparison.Ordinal);
    }

    [Fact]
    public void Search_EmptyPack_FindsNothing()
    {
        var results = new LuceneKeywordSearch(KnowledgePack.Empty).Search(KeywordQueryParser.Parse("假钞 OR cash tag:atm"));

        Assert.Equal((0, 1), (results.Total, results.Pages));
    }

    private static IEnumerable<KeywordHit> All(string text) =>
        Enumerable.Range(1, Find(text, 1, 50).Pages).SelectMany(page => Find(text, page, 50).Hits);

    private static KeywordResults Find(string text, int page, int size) => Search.Search(KeywordQueryParser.Parse(text, page, size));

    private static KnowledgePack WithDraft(KnowledgePack pack) => pack with
    {
        Cases = [.. pack.Cases, pack.Cases[0] with { Id = "zebra-draft", Published = false, Roles = ["corporate-banker"] }],
    };
}
