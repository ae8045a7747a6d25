using System.Globalization;
using CoachBot.Core.Tips;
using Xunit;

namespace CoachBot.Tests.Tips;

public sealed class TipClockTests
{
    [Theory]
    [InlineData("Asia/Shanghai", "2026-06-01", "09:00", "2026-06-01T01:00Z", "no daylight saving")]
    [InlineData("Asia/Kolkata", "2026-06-01", "09:00", "2026-06-01T03:30Z", "half an hour")]
    [InlineData("Asia/Kathmandu", "2026-06-01", "09:00", "2026-06-01T03:15Z", "three quarters")]
    [InlineData("Europe/London", "2026-03-27", "09:00", "2026-03-27T09:00Z", "winter")]
    [InlineData("Europe/London", "2026-03-30", "09:00", "2026-03-30T08:00Z", "summer")]
    [InlineData("Europe/London", "2026-03-29", "01:30", "2026-03-29T01:00Z", "skipped: 02:00 is the next minute that exists")]
    [InlineData("Europe/London", "2026-03-29", "01:00", "2026-03-29T01:00Z", "the first skipped minute")]
    [InlineData("Europe/London", "2026-03-29", "00:59", "2026-03-29T00:59Z", "the last minute before")]
    [InlineData("Europe/London", "2026-10-25", "01:30", "2026-10-25T00:30Z", "twice: the first")]
    [InlineData("Europe/London", "2026-10-25", "02:00", "2026-10-25T02:00Z", "the first minute after")]
    [InlineData("America/New_York", "2026-03-08", "02:30", "2026-03-08T07:00Z", "skipped")]
    [InlineData("America/New_York", "2026-11-01", "01:15", "2026-11-01T05:15Z", "twice: the first")]
    [InlineData("Australia/Lord_Howe", "2026-10-04", "02:15", "2026-10-03T15:30Z", "half an hour skipped")]
    [InlineData("Australia/Lord_Howe", "2026-04-05", "01:45", "2026-04-04T14:45Z", "half an hour twice: the first")]
    [InlineData("America/Santiago", "2026-09-06", "00:30", "2026-09-06T04:00Z", "midnight skipped")]
    public void MomentOf_ALocalTime_IsItsFirstExistingMoment(string zone, string date, string time, string moment, string why)
    {
        Assert.NotEmpty(why);
        Assert.Equal(Moment(moment), TipClock.MomentOf(Date(date), TimeOnly.Parse(time, CultureInfo.InvariantCulture), Zone(zone)));
    }

    [Fact]
    public void NextAfter_AcrossAWeekend_IsMonday()
    {
        var friday = Next(Schedule(), "2026-06-05T00:30Z");
        Assert.Equal(new TipOccurrence(Date("2026-06-05"), Moment("2026-06-05T01:00Z")), friday);
        Assert.Equal(Date("2026-06-08"), Next(Schedule(), "2026-06-05T01:00Z")?.Date);
    }

    [Fact]
    public void NextAfter_TheMinuteItself_IsTheNextDay() =>
        Assert.Equal(Date("2026-06-02"), Next(Schedule(), "2026-06-01T01:00Z")?.Date);

    [Fact]
    public void NextAfter_HolidaysAndMovedWorkingDays_FollowTheCalendar()
    {
        var schedule = Schedule() with { Calendars = ["cn"] };
        var calendar = Calendar("cn", off: ("2026-02-15", "2026-02-23"), working: ["2026-02-14", "2026-02-28"]);
        var days = Days(schedule, new HolidayCalendars([calendar]), "2026-02-12", 8);

        Assert.Equal(["02-13", "02-14", "02-24", "02-25", "02-26", "02-27", "02-28", "03-02"], days);
    }

    [Fact]
    public void IsWorkingDay_OffInOneOfTwoCalendars_IsOff()
    {
        var calendars = new HolidayCalendars(
            [Calendar("cn", ("2026-02-15", "2026-02-23"), ["2026-02-28"]), Calendar("hk", ("2026-02-28", "2026-02-28"), [])]);

        Assert.True((Schedule() with { Calendars = ["cn"] }).IsWorkingDay(Date("2026-02-28"), calendars));
        Assert.False((Schedule() with { Calendars = ["cn", "hk"] }).IsWorkingDay(Date("2026-02-28"), calendars));
        Assert.False((Schedule() with { Calendars = ["cn", "gone"] }).IsWorkingDay(Date("2026-02-16"), calendars));
    }

    [Fact]
    public void NextAfter_NoWorkingDayAtAll_IsNull() => Assert.Null(Next(Schedule() with { Days = WeekDays.None }, "2026-06-05T00:30Z"));

    [Fact]
    public void NextAfter_EveryDayOfAYearInMostKindsOfZones_ComesOnceAndInOrder()
    {
        foreach (var zone in TimeZoneInfo.GetSystemTimeZones().Where((zone, at) => at % 6 == 0 && TimeZones.Find(zone.Id, out _)))
        {
            var schedule = new TipSchedule(new TimeOnly(2, 30), zone.Id, WeekDays.All, []);
            var at = Moment("2026-01-01T12:00Z");
            var last = DateOnly.MinValue;
            for (var day = 0; day < 366; day++)
            {
                var next = TipClock.NextAfter(schedule, zone, HolidayCalendars.None, at)!;
                Assert.True(next.At > at, zone.Id);
                Assert.True(last == DateOnly.MinValue || next.Date == last.AddDays(1), $"{zone.Id} {last} {next.Date}");
                (at, last) = (next.At, next.Date);
            }
        }
    }

    [Theory]
    [InlineData("Asia/Shanghai", true)]
    [InlineData("UTC", true)]
    [InlineData("America/Argentina/Buenos_Aires", true)]
    [InlineData("Mars/Olympus", false)]
    [InlineData("../etc/passwd", false)]
    [InlineData("/etc/localtime", false)]
    [InlineData("", false)]
    [InlineData("上海", false)]
    public void Find_AZone_OnlyByItsName(string name, bool found) => Assert.Equal(found, TimeZones.Find(name, out _));

    private static TipOccurrence? Next(TipSchedule schedule, string moment) =>
        TipClock.NextAfter(schedule, Zone(schedule.TimeZone), HolidayCalendars.None, Moment(moment));

    private static List<string> Days(TipSchedule schedule, HolidayCalendars calendars, string after, int count)
    {
        var days = new List<string>();
        var day = Date(after);
        while (days.Count < count)
        {
            day = TipClock.NextAfter(schedule, Zone(schedule.TimeZone), calendars, day)!.Date;
            days.Add(day.ToString("MM-dd", CultureInfo.InvariantCulture));
        }

        return days;
    }

    private static HolidayCalendar Calendar(string id, (string From, string To) off, string[] working) =>
        new(id, id, id, [new CalendarYear(2026, true, "test", [new Holiday(Date(off.From), Date(off.To), "假", "off")], working.Select(Date).ToList())]);

    private static TipSchedule Schedule() => new(new TimeOnly(9, 0), "Asia/Shanghai", WeekDays.Usual, []);

    private static DateOnly Date(string text) => DateOnly.Parse(text, CultureInfo.InvariantCulture);

    private static DateTimeOffset Moment(string text) => DateTimeOffset.Parse(text, CultureInfo.InvariantCulture);

    private static TimeZoneInfo Zone(string name) => TimeZoneInfo.FindSystemTimeZoneById(name);
}
