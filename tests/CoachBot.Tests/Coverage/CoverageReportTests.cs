using CoachBot.Core.Coverage;
using CoachBot.Core.Knowledge;
using CoachBot.Infrastructure.Knowledge;
using CoachBot.TestSupport;
using Xunit;

namespace CoachBot.Tests.Coverage;

public sealed class CoverageReportTests
{
    [Fact]
    public void Of_CoveredDraftedTitledAndForgottenUnits_SaysWhyEachIsLeftOut()
    {
        var pack = KnowledgePack.Empty with
        {
            Cases = [Some.Case("one") with { Covers = ["covered"] }, Some.Case("two") with { Covers = ["drafted"], Published = false }],
        };

        var report = CoverageReport.Of(pack, [Unit("covered"), Unit("drafted"), Unit("titled", "title-only"), Unit("forgotten", "partial")]);

        Assert.Equal(
            [null, UncoveredReason.OnlyDraft, UncoveredReason.TitleOnly, UncoveredReason.NoCase],
            report.Units.Select(unit => unit.Reason));
        Assert.Equal(["one"], report.Units[0].Cases);
        Assert.True(report.HasProblems);
        Assert.Equal(new CoverageTotal("full", 2, 1, 0), report.Totals(unit => unit.Completeness)[0]);
    }

    [Fact]
    public void Of_UnitThatTheCatalogueLacks_IsUnknown()
    {
        var report = CoverageReport.Of(KnowledgePack.Empty with { Cases = [Some.Case("one") with { Covers = ["there", "elsewhere"] }] }, [Unit("there")]);

        Assert.Equal([new UnknownUnit("one", "elsewhere")], report.Unknown);
        Assert.True(report.HasProblems);
    }

    [Fact]
    public void Read_CatalogueFile_GivesItsUnits()
    {
        using var folder = new TemporaryFolder();
        folder.Write("000.yaml", "- id: one\n  kind: rule\n  title_zh: 一\n  title_en: One\n  roles: [any]\n  completeness: partial\n  missing: the end\n");

        var unit = Assert.Single(CatalogueFolder.Read(folder.Path));
        Assert.Equal(("000", "one", "rule", "一", "One", "partial", "the end"), (unit.File, unit.Id, unit.Kind, unit.TitleZh, unit.TitleEn, unit.Completeness, unit.Missing));
        Assert.Empty(unit.Locators);
    }

    [Theory]
    [InlineData("id: one")]
    [InlineData("- just a text")]
    [InlineData("- id: one")]
    [InlineData("- [")]
    public void Read_NoCatalogue_NamesTheFile(string text)
    {
        using var folder = new TemporaryFolder();
        folder.Write("000.yaml", text);

        Assert.Contains("000.yaml", Assert.Throws<FormatException>(() => CatalogueFolder.Read(folder.Path)).Message);
    }

    private static CatalogueUnit Unit(string id, string completeness = "full") => new("000", id, "case", "题", "Title", completeness, null);
}
