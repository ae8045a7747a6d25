using CoachBot.Channels.Cards;
using CoachBot.Core.Coaching;
using CoachBot.Core.Resources;
using CoachBot.Core.Turns;

namespace CoachBot.Channels.Teams.Cards;

/// <summary>The answer to a question: alerts on top, then the card, or what stands in its place.</summary>
internal static class AnsweredCard
{
    private const int MostNearest = 3;

    /// <summary>The card.</summary>
    public static void Write(CardWriter card, Reply.Answered reply)
    {
        foreach (var notice in reply.Notices)
        {
            card.Text(notice, Look.Aside);
        }

        Alerts(card, reply.Answer);
        switch (reply.Answer.Outcome)
        {
            case Outcome.Answered:
                Counter(card, reply);
                break;
            case Outcome.Choose:
                Choice(card, reply);
                break;
            case Outcome.Redirect:
                Redirect(card, reply);
                break;
            default:
                Nothing(card, reply);
                break;
        }
    }

    private static void Alerts(CardWriter card, Answer answer)
    {
        if (answer.Alerts.Count == 0)
        {
            return;
        }

        using var box = card.Box("attention");
        card.Heading("⚠ " + CardTexts.Get("Alert", answer.Language), "attention");
        foreach (var alert in answer.Alerts)
        {
            card.After("small").Text(alert.Text, Look.Strong);
        }
    }

    private static void Counter(CardWriter card, Reply.Answered reply)
    {
        var answer = reply.Answer;
        var content = answer.Card!;
        CounterCardBody.Write(card, content, answer.Part, FoldOf(reply, card.Room), reply.QuestionId);
        using (card.After("medium").Buttons())
        {
            if (FoldOf(reply, card.Room) != Fold.Open)
            {
                card.Button(CardButtons.Full(content.Id, answer.Language, reply.QuestionId));
            }

            if (reply.QuestionId is { } question && answer.Matches.Any(match => match.IsCase && match.Id != content.Id))
            {
                card.Button(CardButtons.Others(question, answer.Language));
            }

            foreach (var button in reply.Brief ? [] : CardButtons.Translate(content.Id, answer.Language, reply.QuestionId))
            {
                card.Button(button);
            }
        }

        if (!reply.Brief)
        {
            FeedbackRow.Write(card, reply.QuestionId, answer.Language);
        }
    }

    private static Fold FoldOf(Reply.Answered reply, CardRoom room) => (reply.Full, reply.Brief || room.Briefly) switch
    {
        (_, true) when room.Briefly || !reply.Full => Fold.Brief,
        (true, _) => Fold.Open,
        _ => Fold.Usual,
    };

    private static void Choice(CardWriter card, Reply.Answered reply)
    {
        var answer = reply.Answer;
        card.After("medium").Text(CardTexts.Get("Choose", answer.Language), Look.Title);
        MatchList.Write(card, answer.Matches.Take(answer.Choices), answer.Language, reply.QuestionId);
        FeedbackRow.Write(card, reply.QuestionId, answer.Language);
    }

    private static void Redirect(CardWriter card, Reply.Answered reply)
    {
        var answer = reply.Answer;
        card.After("medium").Heading(CardTexts.Get("NotCoaching", answer.Language));
        card.Text(answer.Redirect!.Title, Look.Title);
        card.Text(answer.Redirect.Line);
        card.Text(CardTexts.Get("AskThere", answer.Language, answer.Redirect.To), Look.Strong);
        card.Text(CardTexts.Get("ToBeConfirmed", answer.Language), Look.Aside);
        FeedbackRow.Write(card, reply.QuestionId, answer.Language);
    }

    private static void Nothing(CardWriter card, Reply.Answered reply)
    {
        var answer = reply.Answer;
        card.After("medium").Text(CardTexts.Get("NothingFits", answer.Language), Look.Title);
        var cases = answer.Matches.Where(match => match.IsCase).Take(MostNearest).ToList();
        if (cases.Count > 0)
        {
            card.Text(CardTexts.Get("Nearest", answer.Language));
            MatchList.Write(card, cases, answer.Language, reply.QuestionId);
        }

        FromDocuments(card, answer);
        card.After("medium").Text(CardTexts.Get(reply.QuestionId is null ? "AskExpertOffline" : "AskExpert", answer.Language, reply.AskWhom));
        FeedbackRow.Write(card, reply.QuestionId, answer.Language);
    }

    private static void FromDocuments(CardWriter card, Answer answer)
    {
        var passages = answer.Matches.Where(match => !match.IsCase).Take(MostNearest).ToList();
        if (passages.Count == 0)
        {
            return;
        }

        card.After("medium").Heading(CardTexts.Get("FromDocuments", answer.Language));
        foreach (var passage in passages)
        {
            card.After("small").Text(passage.Title, Look.Strong);
            card.After("none").Text(passage.Cue, Look.Aside);
        }
    }
}
