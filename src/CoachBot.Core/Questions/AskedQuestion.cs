using CoachBot.Core.Coaching;
using CoachBot.Core.Language;
using CoachBot.Core.Turns;

namespace CoachBot.Core.Questions;

/// <summary>A question as it is remembered.</summary>
public sealed record AskedQuestion
{
    /// <summary>Unique and short enough for a button's data: 26 characters at most, letters and digits.</summary>
    public required string Id { get; init; }

    /// <summary>Who asked.</summary>
    public required PersonKey Person { get; init; }

    /// <summary>Where the answer went.</summary>
    public required Address Address { get; init; }

    /// <summary>The question, personal data masked.</summary>
    public required string Text { get; init; }

    /// <summary>How it was taken.</summary>
    public required Outcome Outcome { get; init; }

    /// <summary>The case whose card was shown; null when none was.</summary>
    public string? CaseId { get; init; }

    /// <summary>The fingerprint of the pack that answered.</summary>
    public required string PackVersion { get; init; }

    /// <summary>The language of the answer.</summary>
    public required AnswerLanguage Language { get; init; }

    /// <summary>The evidence of the first match, 0 to 1; 0 when nothing matched.</summary>
    public required double Score { get; init; }

    /// <summary>The ids of the best matches, best first.</summary>
    public required IReadOnlyList<string> Nearest { get; init; }

    /// <summary>From receipt to the answer being ready to send.</summary>
    public required TimeSpan Latency { get; init; }

    /// <summary>When it was asked.</summary>
    public required DateTimeOffset At { get; init; }
}

/// <summary>What somebody said of an answer; the last word of a person on a question counts.</summary>
/// <param name="QuestionId">The question.</param>
/// <param name="By">Who says so.</param>
/// <param name="Helpful">Whether it helped.</param>
/// <param name="Reason">Why not; null when it helped or no reason was given.</param>
/// <param name="At">When.</param>
public sealed record Feedback(string QuestionId, PersonKey By, bool Helpful, UnhelpfulReason? Reason, DateTimeOffset At);

/// <summary>Why an answer did not help.</summary>
public enum UnhelpfulReason
{
    /// <summary>It was about another matter.</summary>
    WrongCase,

    /// <summary>Something in it is not true here, or no longer.</summary>
    NotTrue,

    /// <summary>It leaves out what was needed.</summary>
    Incomplete,

    /// <summary>Too long or too hard to follow with a customer waiting.</summary>
    Unclear,
}

/// <summary>A question that found no answer, or a wrong one.</summary>
public sealed record Gap
{
    /// <summary>The question's id: a question is a gap at most once.</summary>
    public required string QuestionId { get; init; }

    /// <summary>The question, masked.</summary>
    public required string Text { get; init; }

    /// <summary>Its language.</summary>
    public required AnswerLanguage Language { get; init; }

    /// <summary>Why it is one.</summary>
    public required GapCause Cause { get; init; }

    /// <summary>The case that was shown or came nearest; null when none did.</summary>
    public string? NearestCase { get; init; }

    /// <summary>When it opened.</summary>
    public required DateTimeOffset At { get; init; }

    /// <summary>What an expert answered; null as long as nobody did.</summary>
    public string? ExpertAnswer { get; init; }
}

/// <summary>Why a question is a gap.</summary>
public enum GapCause
{
    /// <summary>No case fitted.</summary>
    NothingFitted,

    /// <summary>Somebody said that the answer did not help.</summary>
    Unhelpful,

    /// <summary>Somebody asked an expert.</summary>
    ExpertAsked,
}
