using CoachBot.Core.Language;

namespace CoachBot.Core.Preferences;

/// <summary>What a person has set for himself.</summary>
public sealed record PersonPreferences
{
    /// <summary>The language of answers; null: that of the question.</summary>
    public AnswerLanguage? Language { get; init; }

    /// <summary>Customer is here: the shortest card, no questions back.</summary>
    public bool CustomerIsHere { get; init; }

    /// <summary>Whether the person was told that personal data is hidden; said once.</summary>
    public bool ToldOfMasking { get; init; }

    /// <summary>Nothing set.</summary>
    public static PersonPreferences None { get; } = new();
}
