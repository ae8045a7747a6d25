using System.Globalization;
using CoachBot.Core.Tips;

namespace CoachBot.Infrastructure.Knowledge;

/// <summary>A file of <c>calendars/</c>: the holidays and moved working days of one place.</summary>
internal sealed class CalendarReader(ProblemList problems)
{
    /// <summary>The calendar; what is wrong is among the problems.</summary>
    public HolidayCalendar Read(MappingReader file)
    {
        var id = file.Text("id");
        if (id.Length > 0 && !MappingReader.IsKebabCase(id))
        {
            problems.Error(file.At("id"), "BadId", id);
        }

        var calendar = new HolidayCalendar(id, file.Text("zh"), file.Text("en"), file.Mappings("years", required: true, Year));
        foreach (var twice in calendar.Years.CountBy(year => year.Year).Where(year => year.Value > 1))
        {
            problems.Error(file.At("years"), "YearTwice", twice.Key);
        }

        file.Finish();
        return calendar;
    }

    private CalendarYear Year(MappingReader row)
    {
        var year = YearNumber(row);
        var off = row.Mappings("off", required: true, holiday => Holiday(holiday, year));
        return new CalendarYear(year, row.Flag("official"), row.Text("source"), off, Working(row, year, off));
    }

    private int YearNumber(MappingReader row)
    {
        var text = row.Text("year");
        if (int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var year) && year is >= 2000 and <= 2200)
        {
            return year;
        }

        if (text.Length > 0)
        {
            problems.Error(row.At("year"), "BadYear", text);
        }

        return 0;
    }

    private Holiday Holiday(MappingReader row, int year)
    {
        var from = Day(row, "from", year);
        var to = Day(row, "to", year);
        if (from != default && to != default && to < from)
        {
            problems.Error(row.At("to"), "DaysBackwards");
        }

        return new Holiday(from, to, row.Text("zh"), row.Text("en"));
    }

    private DateOnly Day(MappingReader row, string key, int year)
    {
        var day = row.Text(key).Length > 0 ? row.Day(key) : null;
        if (day is { } found && year > 0 && found.Year != year)
        {
            problems.Error(row.At(key), "DayOfAnotherYear", found.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture), year);
        }

        return day ?? default;
    }

    private List<DateOnly> Working(MappingReader row, int year, List<Holiday> off)
    {
        var days = new List<DateOnly>();
        foreach (var text in row.Texts("working"))
        {
            if (!DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day))
            {
                problems.Error(row.At("working"), "BadDate", "working");
            }
            else if (year > 0 && day.Year != year)
            {
                problems.Error(row.At("working"), "DayOfAnotherYear", text, year);
            }
            else if (off.Exists(holiday => holiday.From <= day && day <= holiday.To))
            {
                problems.Error(row.At("working"), "OffAndWorking", text);
            }
            else
            {
                days.Add(day);
            }
        }

        return days;
    }
}
