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

namespace CoachBot.Tests.Channels.Teams.Cards;

/// <summary>Every kind of reply, made from a real pack, as longest and fullest as it can come.</summary>
internal static class CardSamples
{
    public const string Question = "01JDQWERTYUIOPASDFGHJKLZXC";
    public static readonly AnswerLanguage[] Languages = Enum.GetValues<AnswerLanguage>();

    private static readonly string[] Notices = ["Personal data in your message was hidden before it was kept."];

    /// <summary>All there can be about one case in one language.</summary>
    public static IEnumerable<(string Name, Reply Reply)> OfCase(Case @case, KnowledgePack pack, AnswerLanguage language)
    {
        var answer = Answered(@case, pack, language);
        yield return ("whole", new Reply.Answered(answer, Question, Brief: false, Notices, "training"));
        yield return ("brief", new Reply.Answered(answer, Question, Brief: true, Notices, "training"));
        yield return ("full", new Reply.Answered(answer, Question, Brief: false, Notices, "training", Full: true));
        yield return ("forgotten", new Reply.Answered(answer with { Alerts = [] }, null, Brief: false, [], "training"));
        foreach (var part in Enum.GetValues<CardPart>().Where(part => part != CardPart.Whole))
        {
            yield return ("part-" + part, new Reply.Answered(answer with { Part = part }, Question, Brief: false, [], "training"));
        }

        yield return ("choose", new Reply.Answered(
            answer with { Outcome = Outcome.Choose, Card = null, Choices = 3 }, Question, Brief: false, Notices, "training"));
        yield return ("none", new Reply.Answered(answer with { Outcome = Outcome.None, Card = null }, Question, Brief: false, Notices, "training"));
        if (answer.Card!.Say.Count > 0)
        {
            yield return ("large", new Reply.Large(@case.Id, answer.Card.Say.Select(line => line.Text).ToList(), language));
        }

        yield return ("tip", new Reply.Tip(@case.Id, [Lesson(@case, AnswerLanguage.Zh), Lesson(@case, AnswerLanguage.En)], HasDrill: true, language));
        if (PracticeCard.Of(@case, language) is { } practice)
        {
            yield return ("practise", new Reply.Practise(practice, WithSolution: false));
            yield return ("solution", new Reply.Practise(practice, WithSolution: true));
        }
    }

    /// <summary>The replies that belong to no case.</summary>
    public static IEnumerable<(string Name, Reply Reply)> OfNoCase(KnowledgePack pack, IKeywordSearch search, AnswerLanguage language)
    {
        var redirect = pack.Redirects[0];
        var face = language == AnswerLanguage.En ? redirect.En : redirect.Zh;
        var asked = language == AnswerLanguage.En ? "customer says ATM gave fake notes" : "客户说取款机吐了假钞怎么办";
        yield return ("redirect", new Reply.Answered(
            new Answer
            {
                Question = asked,
                Language = language,
                Outcome = Outcome.Redirect,
                Matches = [],
                Redirect = new RedirectNotice(redirect.Id, LanguageFaces.Show(face.Title, language), LanguageFaces.Show(face.Line, language), People.Name(pack, redirect.To, language)),
            },
            Question, Brief: false, [], "training"));
        yield return ("nothing-near", new Reply.Answered(
            new Answer { Question = asked, Language = language, Outcome = Outcome.None, Matches = [] }, null, Brief: false, [], "training"));
        yield return ("notice", new Reply.Notice("One.\n\nTwo.", language));
        yield return ("welcome", new Reply.Welcome("Hello, I am CoachBot.\n\nType what the customer says.", [asked, asked + "?", asked + "!"], language));
        yield return ("help", new Reply.Help([new HelpLine("search atm", "finds cases"), new HelpLine("tip", "a lesson")], language));
        yield return ("reasons", new Reply.ReasonsAsked(Question, language));
        yield return ("settings-default", new Reply.Settings(PersonPreferences.None, language));
        yield return ("settings-set", new Reply.Settings(new PersonPreferences { Language = language, CustomerIsHere = true }, language));
        var words = language == AnswerLanguage.En ? "customer" : "客户";
        yield return ("found", new Reply.Found(words, search.Search(KeywordQueryParser.Parse(words, 2, 10, language)), language));
        yield return ("found-nothing", new Reply.Found("zzqqx", search.Search(KeywordQueryParser.Parse("zzqqx role:pilot", 1, 10, language)), language));
        yield return ("expert-wanted", new Reply.ExpertWanted(
            new ExpertQuestion
            {
                QuestionId = Question,
                Asker = new PersonKey(ChannelNames.Teams, "tenant", "person"),
                AskerAddress = new Address(new ConversationKey(ChannelNames.Teams, "tenant", "conversation"), "{}"),
                Text = asked,
                Language = language,
                Nearest = Matches(pack.Cases.Where(@case => @case.Published).Take(3), language),
                At = new DateTimeOffset(2026, 11, 28, 9, 0, 0, TimeSpan.Zero),
            },
            language));
        yield return ("expert-answered", new Reply.ExpertAnswered(asked, "First paragraph.\n\nSecond paragraph.", "Ada Lovelace", language));
        yield return ("expert-unnamed", new Reply.ExpertAnswered(asked, "One line.", null, language));
    }

    /// <summary>The answer whose card is that of a case, with everything around it that there can be.</summary>
    public static Answer Answered(Case @case, KnowledgePack pack, AnswerLanguage language)
    {
        var others = pack.Cases.Where(other => other.Published && other.Id != @case.Id).OrderByDescending(other => other.Zh.Cue.Length + other.En.Cue.Length).Take(4);
        return new Answer
        {
            Question = language == AnswerLanguage.En ? @case.En.Asks[0] : @case.Zh.Asks[0],
            Language = language,
            Outcome = Outcome.Answered,
            Card = new TemplateDrafter().Draft(@case, pack, language),
            Matches = Matches(others.Prepend(@case), language),
            Alerts = pack.Signals.Take(3).Select(signal => SignalWatch.Alert(signal, language)).ToList(),
        };
    }

    private static List<Match> Matches(IEnumerable<Case> cases, AnswerLanguage language) => cases
        .Select(@case => (@case, face: @case.In(language)))
        .Select(pair => new Match(
            pair.@case.Id, LanguageFaces.Show(pair.face.Title, language), LanguageFaces.Show(pair.face.Cue, language), "case", 0.5, pair.@case.Covers, null))
        .ToList();

    private static TipLesson Lesson(Case @case, AnswerLanguage language) => new(language, @case.In(language).Title, @case.In(language).Tip);
}
