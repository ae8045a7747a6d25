namespace CoachBot.Core.Tips;

/// <summary>When a channel gets its tip.</summary>
/// <param name="At">The time of day there, whole minutes.</param>
/// <param name="TimeZone">The zone's IANA name, such as <c>Asia/Shanghai</c>.</param>
/// <param name="Days">The days of the week.</param>
/// <param name="Calendars">Ids of holiday calendars; with several, a day off in any of them is one.</param>
public sealed record TipSchedule(TimeOnly At, string TimeZone, WeekDays Days, IReadOnlyList<string> Calendars)
{
    /// <summary>Whether a tip is due on a day. An unknown calendar says nothing.</summary>
    public bool IsWorkingDay(DateOnly date, HolidayCalendars calendars)
    {
        var moved = false;
        foreach (var id in Calendars)
        {
            switch (calendars.Find(id)?.On(date))
            {
                case DayKind.Off:
                    return false;
                case DayKind.Working:
                    moved = true;
                    break;
                default:
                    break;
            }
        }

        return moved || Days.Hold(date);
    }
}

/// <summary>One tip that is or was to come.</summary>
/// <param name="Date">The day it is for, in the channel's zone.</param>
/// <param name="At">The moment.</param>
public sealed record TipOccurrence(DateOnly Date, DateTimeOffset At);
