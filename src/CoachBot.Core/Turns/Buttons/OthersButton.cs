using CoachBot.Core.Coaching;
using CoachBot.Core.Conversations;
using CoachBot.Core.Language;
using CoachBot.Core.Questions;
using CoachBot.Core.Resources;
using CoachBot.Core.Turns.Handling;

namespace CoachBot.Core.Turns.Buttons;

/// <summary>Shows the other cases that came near a question, to pick from.</summary>
public sealed class OthersButton(IQuestionLog log, Coach coach, IConversationStore conversations, AnswerReplies replies) : IButton
{
    /// <inheritdoc />
    public string Verb => CardVerbs.Others;

    /// <inheritdoc />
    public async Task<IReadOnlyList<OutgoingReply>> PressAsync(Turn turn, CardAction action, CancellationToken cancel)
    {
        var language = AnswerLanguageCodes.Of(action[CardData.Language]) ?? turn.Language;
        if (action[CardData.Question] is not { } id || await log.FindAsync(id, cancel) is not { } question)
        {
            return [new OutgoingReply(new Reply.Notice(TurnTexts.Get("QuestionGone", language), language))];
        }

        var others = question.Nearest
            .Where(one => one != question.CaseId)
            .Select(one => coach.Match(one, 0, language))
            .OfType<Match>()
            .ToList();
        await OfferAsync(turn, question, others, cancel);
        var answer = new Answer
        {
            Question = question.Text,
            Language = language,
            Outcome = others.Count > 0 ? Outcome.Choose : Outcome.None,
            Choices = others.Count,
            Matches = others,
        };
        return [new OutgoingReply(replies.Of(answer, id, brief: false))];
    }

    // A number typed next picks from what is offered now.
    private async Task OfferAsync(Turn turn, AskedQuestion question, List<Match> others, CancellationToken cancel)
    {
        var state = await conversations.ReadAsync(turn.Conversation, cancel);
        await conversations.WriteAsync(
            turn.Conversation, state with { Offered = others.ConvertAll(match => match.Id), QuestionId = question.Id }, cancel);
    }
}
