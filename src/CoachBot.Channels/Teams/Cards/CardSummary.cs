using CoachBot.Channels.Text;
using CoachBot.Core.Coaching;
using CoachBot.Core.Resources;
using CoachBot.Core.Turns;

namespace CoachBot.Channels.Teams.Cards;

/// <summary>A card in one or two sentences: what a notification shows, and what a client shows that knows no cards. Short, as it counts with the card's size.</summary>
internal static class CardSummary
{
    private const int Longest = 400;

    /// <summary>The sentences, plain text.</summary>
    public static string Of(Reply reply)
    {
        var text = reply switch
        {
            Reply.Answered answered => OfAnswer(answered.Answer),
            Reply.Large large => string.Join(' ', large.Sentences),
            Reply.Notice notice => notice.Text,
            Reply.Welcome welcome => welcome.Text,
            Reply.Help help => $"{CardTexts.Get("Help", help.Spoken)}: {string.Join(", ", help.Lines.Select(line => line.Usage))}",
            Reply.ReasonsAsked reasons => CardTexts.Get("HearReasons", reasons.Spoken),
            Reply.Found { Results.Total: 0 } found => CardTexts.Get("FoundNothing", found.Spoken, found.Query),
            Reply.Found found => CardTexts.Get("Found", found.Spoken, found.Results.Total, found.Query),
            Reply.Tip tip => $"{CardTexts.Get("Tip", tip.Spoken)}: {string.Join(" / ", tip.Lessons.Select(lesson => lesson.Text))}",
            Reply.Practise practise => $"{CardTexts.Get("PractiseHeading", practise.Language)} {CardText.Quote(practise.Practice.Drill.Customer, practise.Language)}",
            Reply.Settings settings => CardTexts.Get("Settings", settings.Spoken),
            Reply.ExpertWanted wanted => $"{CardTexts.Get("ExpertWanted", wanted.Spoken)}: {wanted.Question.Text}",
            Reply.ExpertAnswered answered => $"{CardTexts.Get("ExpertAnswered", answered.Spoken)}: {answered.Text}",
            _ => throw new ArgumentOutOfRangeException(nameof(reply), reply.GetType().Name, "A reply that has no summary."),
        };
        var line = Unicode.Whole(text.ReplaceLineEndings(" "));
        return line.Length <= Longest ? line : Unicode.Whole(string.Concat(line.AsSpan(0, Longest), "…"));
    }

    // What is said first is what a glance at the watch must give; a risk comes even before it.
    private static string OfAnswer(Answer answer) => string.Join(' ', answer.Alerts.Take(1).Select(alert => "⚠ " + alert.Text).Append(answer.Outcome switch
    {
        Outcome.Answered when answer.Card!.Say is [var first, ..] => $"{answer.Card.Title}: {CardText.Quote(first.Text, answer.Language)}",
        Outcome.Answered => $"{answer.Card!.Title}: {answer.Card.Situation}",
        Outcome.Choose => $"{CardTexts.Get("Choose", answer.Language)} {string.Join(" / ", answer.Matches.Take(answer.Choices).Select(match => match.Title))}",
        Outcome.Redirect => answer.Redirect!.Line,
        _ => CardTexts.Get("NothingFits", answer.Language),
    }));
}
