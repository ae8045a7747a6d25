using CoachBot.Core.Language;

namespace CoachBot.Core.Conversations;

/// <summary>What a conversation remembers between two messages; small enough to be stored.</summary>
public sealed record ConversationState
{
    /// <summary>The case whose card was shown last; null when none is open.</summary>
    public string? CaseId { get; init; }

    /// <summary>The evidence that case had.</summary>
    public double Score { get; init; }

    /// <summary>The language of the last answer.</summary>
    public AnswerLanguage Language { get; init; } = AnswerLanguage.En;

    /// <summary>Ids a number picks from, in the order they were shown.</summary>
    public IReadOnlyList<string> Offered { get; init; } = [];

    /// <summary>The remembered question that the open answer belongs to; null when none was remembered.</summary>
    public string? QuestionId { get; init; }

    /// <summary>A conversation in which nothing was said yet.</summary>
    public static ConversationState New { get; } = new();
}
