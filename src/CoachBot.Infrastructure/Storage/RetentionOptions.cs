using System.ComponentModel.DataAnnotations;

namespace CoachBot.Infrastructure.Storage;

/// <summary>How many days things are kept. Section <c>Storage:Keep</c>; at least 1 day, at most 3,650.</summary>
public sealed class RetentionOptions
{
    private const int Most = 3650;

    /// <summary>Messages that were answered or failed, without their text when answered; until then the same delivery is known again. Default: 7.</summary>
    [Range(1, Most)]
    public int MessagesDays { get; set; } = 7;

    /// <summary>Messages of which nobody knows whether they were answered. Default: 30.</summary>
    [Range(1, Most)]
    public int DoubtsDays { get; set; } = 30;

    /// <summary>What a conversation remembers after its last message. Default: 30.</summary>
    [Range(1, Most)]
    public int ConversationsDays { get; set; } = 30;

    /// <summary>Questions with their ratings, and questions for experts. Buttons on older cards can no longer be rated. Default: 365.</summary>
    [Range(1, Most)]
    public int QuestionsDays { get; set; } = 365;

    /// <summary>Gaps with experts' answers, the trainers' work list. Default: 730.</summary>
    [Range(1, Most)]
    public int GapsDays { get; set; } = 730;

    /// <summary>What became of each daily tip, after its day. What a channel has had is kept for good, so that nothing repeats. Default: 365.</summary>
    [Range(1, Most)]
    public int TipsDays { get; set; } = 365;
}
