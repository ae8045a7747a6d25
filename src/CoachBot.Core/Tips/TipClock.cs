namespace CoachBot.Core.Tips;

/// <summary>When tips are due: pure rules, the clock is a parameter.</summary>
public static class TipClock
{
    // Longer than any run of days off; a schedule that finds no day within it never finds one.
    private const int DaysAhead = 400;
    private const int MinutesOfADay = 24 * 60;

    /// <summary>The first occurrence later than a moment; null when no day is a working day.</summary>
    public static TipOccurrence? NextAfter(TipSchedule schedule, TimeZoneInfo zone, HolidayCalendars calendars, DateTimeOffset moment)
    {
        // A day earlier, so that a time put off past midnight by the clock's change is not passed over.
        var date = DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(moment, zone).DateTime).AddDays(-2);
        for (var next = NextAfter(schedule, zone, calendars, date); next is not null; next = NextAfter(schedule, zone, calendars, next.Date))
        {
            if (next.At > moment)
            {
                return next;
            }
        }

        return null;
    }

    /// <summary>The occurrence of the first working day after a day; null when there is none within a year.</summary>
    public static TipOccurrence? NextAfter(TipSchedule schedule, TimeZoneInfo zone, HolidayCalendars calendars, DateOnly day)
    {
        for (var ahead = 1; ahead <= DaysAhead; ahead++)
        {
            var date = day.AddDays(ahead);
            if (schedule.IsWorkingDay(date, calendars))
            {
                return new TipOccurrence(date, MomentOf(date, schedule.At, zone));
            }
        }

        return null;
    }

    /// <summary>
    /// The moment of a local time. A time that the clock skips becomes the next minute that exists; of a time that comes twice it is
    /// the first.
    /// </summary>
    public static DateTimeOffset MomentOf(DateOnly date, TimeOnly time, TimeZoneInfo zone)
    {
        var local = date.ToDateTime(time, DateTimeKind.Unspecified);
        for (var minute = 0; minute < MinutesOfADay && zone.IsInvalidTime(local); minute++)
        {
            local = local.AddMinutes(1);
        }

        var offset = zone.IsAmbiguousTime(local) ? zone.GetAmbiguousTimeOffsets(local).Max() : zone.GetUtcOffset(local);
        return new DateTimeOffset(local, offset).ToUniversalTime();
    }
}
