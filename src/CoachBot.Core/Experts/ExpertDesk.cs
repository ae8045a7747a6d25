using CoachBot.Core.Coaching;
using CoachBot.Core.Questions;
using CoachBot.Core.Resources;
using CoachBot.Core.Turns;
using CoachBot.Core.Turns.Handling;

namespace CoachBot.Core.Experts;

/// <summary>Asks the experts, once for each question.</summary>
public sealed class ExpertDesk(IExpertChannels channels, IExpertThreads threads, QuestionMemory memory, Coach coach, AnswerReplies replies)
{
    /// <summary>Posts a question to the experts' conversations, and says so; or says whom to ask where there are none.</summary>
    public async Task<IReadOnlyList<OutgoingReply>> AskAsync(Turn turn, AskedQuestion question, CancellationToken cancel)
    {
        var at = turn.Message.ReceivedAt;
        await memory.OpenGapAsync(question, GapCause.ExpertAsked, at, cancel);
        var addresses = await channels.ReachableAsync(cancel);
        if (addresses.Count == 0)
        {
            return Say("NoExperts", replies.AskWhom(turn.Language));
        }

        var wanted = Wanted(turn, question);

        // A turn that is run again after a crash finds its own question open and goes on; a second press finds an older one.
        if (!await threads.OpenAsync(wanted, cancel) && (await threads.FindAsync(question.Id, cancel))?.At != at)
        {
            return Say("ExpertAskedBefore");
        }

        return
        [
            .. addresses.Select((address, number) => new OutgoingReply(
                new Reply.ExpertWanted(wanted, question.Language), To: address, Key: $"expert-{number + 1}")),
            .. Say("ExpertAsked"),
        ];

        IReadOnlyList<OutgoingReply> Say(string name, params object[] blanks) =>
            turn.Say(TurnTexts.Get(name, turn.Language, blanks), ReplyPlacement.OnlyAsker);
    }

    private ExpertQuestion Wanted(Turn turn, AskedQuestion question) => new()
    {
        QuestionId = question.Id,
        Asker = turn.Person,
        AskerAddress = turn.Message.Address,
        Text = question.Text,
        Language = question.Language,
        Nearest = question.Nearest.Select(id => coach.Match(id, 0, question.Language)).OfType<Match>().ToList(),
        At = turn.Message.ReceivedAt,
    };
}
