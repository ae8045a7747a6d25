using CoachBot.Core.Conversations;
using CoachBot.Core.Drafting;
using CoachBot.Core.Privacy;
using CoachBot.Core.Questions;

namespace CoachBot.Core.Turns.Handling;

/// <summary>Takes what a person asks to the same <see cref="Dialogue"/> that the command line uses, and remembers what came of it.</summary>
public sealed class CoachedQuestions(
    Dialogue dialogue, IConversationStore conversations, IQuestionLog log, QuestionMemory memory, AnswerReplies replies, IModelPass model)
{
    /// <summary>Answers within the conversation.</summary>
    public async Task<IReadOnlyList<OutgoingReply>> TakeAsync(Turn turn, string text, CancellationToken cancel)
    {
        var state = await conversations.ReadAsync(turn.Conversation, cancel);
        var taken = await TakeAsync(turn, state, text, cancel);
        var id = taken.IsQuestion ? QuestionIds.Of(turn.Message) : state.QuestionId;
        await RememberAsync(turn, state, taken, id, text, cancel);
        return taken.Notice is { } notice
            ? [new OutgoingReply(new Reply.Notice(notice, taken.Answer.Language))]
            : [new OutgoingReply(await replies.OfAsync(turn, taken.Answer, id, cancel))];
    }

    /// <summary>Answers somebody else's words: nothing said before counts, and in a place of many nothing said later follows up.</summary>
    public async Task<IReadOnlyList<OutgoingReply>> TakeAloneAsync(Turn turn, string text, CancellationToken cancel)
    {
        var taken = await TakeAsync(turn, ConversationState.New, text, cancel);
        if (taken.Notice is { } notice)
        {
            return [new OutgoingReply(new Reply.Notice(notice, taken.Answer.Language), ReplyPlacement.OnlyAsker)];
        }

        var id = QuestionIds.Of(turn.Message);
        await memory.RememberAsync(turn, id, text, taken.Answer, cancel);
        if (turn.Message.Scope == ChatScope.Personal)
        {
            await conversations.WriteAsync(turn.Conversation, taken.State with { QuestionId = id }, cancel);
        }

        return [new OutgoingReply(await replies.OfAsync(turn, taken.Answer, id, cancel), ReplyPlacement.OnlyAsker)];
    }

    /// <summary>Shows a case that a button names, as the open one from now on.</summary>
    public async Task<DialogueTurn> ShowAsync(Turn turn, string caseId, AskedQuestion? question, AnswerShown shown, CancellationToken cancel)
    {
        var before = await conversations.ReadAsync(turn.Conversation, cancel);
        var state = question is null ? before : new ConversationState { Offered = question.Nearest, QuestionId = question.Id };
        var taken = dialogue.Show(state, caseId, question?.Text ?? "", shown.Language);
        if (taken.Notice is not null)
        {
            return taken;
        }

        await conversations.WriteAsync(turn.Conversation, taken.State, cancel);
        if (question is not null && question.CaseId != caseId && shown.Picks)
        {
            await log.NoteCaseAsync(question.Id, caseId, cancel);
        }

        return taken;
    }

    // What stands for hidden data carries no meaning of its own: it is shown, and not searched for.
    private async Task<DialogueTurn> TakeAsync(Turn turn, ConversationState state, string text, CancellationToken cancel)
    {
        var manner = new Manner(turn.Preferences.Language, turn.Preferences.CustomerIsHere);
        var taken = dialogue.Take(state, MaskMarks.Strip(text), manner);
        if (taken.IsQuestion && model.IsOn)
        {
            taken = dialogue.TakeOver(await model.ImproveAsync(taken.Answer, turn.Person, cancel), manner);
        }

        return taken with { Answer = taken.Answer with { Question = text } };
    }

    private async Task RememberAsync(Turn turn, ConversationState before, DialogueTurn taken, string? id, string text, CancellationToken cancel)
    {
        // Written together, both are in one commit.
        var state = conversations.WriteAsync(turn.Conversation, taken.State with { QuestionId = id }, cancel);
        if (taken.IsQuestion)
        {
            await Task.WhenAll(state, memory.RememberAsync(turn, id!, text, taken.Answer, cancel));
        }
        else if (id is not null && taken.State.CaseId is { } picked && picked != before.CaseId)
        {
            await Task.WhenAll(state, log.NoteCaseAsync(id, picked, cancel));
        }
        else
        {
            await state;
        }
    }
}

/// <summary>How a case that a button names is shown.</summary>
/// <param name="Language">The language.</param>
/// <param name="Picks">Whether the person says by it that this is the case that was meant.</param>
public sealed record AnswerShown(Language.AnswerLanguage Language, bool Picks);
