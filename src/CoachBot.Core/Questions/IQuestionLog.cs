namespace CoachBot.Core.Questions;

/// <summary>Remembers questions, what people said of the answers, and the gaps that show.</summary>
public interface IQuestionLog
{
    /// <summary>Remembers a question; the same id again changes nothing.</summary>
    Task RecordAsync(AskedQuestion question, CancellationToken cancel);

    /// <summary>Notes the case that the person picked for a question; its outcome stays. An unknown question changes nothing.</summary>
    Task NoteCaseAsync(string questionId, string caseId, CancellationToken cancel);

    /// <summary>The question of an id; null when it is unknown, forgotten or past its retention.</summary>
    Task<AskedQuestion?> FindAsync(string id, CancellationToken cancel);

    /// <summary>The question that a message of the bot answered; null when unknown.</summary>
    /// <param name="channel">The channel's code.</param>
    /// <param name="messageId">The channel's id of the bot's message.</param>
    /// <param name="cancel">Ends the wait.</param>
    Task<AskedQuestion?> FindByMessageAsync(string channel, string messageId, CancellationToken cancel);

    /// <summary>Notes which message of the bot answered a question, so that a reaction to it can be understood.</summary>
    Task NoteMessageAsync(string questionId, string channel, string messageId, CancellationToken cancel);

    /// <summary>Keeps what somebody says of an answer; his earlier word on it is replaced.</summary>
    Task RateAsync(Feedback feedback, CancellationToken cancel);

    /// <summary>Opens a gap; when the question is one already, the graver cause stays and an expert's answer is never lost.</summary>
    Task OpenGapAsync(Gap gap, CancellationToken cancel);

    /// <summary>Keeps an expert's answer with the gap.</summary>
    Task AnswerGapAsync(string questionId, string answer, CancellationToken cancel);

    /// <summary>The gaps that opened within a time, newest first.</summary>
    Task<IReadOnlyList<Gap>> GapsAsync(DateTimeOffset from, DateTimeOffset to, int most, CancellationToken cancel);

    /// <summary>The cases a person was shown last, newest first, each once.</summary>
    Task<IReadOnlyList<string>> RecentCasesAsync(Turns.PersonKey person, int most, CancellationToken cancel);

    /// <summary>The cases shown most often since a time, most often first.</summary>
    Task<IReadOnlyList<string>> MostUsedCasesAsync(DateTimeOffset since, int most, CancellationToken cancel);
}
