using CoachBot.Core.Questions;
using CoachBot.Core.Resources;
using CoachBot.Core.Turns;

namespace CoachBot.Core.Experts;

/// <summary>Takes what people write below a question for experts back to the person who asked, on whatever channel that was.</summary>
public sealed class ExpertAnswers(IExpertThreads threads, IQuestionLog log)
{
    /// <summary>Passes an answer on; null when the text stands in no expert's thread, or is a command.</summary>
    public async Task<IReadOnlyList<OutgoingReply>?> TakeAsync(Turn turn, string text, CancellationToken cancel)
    {
        if (turn.Conversation.Thread is null || string.IsNullOrWhiteSpace(text) || text.TrimStart().StartsWith('/')
            || await threads.FindByThreadAsync(turn.Conversation, cancel) is not { } question)
        {
            return null;
        }

        if (question.Asker == turn.Person)
        {
            return turn.Say(TurnTexts.Get("OwnQuestion", turn.Language), ReplyPlacement.OnlyAsker);
        }

        await log.AnswerGapAsync(question.QuestionId, text, cancel);
        var answer = new Reply.ExpertAnswered(question.Text, text, turn.Message.From.Name, question.Language);
        return
        [
            new OutgoingReply(answer, To: question.AskerAddress, Key: "expert-answer"),
            .. turn.Say(TurnTexts.Get("PassedOn", turn.Language)),
        ];
    }
}
