using CoachBot.Core.Turns;

namespace CoachBot.Core.Privacy;

/// <summary>Deletes what is kept of a person.</summary>
public interface IForgetting
{
    /// <summary>
    /// Deletes every row of a person: questions with their ratings and gaps, settings, questions for experts, stored messages, and the
    /// state of the chat with this person alone.
    /// </summary>
    /// <param name="person">The person.</param>
    /// <param name="chat">The chat with this person alone; null when it is not known.</param>
    /// <param name="cancel">Ends the wait.</param>
    Task<Forgotten> ForgetAsync(PersonKey person, ConversationKey? chat, CancellationToken cancel);
}

/// <summary>How much was deleted.</summary>
/// <param name="Questions">Questions, with their gaps.</param>
/// <param name="Ratings">Helpful or not.</param>
/// <param name="Settings">1 when anything was set.</param>
/// <param name="ExpertQuestions">Questions for experts.</param>
/// <param name="Messages">Stored messages.</param>
public sealed record Forgotten(int Questions, int Ratings, int Settings, int ExpertQuestions, int Messages);
