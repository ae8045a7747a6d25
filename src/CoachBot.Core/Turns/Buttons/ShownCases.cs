using CoachBot.Core.Language;
using CoachBot.Core.Questions;
using CoachBot.Core.Turns.Handling;

namespace CoachBot.Core.Turns.Buttons;

/// <summary>Shows the case that a button's data names, and makes it the open one.</summary>
public sealed class ShownCases(CoachedQuestions questions, IQuestionLog log, AnswerReplies replies)
{
    /// <summary>The case's card; a sentence when it is gone.</summary>
    public async Task<IReadOnlyList<OutgoingReply>> ShowAsync(Turn turn, CardAction action, CaseView view, CancellationToken cancel)
    {
        var language = AnswerLanguageCodes.Of(action[CardData.Language]) ?? turn.Language;
        var question = action[CardData.Question] is { } id ? await log.FindAsync(id, cancel) : null;
        var taken = await questions.ShowAsync(turn, action[CardData.Case] ?? "", question, new AnswerShown(language, view.Picks), cancel);
        if (taken.Notice is { } gone)
        {
            return [new OutgoingReply(new Reply.Notice(gone, language), view.Placement)];
        }

        var reply = replies.Of(taken.Answer, question?.Id, turn.Preferences.CustomerIsHere && !view.Full, full: view.Full);
        return [new OutgoingReply(reply, view.Placement)];
    }
}

/// <summary>How a case is shown.</summary>
/// <param name="Placement">Where.</param>
/// <param name="Picks">Whether the person says by it that this is the case that was meant.</param>
/// <param name="Full">Whether nothing is folded away.</param>
public sealed record CaseView(ReplyPlacement Placement, bool Picks = false, bool Full = false);
