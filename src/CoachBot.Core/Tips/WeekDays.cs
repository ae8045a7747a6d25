namespace CoachBot.Core.Tips;

/// <summary>The days of a week on which people work, before any holiday calendar is asked.</summary>
[Flags]
public enum WeekDays
{
    /// <summary>No day of its own accord; only moved working days of a calendar.</summary>
    None = 0,

    /// <summary>Monday.</summary>
    Monday = 1,

    /// <summary>Tuesday.</summary>
    Tuesday = 2,

    /// <summary>Wednesday.</summary>
    Wednesday = 4,

    /// <summary>Thursday.</summary>
    Thursday = 8,

    /// <summary>Friday.</summary>
    Friday = 16,

    /// <summary>Saturday.</summary>
    Saturday = 32,

    /// <summary>Sunday.</summary>
    Sunday = 64,

    /// <summary>Monday to Friday.</summary>
    Usual = Monday | Tuesday | Wednesday | Thursday | Friday,

    /// <summary>Every day.</summary>
    All = Usual | Saturday | Sunday,
}

/// <summary>What a set of days says of one.</summary>
public static class WeekDaysRules
{
    /// <summary>Whether the set holds the day of the week of a date.</summary>
    public static bool Hold(this WeekDays days, DateOnly date) => days.HasFlag(date.DayOfWeek switch
    {
        DayOfWeek.Monday => WeekDays.Monday,
        DayOfWeek.Tuesday => WeekDays.Tuesday,
        DayOfWeek.Wednesday => WeekDays.Wednesday,
        DayOfWeek.Thursday => WeekDays.Thursday,
        DayOfWeek.Friday => WeekDays.Friday,
        DayOfWeek.Saturday => WeekDays.Saturday,
        _ => WeekDays.Sunday,
    });
}
