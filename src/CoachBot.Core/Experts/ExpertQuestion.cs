using CoachBot.Core.Coaching;
using CoachBot.Core.Language;
using CoachBot.Core.Turns;

namespace CoachBot.Core.Experts;

/// <summary>A question that waits for a person's answer.</summary>
public sealed record ExpertQuestion
{
    /// <summary>The remembered question's id; a question waits for experts at most once.</summary>
    public required string QuestionId { get; init; }

    /// <summary>Who asked.</summary>
    public required PersonKey Asker { get; init; }

    /// <summary>Where the expert's answer goes.</summary>
    public required Address AskerAddress { get; init; }

    /// <summary>The question, masked.</summary>
    public required string Text { get; init; }

    /// <summary>The language it was asked in.</summary>
    public required AnswerLanguage Language { get; init; }

    /// <summary>The nearest cases.</summary>
    public required IReadOnlyList<Match> Nearest { get; init; }

    /// <summary>When it was asked.</summary>
    public required DateTimeOffset At { get; init; }
}

/// <summary>Keeps which thread of which experts' channel carries which question.</summary>
public interface IExpertThreads
{
    /// <summary>Opens a question for the experts; false when it is open already.</summary>
    Task<bool> OpenAsync(ExpertQuestion question, CancellationToken cancel);

    /// <summary>The question of an id that was opened for the experts; null when it never was.</summary>
    Task<ExpertQuestion?> FindAsync(string questionId, CancellationToken cancel);

    /// <summary>Notes the thread that was begun for it. A question may have one in several channels.</summary>
    Task NoteThreadAsync(string questionId, ConversationKey thread, CancellationToken cancel);

    /// <summary>The question that a thread carries; null when it is no expert's thread.</summary>
    Task<ExpertQuestion?> FindByThreadAsync(ConversationKey thread, CancellationToken cancel);
}
