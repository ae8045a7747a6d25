using System.Data.Common;
using System.Globalization;
using System.Text.Json;
using CoachBot.Core.Language;
using CoachBot.Core.Tips;
using CoachBot.Infrastructure.Storage.Stores;

namespace CoachBot.Infrastructure.Storage.Tips;

/// <summary>Tips as rows.</summary>
internal static class TipRows
{
    /// <summary>The columns of a subscription, in the order that <see cref="Subscription"/> reads them.</summary>
    public const string SubscriptionColumns =
        "s.conversation, s.id, s.route, s.at_minute, s.time_zone, s.days, s.calendars, s.languages, s.roles, s.tags, s.paused, s.skip_on, " +
        "s.next_on, s.next_at, s.created_by, s.created_at, s.closed, s.version";

    /// <summary>How many they are.</summary>
    public const int SubscriptionWidth = 18;

    /// <summary>A row as a subscription.</summary>
    public static TipSubscription Subscription(DbDataReader row) => new()
    {
        Address = new(Keys.Conversation(row.GetString(0)), row.GetString(2)),
        Id = row.GetString(1),
        Schedule = new(
            TimeOnly.MinValue.AddMinutes(row.GetInt64(3)), row.GetString(4), (WeekDays)row.GetInt64(5), Texts(row.GetString(6))),
        Languages = Texts(row.GetString(7)).Select(Language).ToList(),
        Filter = new(Texts(row.GetString(8)), Texts(row.GetString(9))),
        Paused = row.Truth(10),
        SkipOn = row.Text(11) is { } skip ? Day(skip) : null,
        Next = row.Text(12) is { } next ? new TipOccurrence(Day(next), row.Time(13)) : null,
        CreatedBy = row.Text(14) is { } by ? Keys.Person(by) : null,
        CreatedAt = row.Time(15),
        Closed = row.Text(16),
        Version = row.GetInt64(17),
    };

    /// <summary>A list as a column.</summary>
    public static string Column(IReadOnlyList<string> texts) => JsonSerializer.Serialize(texts, StoredJson.Plain.IReadOnlyListString);

    /// <summary>A day as a column.</summary>
    public static string Column(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    /// <summary>The day of a column.</summary>
    public static DateOnly Day(string text) => DateOnly.ParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static IReadOnlyList<string> Texts(string column) => JsonSerializer.Deserialize(column, StoredJson.Plain.IReadOnlyListString) ?? [];

    private static AnswerLanguage Language(string code) =>
        Array.Find(Enum.GetValues<AnswerLanguage>(), language => language.Code() == code);
}
