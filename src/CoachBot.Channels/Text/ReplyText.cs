using System.Globalization;
using CoachBot.Core.Language;
using CoachBot.Core.Resources;
using CoachBot.Core.Search.Keyword;
using CoachBot.Core.Turns;

namespace CoachBot.Channels.Text;

/// <summary>A reply as plain text that leaves nothing out: for screen readers, notifications, and wherever no card can be shown.</summary>
internal static class ReplyText
{
    /// <summary>The text, lines parted by line ends.</summary>
    public static string Of(Reply reply) => reply switch
    {
        Reply.Answered answered => Of(answered),
        Reply.Large large => string.Join("\n", large.Sentences),
        Reply.Notice notice => notice.Text,
        Reply.Welcome welcome => Lines([welcome.Text, "", CardTexts.Get("Examples", welcome.Spoken), .. welcome.Examples]),
        Reply.Help help => Lines([CardTexts.Get("Help", help.Spoken), .. help.Lines.Select(line => $"{line.Usage}: {line.Meaning}")]),
        Reply.ReasonsAsked reasons => CardTexts.Get("HearReasons", reasons.Spoken),
        Reply.Found found => Of(found),
        Reply.Tip tip => Lines([CardTexts.Get("Tip", tip.Spoken), .. tip.Lessons.SelectMany(lesson => new[] { lesson.Title, lesson.Text })]),
        Reply.Practise practise => Of(practise),
        Reply.Settings settings => Of(settings),
        Reply.ExpertWanted wanted => Lines([CardTexts.Get("ExpertWanted", wanted.Spoken), wanted.Question.Text, CardTexts.Get("ExpertHowTo", wanted.Spoken)]),
        Reply.ExpertAnswered answered => Of(answered),
        _ => throw new ArgumentOutOfRangeException(nameof(reply), reply.GetType().Name, "A reply that has no text."),
    };

    private static string Of(Reply.Answered reply)
    {
        var ask = CardTexts.Get(reply.QuestionId is null ? "AskExpertOffline" : "AskExpert", reply.Answer.Language, reply.AskWhom);
        return Lines([.. reply.Notices, .. AnswerText.Of(reply.Answer, ask).Select(line => line.ToString())]);
    }

    private static string Of(Reply.Found reply) => Lines(
    [
        reply.Results.Total == 0
            ? CardTexts.Get("FoundNothing", reply.Spoken, reply.Query)
            : CardTexts.Get("Found", reply.Spoken, reply.Results.Total, reply.Query),
        .. reply.Results.Pages > 1 ? [CardTexts.Get("Page", reply.Spoken, reply.Results.Page, reply.Results.Pages)] : Array.Empty<string>(),
        .. reply.Results.Hints.Select(hint => hint.In(reply.Spoken)),
        .. reply.Results.Hits.Select(Of),
    ]);

    private static string Of(KeywordHit hit) => hit.Fragments is [var best, ..] ? $"- {hit.Title}: {best.Text}" : $"- {hit.Title}";

    private static string Of(Reply.Practise reply)
    {
        var (practice, drill) = (reply.Practice, reply.Practice.Drill);
        string[] rest = !reply.WithSolution
            ? [CardTexts.Get("PractiseAsk", practice.Language)]
            :
            [
                CardTexts.Get("GoodAnswer", practice.Language),
                .. drill.Good.Select(point => "- " + point),
                CardTexts.Get("WrongAnswers", practice.Language),
                .. drill.Wrong.Select(wrong => $"- {CardText.Quote(wrong.Answer, practice.Language)} {wrong.Why}"),
            ];
        return Lines([CardTexts.Get("PractiseHeading", practice.Language), practice.Title, CardText.Quote(drill.Customer, practice.Language), .. rest]);
    }

    private static string Of(Reply.Settings reply)
    {
        var language = CardTexts.Get("Language." + (reply.Chosen.Language?.Code() ?? "auto"), reply.Spoken);
        var here = CardTexts.Get(reply.Chosen.CustomerIsHere ? "On" : "Off", reply.Spoken);
        return Lines(
        [
            CardTexts.Get("Settings", reply.Spoken),
            string.Create(CultureInfo.InvariantCulture, $"{CardTexts.Get("SettingLanguage", reply.Spoken)}: {language}"),
            string.Create(CultureInfo.InvariantCulture, $"{CardTexts.Get("SettingHere", reply.Spoken)}: {here}"),
        ]);
    }

    private static string Of(Reply.ExpertAnswered reply) => Lines(
    [
        reply.By is { } name ? CardTexts.Get("ExpertAnsweredBy", reply.Spoken, name) : CardTexts.Get("ExpertAnswered", reply.Spoken),
        CardTexts.Get("YouAsked", reply.Spoken, reply.Question),
        "",
        reply.Text,
        "",
        CardTexts.Get("ExpertIsPerson", reply.Spoken),
    ]);

    private static string Lines(IEnumerable<string> lines) => string.Join('\n', lines).Trim();
}
