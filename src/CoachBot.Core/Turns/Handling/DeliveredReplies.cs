using CoachBot.Core.Experts;
using CoachBot.Core.Questions;

namespace CoachBot.Core.Turns.Handling;

/// <summary>Remembers which message carries what, so that a reaction to it or an answer below it is understood later.</summary>
public sealed class DeliveredReplies(IQuestionLog log, IExpertThreads threads)
{
    /// <summary>Takes note of a reply that reached its channel.</summary>
    public Task NoteAsync(OutgoingReply reply, Address to, string? messageId, CancellationToken cancel) => (reply.Reply, messageId) switch
    {
        (Reply.Answered { QuestionId: { } question }, { } id) => log.NoteMessageAsync(question, to.Conversation.Channel, id, cancel),
        (Reply.ExpertWanted wanted, { } id) =>
            threads.NoteThreadAsync(wanted.Question.QuestionId, to.Conversation with { Thread = to.Conversation.Thread ?? id }, cancel),
        _ => Task.CompletedTask,
    };
}
