using System.Globalization;
using CoachBot.Core.Language;
using CoachBot.Core.Resources;
using CoachBot.Core.Tips;
using CoachBot.Core.Turns;

namespace CoachBot.Core.Commands.Tips;

/// <summary>A subscription in words.</summary>
internal static class TipLines
{
    /// <summary>The command's line in the help.</summary>
    public static HelpLine Help(string command, AnswerLanguage language) =>
        new(TipTexts.Get($"Help.{command}.usage", language), TipTexts.Get("Help." + command, language));

    /// <summary>Time, zone, days, holidays, languages, cases: one line.</summary>
    public static string Describe(TipSubscription subscription, HolidayCalendars calendars, AnswerLanguage language)
    {
        var schedule = subscription.Schedule;
        var parts = new List<string>
        {
            $"{schedule.At.ToString("HH:mm", CultureInfo.InvariantCulture)} ({schedule.TimeZone})",
            TipTexts.Get("Days." + DaysName(schedule.Days), language),
            Holidays(schedule, calendars, language),
            string.Join(" + ", subscription.Languages.Select(spoken => TipTexts.Get("Language." + spoken.Code(), language))),
        };
        parts.AddRange(subscription.Filter.Roles.Concat(subscription.Filter.Tags));
        return string.Join(language.IsChinese() ? "，" : ", ", parts);
    }

    /// <summary>When the next tip comes.</summary>
    public static string Next(TipSubscription subscription, AnswerLanguage language) =>
        subscription.Next is { } next ? TipTexts.Get("NextOn", language, Day(next.Date)) : TipTexts.Get("NoneToCome", language);

    /// <summary>A day.</summary>
    public static string Day(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static string DaysName(WeekDays days) => days switch
    {
        WeekDays.All => "All",
        WeekDays.Usual => "Usual",
        _ => "Six",
    };

    private static string Holidays(TipSchedule schedule, HolidayCalendars calendars, AnswerLanguage language)
    {
        var places = schedule.Calendars.Select(calendars.Find).OfType<HolidayCalendar>()
            .Select(calendar => LanguageFaces.Show(language.IsChinese() ? calendar.Zh : calendar.En, language)).ToList();
        return places.Count == 0
            ? TipTexts.Get("NoHolidays", language)
            : TipTexts.Get("HolidaysOf", language, string.Join(language.IsChinese() ? "、" : ", ", places));
    }
}
