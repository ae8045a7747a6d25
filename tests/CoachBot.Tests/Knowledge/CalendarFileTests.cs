using System.Globalization;
using CoachBot.Core.Knowledge;
using CoachBot.Core.Tips;
using CoachBot.Infrastructure.Knowledge;
using CoachBot.TestSupport;
using Xunit;

namespace CoachBot.Tests.Knowledge;

public sealed class CalendarFileTests
{
    private static readonly Lazy<HolidayCalendars> Ours = new(() =>
        new HolidayCalendars(new KnowledgeFolder(RepositoryRoot.In("knowledge")).Read().Pack.Calendars));

    [Theory]
    [InlineData("cn", "2026-02-16", DayKind.Off, "Spring Festival")]
    [InlineData("cn", "2026-02-14", DayKind.Working, "a Saturday moved for it")]
    [InlineData("cn", "2026-10-10", DayKind.Working, "a Saturday moved for National Day")]
    [InlineData("cn", "2026-10-08", DayKind.Usual, "back at work")]
    [InlineData("cn", "2027-02-05", DayKind.Off, "New Year's Eve of 2027")]
    [InlineData("hk", "2026-04-07", DayKind.Off, "Easter Monday met Ching Ming")]
    [InlineData("hk", "2027-02-09", DayKind.Off, "the fourth day, as the second is a Sunday")]
    [InlineData("sg", "2026-11-09", DayKind.Off, "Deepavali fell on a Sunday")]
    [InlineData("sg", "2026-10-01", DayKind.Usual, "no holiday there")]
    [InlineData("sg", "2031-01-01", DayKind.Usual, "a year it does not know")]
    public void OurCalendars_ADay_IsWhatWasAnnounced(string calendar, string day, DayKind kind, string why)
    {
        Assert.NotEmpty(why);
        Assert.Equal(kind, Ours.Value.Find(calendar)!.On(DateOnly.Parse(day, CultureInfo.InvariantCulture)));
    }

    [Fact]
    public void OurCalendars_EachYear_SaysWhetherItIsOfficial()
    {
        Assert.Equal(["cn", "hk", "sg"], Ours.Value.All.Select(calendar => calendar.Id));
        Assert.All(Ours.Value.All, calendar => Assert.Equal([(2026, calendar.Id == "cn"), (2027, false)], calendar.Years.Select(year => (year.Year, year.Official))));
        Assert.All(Ours.Value.All.SelectMany(calendar => calendar.Years), year => Assert.NotEmpty(year.Source));
    }

    [Theory]
    [InlineData("{from: 2026-05-01, to: 2026-04-30, zh: 假, en: off}", "[]", "\"to\" lies before \"from\"")]
    [InlineData("{from: 2026-12-31, to: 2027-01-01, zh: 假, en: off}", "[]", "2027-01-01 does not lie in 2026")]
    [InlineData("{from: 1.5.2026, to: 2026-05-01, zh: 假, en: off}", "[]", "must be a day written as")]
    [InlineData("{from: 2026-05-01, to: 2026-05-01, zh: 假, en: off, until: x}", "[]", "\"until\" is not known")]
    [InlineData("{from: 2026-05-01, to: 2026-05-01, zh: 假}", "[]", "\"en\" is missing")]
    [InlineData("{from: 2026-05-01, to: 2026-05-03, zh: 假, en: off}", "[2026-05-02]", "both off and a working day")]
    [InlineData("{from: 2026-05-01, to: 2026-05-03, zh: 假, en: off}", "[tomorrow]", "must be a day written as")]
    public void Read_SomethingWrong_SaysWhereAndLeavesTheFileOut(string off, string working, string message)
    {
        using var folder = new TemporaryFolder();
        Directory.CreateDirectory(Path.Combine(folder.Path, "calendars"));
        File.WriteAllText(
            Path.Combine(folder.Path, "calendars", "xx.yaml"),
            $"id: xx\nzh: 某地\nen: Somewhere\nyears:\n- year: 2026\n  official: true\n  source: test\n  off:\n  - {off}\n  working: {working}\n");

        var reading = new KnowledgeFolder(folder.Path).Read();

        Assert.Empty(reading.Pack.Calendars);
        var problem = Assert.Single(reading.Problems, problem => problem.Severity == ProblemSeverity.Error);
        Assert.Equal("calendars/xx.yaml", problem.File);
        Assert.True(problem.Line >= 9, problem.ToString());
        Assert.Contains(message, problem.Message, StringComparison.Ordinal);
    }
}
