namespace CoachBot.Core.Tips;

/// <summary>The holidays and moved working days of one place, as the bank's calendar file has them.</summary>
/// <param name="Id">Short, in small letters; also the file's name.</param>
/// <param name="Zh">The place in Chinese.</param>
/// <param name="En">The place in English.</param>
/// <param name="Years">The years it knows.</param>
public sealed record HolidayCalendar(string Id, string Zh, string En, IReadOnlyList<CalendarYear> Years)
{
    /// <summary>What the calendar says of a day; <see cref="DayKind.Usual"/> also for years it does not know.</summary>
    public DayKind On(DateOnly date)
    {
        foreach (var year in Years)
        {
            if (year.Year != date.Year)
            {
                continue;
            }

            return year.Working.Contains(date) ? DayKind.Working
                : year.Off.Any(off => off.From <= date && date <= off.To) ? DayKind.Off
                : DayKind.Usual;
        }

        return DayKind.Usual;
    }

    /// <summary>Whether the calendar knows the year of a day.</summary>
    public bool Covers(DateOnly date) => Years.Any(year => year.Year == date.Year);
}

/// <summary>One year of a calendar.</summary>
/// <param name="Year">The year.</param>
/// <param name="Official">Whether it stands as the authority announced it; false where it was worked out beforehand.</param>
/// <param name="Source">The announcement, or how the days were worked out.</param>
/// <param name="Off">Days off.</param>
/// <param name="Working">Days on which people work though the week or a holiday says otherwise.</param>
public sealed record CalendarYear(int Year, bool Official, string Source, IReadOnlyList<Holiday> Off, IReadOnlyList<DateOnly> Working);

/// <summary>Days off, both ends included.</summary>
/// <param name="From">The first.</param>
/// <param name="To">The last.</param>
/// <param name="Zh">The holiday in Chinese.</param>
/// <param name="En">The holiday in English.</param>
public sealed record Holiday(DateOnly From, DateOnly To, string Zh, string En);

/// <summary>What a calendar says of a day.</summary>
public enum DayKind
{
    /// <summary>Nothing: the week decides.</summary>
    Usual,

    /// <summary>A day off.</summary>
    Off,

    /// <summary>A moved working day.</summary>
    Working,
}
