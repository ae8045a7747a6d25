using CoachBot.Core.Alerts;
using CoachBot.Core.Drafting;
using CoachBot.Core.Knowledge;
using CoachBot.Core.Language;
using CoachBot.Core.Search;

namespace CoachBot.Core.Coaching;

/// <summary>How the bot took a question.</summary>
public enum Outcome
{
    /// <summary>One case fits: its card is shown.</summary>
    Answered,

    /// <summary>Two or three cases are close: the person picks.</summary>
    Choose,

    /// <summary>No coaching matter: where to ask instead.</summary>
    Redirect,

    /// <summary>Nothing fits: the nearest titles, and a gap for the trainers.</summary>
    None,
}

/// <summary>What the engine returns for one question.</summary>
public sealed record Answer
{
    /// <summary>The question as it was asked.</summary>
    public required string Question { get; init; }

    /// <summary>The language of the answer.</summary>
    public required AnswerLanguage Language { get; init; }

    /// <summary>How the question was taken.</summary>
    public required Outcome Outcome { get; init; }

    /// <summary>The best cases, best first, whatever the outcome; in a follow-up the current case comes first.</summary>
    public required IReadOnlyList<Match> Matches { get; init; }

    /// <summary>The card; null unless answered.</summary>
    public CounterCard? Card { get; init; }

    /// <summary>Where to ask instead; null unless redirected.</summary>
    public RedirectNotice? Redirect { get; init; }

    /// <summary>How many of the first matches are offered when the person has to choose; 0 otherwise.</summary>
    public int Choices { get; init; }

    /// <summary>Risk signals seen in the question.</summary>
    public IReadOnlyList<Alert> Alerts { get; init; } = [];

    /// <summary>The part of the card that a follow-up asked for; the whole card otherwise.</summary>
    public CardPart Part { get; init; } = CardPart.Whole;
}

/// <summary>A part of the card that a follow-up can ask for.</summary>
public enum CardPart
{
    /// <summary>Everything.</summary>
    Whole,

    /// <summary>What to say.</summary>
    Say,

    /// <summary>What to do.</summary>
    Do,

    /// <summary>What not to say or do.</summary>
    Avoid,

    /// <summary>Whom to hand over to.</summary>
    HandOver,

    /// <summary>What comes when the first sentence did not help: the next ones, then whom to hand over to.</summary>
    Otherwise,

    /// <summary>The reason and the source.</summary>
    Why,
}

/// <summary>A case that fits.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Title">Its title in the language of the answer.</param>
/// <param name="Cue">What tells it from its neighbours.</param>
/// <param name="Kind">What sort of knowledge it is.</param>
/// <param name="Score">Calibrated evidence from 0 to 1.</param>
/// <param name="Covers">Catalogue units it answers for.</param>
/// <param name="Why">Why it was found; null unless asked for.</param>
public sealed record Match(
    string Id, string Title, string Cue, CaseKind Kind, double Score, IReadOnlyList<string> Covers, HitExplanation? Why);

/// <summary>A topic that is no coaching matter.</summary>
/// <param name="Id">The redirect's id.</param>
/// <param name="Title">The topic.</param>
/// <param name="Line">That it is no coaching matter, and where the bank says to ask.</param>
/// <param name="To">Whom to ask, with the bank's contact where it is known.</param>
public sealed record RedirectNotice(string Id, string Title, string Line, string To);
