using CoachBot.Core.Coaching;
using CoachBot.Core.Language;
using CoachBot.Core.Privacy;
using CoachBot.Core.Questions;
using CoachBot.Core.Resources;
using CoachBot.Core.Turns.Handling;

namespace CoachBot.Core.Turns.Buttons;

/// <summary>Shows the card in another language; a choice or a refusal is made anew from its question.</summary>
public sealed class TranslateButton(ShownCases cases, IQuestionLog log, Coach coach, AnswerReplies replies) : IButton
{
    /// <inheritdoc />
    public string Verb => CardVerbs.Translate;

    /// <inheritdoc />
    public async Task<IReadOnlyList<OutgoingReply>> PressAsync(Turn turn, CardAction action, CancellationToken cancel)
    {
        if (action[CardData.Case] is not null)
        {
            return await cases.ShowAsync(turn, action, new CaseView(ReplyPlacement.Replace), cancel);
        }

        var language = AnswerLanguageCodes.Of(action[CardData.Language]) ?? turn.Language;
        if (action[CardData.Question] is not { } id || await log.FindAsync(id, cancel) is not { } question)
        {
            return [new OutgoingReply(new Reply.Notice(TurnTexts.Get("QuestionGone", language), language))];
        }

        var answer = coach.Answer(MaskMarks.Strip(question.Text), language) with { Question = question.Text };
        return [new OutgoingReply(replies.Of(answer, id, turn.Preferences.CustomerIsHere), ReplyPlacement.Replace)];
    }
}
