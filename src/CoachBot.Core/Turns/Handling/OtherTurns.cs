using CoachBot.Core.Installations;
using CoachBot.Core.Questions;

namespace CoachBot.Core.Turns.Handling;

/// <summary>What is neither text nor button: reactions, and the bot coming and going.</summary>
public sealed class OtherTurns(IQuestionLog log, QuestionMemory memory, IInstallationStore installations, Greeting greeting)
{
    /// <summary>Takes a reaction as feedback, without a word.</summary>
    public async Task<IReadOnlyList<OutgoingReply>> ReactAsync(Turn turn, MessageContent.Reacted reacted, CancellationToken cancel)
    {
        if (await log.FindByMessageAsync(turn.Conversation.Channel, reacted.MessageId, cancel) is not { } question)
        {
            return [];
        }

        await log.RateAsync(new Feedback(question.Id, turn.Person, reacted.Helpful, null, turn.Message.ReceivedAt), cancel);
        if (!reacted.Helpful)
        {
            await memory.OpenGapAsync(question, GapCause.Unhelpful, turn.Message.ReceivedAt, cancel);
        }

        return [];
    }

    /// <summary>
    /// Remembers where the bot is, and introduces it. A channel may tell of one coming twice, in two ways at the same moment; the same turn
    /// may run again after a crash, and says its welcome then.
    /// </summary>
    public async Task<IReadOnlyList<OutgoingReply>> InstallAsync(Turn turn, CancellationToken cancel)
    {
        var message = turn.Message;
        var before = await installations.FindAsync(turn.Conversation, cancel);
        await installations.AddAsync(new Installation(message.Address, message.Scope, turn.Person, message.ReceivedAt), cancel);
        return before is null || (before.At - message.ReceivedAt).Duration() < TimeSpan.FromMilliseconds(1) ? [new OutgoingReply(greeting.Welcome(turn.Language))] : [];
    }

    /// <summary>Forgets where the bot was; nothing is said there any more.</summary>
    public async Task<IReadOnlyList<OutgoingReply>> UninstallAsync(Turn turn, CancellationToken cancel)
    {
        await installations.RemoveAsync(turn.Conversation, cancel);
        return [];
    }
}
