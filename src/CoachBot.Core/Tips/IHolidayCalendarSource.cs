namespace CoachBot.Core.Tips;

/// <summary>Where the holiday calendars come from.</summary>
public interface IHolidayCalendarSource
{
    /// <summary>The calendars at this moment; the same object as long as no file changes.</summary>
    HolidayCalendars Current { get; }
}
