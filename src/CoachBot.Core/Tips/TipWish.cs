using CoachBot.Core.Language;

namespace CoachBot.Core.Tips;

/// <summary>What somebody asks for when a channel subscribes; what is null is left to the bank's settings.</summary>
public sealed record TipWish
{
    /// <summary>The time of day.</summary>
    public TimeOnly? At { get; init; }

    /// <summary>The zone's IANA name.</summary>
    public string? TimeZone { get; init; }

    /// <summary>The days of the week; null: Monday to Friday.</summary>
    public WeekDays? Days { get; init; }

    /// <summary>Ids of calendars; null: the one of the zone's place.</summary>
    public IReadOnlyList<string>? Calendars { get; init; }

    /// <summary>The languages; null: the one it was asked in.</summary>
    public IReadOnlyList<AnswerLanguage>? Languages { get; init; }

    /// <summary>Which cases.</summary>
    public TipFilter Filter { get; init; } = TipFilter.None;
}
