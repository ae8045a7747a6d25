using CoachBot.Core.Documents;
using CoachBot.Core.Tips;

namespace CoachBot.Core.Knowledge;

/// <summary>Everything the bot knows, as read from the knowledge folder: immutable, replaced as a whole.</summary>
public sealed record KnowledgePack
{
    /// <summary>Published cases and drafts, by id.</summary>
    public required IReadOnlyList<Case> Cases { get; init; }

    /// <summary>How staff ask for each case or redirect.</summary>
    public required IReadOnlyList<Alternates> Alternates { get; init; }

    /// <summary>Topics that coaching does not answer.</summary>
    public required IReadOnlyList<Redirect> Redirects { get; init; }

    /// <summary>Bilingual synonyms, one concept a row.</summary>
    public required IReadOnlyList<Concept> Glossary { get; init; }

    /// <summary>Signs of danger in a question.</summary>
    public required IReadOnlyList<RiskSignal> Signals { get; init; }

    /// <summary>Questions in which signals were or were not seen: what the index learns to sense them from.</summary>
    public required IReadOnlyList<SignalExamples> SignalExamples { get; init; }

    /// <summary>Questions that are nobody's business here: what the index learns to refuse.</summary>
    public required IReadOnlyList<OutsideQuestion> Outside { get; init; }

    /// <summary>How people ask on within a conversation.</summary>
    public required IReadOnlyList<FollowUpPhrases> FollowUps { get; init; }

    /// <summary>Passages of raw documents that no case was written from yet.</summary>
    public required IReadOnlyList<Passage> Passages { get; init; }

    /// <summary>Phrases that no case may have people say.</summary>
    public ForbiddenPhrases Forbidden { get; init; } = ForbiddenPhrases.None;

    /// <summary>Holidays and moved working days, one calendar a place.</summary>
    public IReadOnlyList<HolidayCalendar> Calendars { get; init; } = [];

    /// <summary>Who stands behind a role's code.</summary>
    public required IReadOnlyDictionary<string, Person> People { get; init; }

    /// <summary>Titles of the documents that cases cite.</summary>
    public required IReadOnlyDictionary<string, Titles> Documents { get; init; }

    /// <summary>Changes whenever any file of the pack changes.</summary>
    public required string Fingerprint { get; init; }

    /// <summary>A pack with nothing in it.</summary>
    public static KnowledgePack Empty { get; } = new()
    {
        Cases = [],
        Alternates = [],
        Redirects = [],
        Glossary = [],
        Signals = [],
        SignalExamples = [],
        Outside = [],
        FollowUps = [],
        Passages = [],
        People = new Dictionary<string, Person>(),
        Documents = new Dictionary<string, Titles>(),
        Fingerprint = "empty",
    };
}

/// <summary>Ways staff ask for one case or redirect, kept apart by who wrote them so that one hand can judge the others.</summary>
/// <param name="Id">The case's or redirect's id.</param>
/// <param name="Hands">One entry a writer.</param>
public sealed record Alternates(string Id, IReadOnlyList<AlternatesHand> Hands);

/// <summary>The alternates of one writer.</summary>
/// <param name="Hand">A short name for the writer.</param>
/// <param name="Zh">Chinese questions.</param>
/// <param name="En">English questions.</param>
public sealed record AlternatesHand(string Hand, IReadOnlyList<string> Zh, IReadOnlyList<string> En);

/// <summary>A topic staff ask about that is no coaching matter.</summary>
/// <param name="Id">Kebab-case, unique among cases and redirects.</param>
/// <param name="To">Where to ask: a role's code.</param>
/// <param name="Zh">Its Chinese text.</param>
/// <param name="En">Its English text.</param>
public sealed record Redirect(string Id, string To, RedirectFace Zh, RedirectFace En);

/// <summary>A redirect's text in one language.</summary>
/// <param name="Title">The topic.</param>
/// <param name="Line">One line: not a coaching matter, and where the bank says to ask.</param>
/// <param name="Asks">Typical questions.</param>
public sealed record RedirectFace(string Title, string Line, IReadOnlyList<string> Asks);

/// <summary>One concept of the trade and the forms it takes in both languages.</summary>
/// <param name="Zh">Chinese forms.</param>
/// <param name="En">English forms; may be phrases.</param>
public sealed record Concept(IReadOnlyList<string> Zh, IReadOnlyList<string> En);

/// <summary>A sign of danger in the question itself.</summary>
/// <param name="Id">Kebab-case.</param>
/// <param name="To">Whom to tell: a role's code.</param>
/// <param name="Zh">The line shown, in Chinese.</param>
/// <param name="En">The line shown, in English.</param>
/// <param name="Triggers">What raises it; parts joined by <c>+</c> must all stand in one clause.</param>
/// <param name="Unless">What keeps it down when it stands in the same clause.</param>
public sealed record RiskSignal(
    string Id, string To, string Zh, string En, IReadOnlyList<string> Triggers, IReadOnlyList<string> Unless);

/// <summary>Questions in which the same signals are seen.</summary>
/// <param name="Signals">Ids of the signals; empty: none, though it may sound like one.</param>
/// <param name="Questions">The questions.</param>
public sealed record SignalExamples(IReadOnlyList<string> Signals, IReadOnlyList<string> Questions);

/// <summary>A question that no card answers.</summary>
/// <param name="Text">The question.</param>
public sealed record OutsideQuestion(string Text);

/// <summary>Ways to ask on for one thing within a conversation.</summary>
/// <param name="Aim">What is asked for: a name of <see cref="FollowUpAims"/>.</param>
/// <param name="Phrases">Phrases in both languages.</param>
public sealed record FollowUpPhrases(string Aim, IReadOnlyList<string> Phrases);

/// <summary>Phrases that no case may have people say.</summary>
/// <param name="Zh">In Chinese.</param>
/// <param name="En">In English.</param>
public sealed record ForbiddenPhrases(IReadOnlyList<string> Zh, IReadOnlyList<string> En)
{
    /// <summary>No phrase is forbidden.</summary>
    public static ForbiddenPhrases None { get; } = new([], []);
}

/// <summary>Who stands behind a role's code.</summary>
/// <param name="Zh">The role in Chinese.</param>
/// <param name="En">The role in English.</param>
/// <param name="Contact">A name, a number, a channel of the bank; null when the bank has not filled it in.</param>
public sealed record Person(string Zh, string En, string? Contact);

/// <summary>A title in both languages.</summary>
/// <param name="Zh">In Chinese.</param>
/// <param name="En">In English.</param>
public sealed record Titles(string Zh, string En);
