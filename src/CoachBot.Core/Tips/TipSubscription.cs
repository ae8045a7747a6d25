using CoachBot.Core.Language;
using CoachBot.Core.Turns;

namespace CoachBot.Core.Tips;

/// <summary>A channel's wish for a daily tip. A conversation has at most one; threads count as their channel.</summary>
public sealed record TipSubscription
{
    /// <summary>Unique, at most 40 characters; stays the same when the channel unsubscribes and subscribes again.</summary>
    public required string Id { get; init; }

    /// <summary>Where the tip goes.</summary>
    public required Address Address { get; init; }

    /// <summary>When.</summary>
    public required TipSchedule Schedule { get; init; }

    /// <summary>The languages of the lesson, one or two, in the order they are shown; headings and buttons use the first.</summary>
    public required IReadOnlyList<AnswerLanguage> Languages { get; init; }

    /// <summary>Which cases it draws on.</summary>
    public TipFilter Filter { get; init; } = TipFilter.None;

    /// <summary>No tips until it is resumed.</summary>
    public bool Paused { get; init; }

    /// <summary>The one day that is left out; null: none.</summary>
    public DateOnly? SkipOn { get; init; }

    /// <summary>The next tip; null while paused, closed, or when no day is a working day.</summary>
    public TipOccurrence? Next { get; init; }

    /// <summary>Who subscribed; null when unknown or forgotten.</summary>
    public PersonKey? CreatedBy { get; init; }

    /// <summary>When it was first subscribed.</summary>
    public required DateTimeOffset CreatedAt { get; init; }

    /// <summary>Why it has ended: a code such as <c>unsubscribed</c>, <c>uninstalled</c>, or a channel's; null while it lives.</summary>
    public string? Closed { get; init; }

    /// <summary>Counts the changes, so that a plan made from an older state is seen.</summary>
    public long Version { get; init; }
}
