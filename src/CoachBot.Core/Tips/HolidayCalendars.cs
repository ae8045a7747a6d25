namespace CoachBot.Core.Tips;

/// <summary>All calendars of the knowledge folder; immutable, replaced as a whole.</summary>
public sealed class HolidayCalendars(IReadOnlyList<HolidayCalendar> calendars)
{
    private readonly Dictionary<string, HolidayCalendar> _byId = calendars.ToDictionary(calendar => calendar.Id, StringComparer.Ordinal);

    /// <summary>No calendars.</summary>
    public static HolidayCalendars None { get; } = new([]);

    /// <summary>In the order of their files.</summary>
    public IReadOnlyList<HolidayCalendar> All => calendars;

    /// <summary>The calendar of an id; null when there is none.</summary>
    public HolidayCalendar? Find(string id) => _byId.GetValueOrDefault(id);
}
