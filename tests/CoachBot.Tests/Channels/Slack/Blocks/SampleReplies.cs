using CoachBot.Core.Alerts;
using CoachBot.Core.Coaching;
using CoachBot.Core.Drafting;
using CoachBot.Core.Experts;
using CoachBot.Core.Knowledge;
using CoachBot.Core.Language;
using CoachBot.Core.Practice;
using CoachBot.Core.Preferences;
using CoachBot.Core.Search.Keyword;
using CoachBot.Core.Turns;

namespace CoachBot.Tests.Channels.Slack.Blocks;

/// <summary>Replies of every kind, made of the cases of a pack.</summary>
internal static class SampleReplies
{
    public const string Question = "01JDQ5Z6Y7X8W9V0T1S2R3Q4P5";

    public static readonly IReadOnlyList<AnswerLanguage> Languages = Enum.GetValues<AnswerLanguage>();

    private static readonly TemplateDrafter Drafter = new();

    /// <summary>Every reply that one case can give rise to in one language.</summary>
    public static IEnumerable<Reply> Of(Case one, KnowledgePack pack, AnswerLanguage language)
    {
        var answer = Answered(one, pack, language);
        foreach (var part in Enum.GetValues<CardPart>())
        {
            yield return new Reply.Answered(answer with { Part = part }, Question, Brief: false, [], "训练");
        }

        yield return new Reply.Answered(answer with { Alerts = Alerts(pack, language) }, Question, Brief: true, ["hidden"], "训练");
        yield return new Reply.Answered(answer with { Alerts = Alerts(pack, language) }, Question, Brief: false, ["hidden"], "训练", Full: true);
        yield return new Reply.Answered(answer, null, Brief: false, [], "训练");
        yield return new Reply.Answered(answer with { Outcome = Outcome.Choose, Choices = 3, Card = null }, Question, Brief: false, [], "训练");
        yield return new Reply.Answered(answer with { Outcome = Outcome.None, Card = null }, Question, Brief: false, [], "训练");
        yield return new Reply.Large(one.Id, answer.Card!.Say.Select(line => line.Text).DefaultIfEmpty(answer.Card.Situation).ToList(), language);
        yield return new Reply.Tip(one.Id, Lessons(one), one.En.Drill is not null, language);
        if (PracticeCard.Of(one, language) is { } practice)
        {
            yield return new Reply.Practise(practice, WithSolution: false);
            yield return new Reply.Practise(practice, WithSolution: true);
        }
    }

    /// <summary>Every reply that comes from no case.</summary>
    public static IEnumerable<Reply> Others(KnowledgePack pack, AnswerLanguage language)
    {
        var answer = Answered(pack.Cases.First(one => one.Published), pack, language);
        yield return new Reply.Notice("One.\n\nTwo <!channel>.", language);
        yield return new Reply.Welcome("Hello.\n\nAsk.", ["one?", "two?", new string('三', 300)], language);
        yield return new Reply.Help(Enumerable.Range(0, 20).Select(at => new HelpLine($"usage {at}", "meaning")).ToList(), language);
        yield return new Reply.ReasonsAsked(Question, language);
        foreach (var here in (bool[])[true, false])
        {
            yield return new Reply.Settings(new PersonPreferences { Language = here ? language : null, CustomerIsHere = here }, language);
        }

        yield return new Reply.ExpertWanted(
            new ExpertQuestion
            {
                QuestionId = Question,
                Asker = new PersonKey(ChannelNames.Slack, "T1", "U1"),
                AskerAddress = new Address(new ConversationKey(ChannelNames.Slack, "T1", "D1"), "{}"),
                Text = "<!channel> *what* now & then?",
                Language = language,
                Nearest = answer.Matches,
                At = DateTimeOffset.UnixEpoch,
            },
            language);
        yield return new Reply.ExpertAnswered("what?", "*Do* this <@U1>\n\nand that", "Ms <b>", language);
        yield return new Reply.ExpertAnswered("what?", new string('长', 40_000), null, language);
        foreach (var redirect in pack.Redirects)
        {
            yield return Redirected(redirect, answer, language);
        }
    }

    /// <summary>Pages of the trainers' search.</summary>
    public static IEnumerable<Reply> Found(IKeywordSearch search, AnswerLanguage language)
    {
        foreach (var text in (string[])["atm", "客户", "role:teller kind:rule", "nothingatall", "\"unclosed", new string('词', 1900), ""])
        {
            foreach (var page in (int[])[1, 2])
            {
                var results = search.Search(KeywordQueryParser.Parse(text, page, language: language));
                yield return new Reply.Found(text, results, language);
            }
        }
    }

    private static Reply.Answered Redirected(Redirect redirect, Answer answer, AnswerLanguage language)
    {
        var face = redirect.In(language);
        var notice = new RedirectNotice(redirect.Id, LanguageFaces.Show(face.Title, language), LanguageFaces.Show(face.Line, language), "somebody");
        return new Reply.Answered(answer with { Outcome = Outcome.Redirect, Card = null, Redirect = notice }, Question, Brief: false, [], "训练");
    }

    private static Answer Answered(Case one, KnowledgePack pack, AnswerLanguage language) => new()
    {
        Question = "what now?",
        Language = language,
        Outcome = Outcome.Answered,
        Card = Drafter.Draft(one, pack, language),
        Matches =
        [
            .. pack.Cases.SkipWhile(other => other != one).Concat(pack.Cases).Where(other => other.Published).Take(4).Select(other => new Match(
                other.Id, LanguageFaces.Show(other.In(language).Title, language), LanguageFaces.Show(other.In(language).Cue, language), other.Kind.Code(), 0.5, [], null)),
            new Match("handbook#12", "Handbook: 3", "A passage…", Match.Passage, 0.2, [], null),
        ],
    };

    private static List<Alert> Alerts(KnowledgePack pack, AnswerLanguage language) =>
        pack.Signals.Select(signal => new Alert(signal.Id, LanguageFaces.Show(language == AnswerLanguage.En ? signal.En : signal.Zh, language))).ToList();

    private static List<TipLesson> Lessons(Case one) =>
        [.. new[] { AnswerLanguage.Zh, AnswerLanguage.En }.Select(language => new TipLesson(language, one.In(language).Title, one.In(language).Tip))];
}
