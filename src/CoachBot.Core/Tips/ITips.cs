using CoachBot.Core.Language;
using CoachBot.Core.Turns;

namespace CoachBot.Core.Tips;

/// <summary>Gives tips to whoever asks for one.</summary>
public interface ITips
{
    /// <summary>The tip of the day for a conversation: the same all day; null when the pack has none.</summary>
    Task<Reply.Tip?> TodayAsync(ConversationKey where, AnswerLanguage language, CancellationToken cancel);

    /// <summary>Another one than the one shown.</summary>
    /// <param name="where">The conversation.</param>
    /// <param name="shown">The case of the tip that is shown; null when unknown.</param>
    /// <param name="language">The language.</param>
    /// <param name="cancel">Ends the wait.</param>
    Task<Reply.Tip?> AnotherAsync(ConversationKey where, string? shown, AnswerLanguage language, CancellationToken cancel);
}
