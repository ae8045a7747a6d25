using CoachBot.Core.Knowledge;

namespace CoachBot.Core.Tips;

/// <summary>The holiday calendars of the pack that serves at the moment.</summary>
public sealed class PackCalendars(Func<KnowledgePack> pack) : IHolidayCalendarSource
{
    private volatile Known? _known;

    /// <inheritdoc />
    public HolidayCalendars Current
    {
        get
        {
            var calendars = pack().Calendars;
            var known = _known;
            if (known is null || !ReferenceEquals(known.Of, calendars))
            {
                _known = known = new Known(calendars, new HolidayCalendars(calendars));
            }

            return known.Calendars;
        }
    }

    private sealed record Known(IReadOnlyList<HolidayCalendar> Of, HolidayCalendars Calendars);
}
