using System.Globalization;
using CoachBot.Core.Coaching;
using CoachBot.Core.Drafting;
using CoachBot.Core.Knowledge;
using CoachBot.Core.Resources;

namespace CoachBot.Channels.Text;

/// <summary>An answer as lines of text: alerts first, then the card in its fixed order, or what stands in its place.</summary>
public static class AnswerText
{
    private const int MostNearest = 3;

    /// <summary>The lines of an answer.</summary>
    /// <param name="answer">The answer.</param>
    /// <param name="pack">The pack it was answered from, for naming whom to ask.</param>
    public static List<TextLine> Of(Answer answer, KnowledgePack pack) =>
        Of(answer, CardTexts.Get("AskExpertOffline", answer.Language, People.Name(pack, "training", answer.Language)));

    /// <summary>The lines of an answer.</summary>
    /// <param name="answer">The answer.</param>
    /// <param name="ask">Whom to ask where nothing fits, as a sentence.</param>
    public static List<TextLine> Of(Answer answer, string ask)
    {
        var lines = new List<TextLine>();
        lines.AddRange(answer.Alerts.Select(alert => new TextLine(TextStyle.Alert, "! ", alert.Text)));
        if (lines.Count > 0)
        {
            lines.Add(TextLine.Blank);
        }

        lines.AddRange(answer.Outcome switch
        {
            Outcome.Answered => CardText.Of(answer.Card!, answer.Part),
            Outcome.Choose => Choices(answer),
            Outcome.Redirect => Redirect(answer),
            _ => Nothing(answer, ask),
        });
        return lines;
    }

    /// <summary>Why each match was found, one block a match.</summary>
    public static List<TextLine> Explanation(Answer answer) => answer.Matches
        .Where(match => match.Why is not null)
        .SelectMany(match => new TextLine[]
        {
            new(TextStyle.Heading, "", string.Create(CultureInfo.InvariantCulture, $"{match.Id}  {match.Score:F3}")),
            new(TextStyle.Faint, "  ", string.Create(CultureInfo.InvariantCulture, $"text {match.Why!.Text:F3}  alternate {match.Why.Alternate:F3}  vote {match.Why.Vote:F3}")),
            new(TextStyle.Faint, "  ", "nearest: " + (match.Why.NearestAlternate ?? "-")),
            new(TextStyle.Faint, "  ", "terms: " + string.Join(' ', match.Why.Terms)),
        })
        .ToList();

    private static IEnumerable<TextLine> Choices(Answer answer) =>
    [
        new(TextStyle.Title, "", CardTexts.Get("Choose", answer.Language)),
        .. Numbered(answer.Matches.Take(answer.Choices)),
        TextLine.Blank,
        new(TextStyle.Faint, "", CardTexts.Get("ChooseHint", answer.Language)),
    ];

    private static IEnumerable<TextLine> Redirect(Answer answer) =>
    [
        new(TextStyle.Title, "", $"{CardTexts.Get("NotCoaching", answer.Language)}: {answer.Redirect!.Title}"),
        new(TextStyle.Plain, "", answer.Redirect.Line),
        new(TextStyle.Plain, "", CardTexts.Get("AskThere", answer.Language, answer.Redirect.To)),
        new(TextStyle.Faint, "", CardTexts.Get("ToBeConfirmed", answer.Language)),
    ];

    private static IEnumerable<TextLine> Nothing(Answer answer, string ask) =>
    [
        new(TextStyle.Title, "", CardTexts.Get("NothingFits", answer.Language)),
        .. Nearest(answer),
        .. FromDocuments(answer),
        new(TextStyle.Faint, "", ask),
    ];

    private static List<TextLine> Nearest(Answer answer)
    {
        var cases = answer.Matches.Where(match => match.IsCase).Take(MostNearest).ToList();
        return cases.Count == 0 ? [] : [new(TextStyle.Plain, "", CardTexts.Get("Nearest", answer.Language)), .. Numbered(cases)];
    }

    private static List<TextLine> FromDocuments(Answer answer)
    {
        var passages = answer.Matches.Where(match => !match.IsCase).Take(MostNearest).ToList();
        return passages.Count == 0 ? [] :
        [
            new(TextStyle.Plain, "", CardTexts.Get("FromDocuments", answer.Language)),
            .. passages.SelectMany(match => new TextLine[] { new(TextStyle.Heading, "- ", $"{match.Title} [{match.Id}]"), new(TextStyle.Faint, "  ", match.Cue) }),
        ];
    }

    private static IEnumerable<TextLine> Numbered(IEnumerable<Match> matches) => matches.SelectMany((match, at) => new TextLine[]
    {
        new(TextStyle.Heading, string.Create(CultureInfo.InvariantCulture, $"{at + 1}. "), match.Title),
        new(TextStyle.Faint, "   ", match.Cue),
    });
}
