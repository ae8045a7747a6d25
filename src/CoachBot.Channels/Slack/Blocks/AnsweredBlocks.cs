using CoachBot.Channels.Cards;
using CoachBot.Core.Coaching;
using CoachBot.Core.Resources;
using CoachBot.Core.Turns;

namespace CoachBot.Channels.Slack.Blocks;

/// <summary>The answer to a question: alerts on top, then the card, or what stands in its place.</summary>
internal static class AnsweredBlocks
{
    private const int MostNearest = 3;

    /// <summary>The blocks.</summary>
    public static void Write(BlockWriter blocks, Reply.Answered reply, SlackPlace place)
    {
        foreach (var notice in reply.Notices)
        {
            blocks.Aside(notice);
        }

        Alerts(blocks, reply.Answer);
        switch (reply.Answer.Outcome)
        {
            case Outcome.Answered:
                Counter(blocks, reply, place);
                break;
            case Outcome.Choose:
                Choice(blocks, reply);
                break;
            case Outcome.Redirect:
                Redirect(blocks, reply);
                break;
            default:
                Nothing(blocks, reply);
                break;
        }
    }

    private static void Alerts(BlockWriter blocks, Answer answer)
    {
        if (answer.Alerts.Count == 0)
        {
            return;
        }

        blocks.Heading("⚠ " + CardTexts.Get("Alert", answer.Language));
        blocks.List(answer.Alerts.Select(alert => new[] { Run.Strong(alert.Text) }));
        blocks.Line();
    }

    private static void Counter(BlockWriter blocks, Reply.Answered reply, SlackPlace place)
    {
        var answer = reply.Answer;
        var fold = FoldOf(reply);
        CounterCardBlocks.Write(blocks, answer.Card!, answer.Part, fold, reply.QuestionId);
        blocks.Buttons(CounterButtons(reply, fold, place));
        if (!reply.Brief)
        {
            FeedbackBlocks.Write(blocks, reply.QuestionId, answer.Language);
        }
    }

    private static IEnumerable<CardButton> CounterButtons(Reply.Answered reply, Fold fold, SlackPlace place)
    {
        var answer = reply.Answer;
        var id = answer.Card!.Id;
        if (fold != Fold.Open)
        {
            yield return CardButtons.Full(id, answer.Language, reply.QuestionId);
        }

        if (reply.QuestionId is { } question && answer.Matches.Any(match => match.IsCase && match.Id != id))
        {
            yield return CardButtons.Others(question, answer.Language);
        }

        foreach (var button in reply.Brief ? [] : CardButtons.Translate(id, answer.Language, reply.QuestionId))
        {
            yield return button;
        }

        if (place is { OnlyAsker: true, Scope: not ChatScope.Personal })
        {
            yield return CardButtons.OfCase(CardVerbs.Share, id, answer.Language);
        }
    }

    private static Fold FoldOf(Reply.Answered reply) => (reply.Full, reply.Brief) switch
    {
        (true, _) => Fold.Open,
        (_, true) => Fold.Brief,
        _ => Fold.Usual,
    };

    private static void Choice(BlockWriter blocks, Reply.Answered reply)
    {
        var answer = reply.Answer;
        blocks.Header(CardTexts.Get("Choose", answer.Language));
        MatchBlocks.Write(blocks, answer.Matches.Take(answer.Choices), answer.Language, reply.QuestionId);
        FeedbackBlocks.Write(blocks, reply.QuestionId, answer.Language);
    }

    private static void Redirect(BlockWriter blocks, Reply.Answered reply)
    {
        var answer = reply.Answer;
        blocks.Heading(CardTexts.Get("NotCoaching", answer.Language));
        blocks.Header(answer.Redirect!.Title);
        blocks.Text(new Run(answer.Redirect.Line));
        blocks.Text(Run.Strong(CardTexts.Get("AskThere", answer.Language, answer.Redirect.To)));
        blocks.Aside(CardTexts.Get("ToBeConfirmed", answer.Language));
        FeedbackBlocks.Write(blocks, reply.QuestionId, answer.Language);
    }

    private static void Nothing(BlockWriter blocks, Reply.Answered reply)
    {
        var answer = reply.Answer;
        blocks.Header(CardTexts.Get("NothingFits", answer.Language));
        var cases = answer.Matches.Where(match => match.IsCase).Take(MostNearest).ToList();
        if (cases.Count > 0)
        {
            blocks.Text(new Run(CardTexts.Get("Nearest", answer.Language)));
            MatchBlocks.Write(blocks, cases, answer.Language, reply.QuestionId);
        }

        FromDocuments(blocks, answer);
        blocks.Text(new Run(CardTexts.Get(reply.QuestionId is null ? "AskExpertOffline" : "AskExpert", answer.Language, reply.AskWhom)));
        FeedbackBlocks.Write(blocks, reply.QuestionId, answer.Language);
    }

    private static void FromDocuments(BlockWriter blocks, Answer answer)
    {
        var passages = answer.Matches.Where(match => !match.IsCase).Take(MostNearest).ToList();
        if (passages.Count == 0)
        {
            return;
        }

        blocks.Heading(CardTexts.Get("FromDocuments", answer.Language));
        blocks.List(passages.Select(passage => new[] { Run.Strong(passage.Title), Run.Aside("\n" + passage.Cue) }));
    }
}
