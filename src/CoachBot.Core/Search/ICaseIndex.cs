using CoachBot.Core.Documents;

namespace CoachBot.Core.Search;

/// <summary>Finds the cases that fit a question. Safe to call from many threads.</summary>
public interface ICaseIndex
{
    /// <summary>The knowledge that is searched at this moment.</summary>
    Knowledge.KnowledgePack Pack { get; }

    /// <summary>The published case of an id; null when there is none. An index that keeps its cases on disk reads this one alone.</summary>
    Knowledge.Case? Published(string id) => Pack.Cases.FirstOrDefault(@case => @case.Id == id && @case.Published);

    /// <summary>The best cases and the best redirect, with evidence that means the same for every question and pack.</summary>
    Findings Find(CaseQuery query);

    /// <summary>How probable each risk signal is in a text, by its id, 0 to 1; null when the pack has nothing to learn it from.</summary>
    IReadOnlyDictionary<string, double>? SenseSignals(string text);
}

/// <summary>A question to find cases for.</summary>
/// <param name="Text">As the person typed it; long texts are read up to a bound.</param>
/// <param name="Take">How many cases to return, best first.</param>
/// <param name="Explain">Whether each hit says which terms spoke for it.</param>
public sealed record CaseQuery(string Text, int Take = 5, bool Explain = false);

/// <summary>What a search found.</summary>
/// <param name="Cases">Best first, equal scores in the order of their ids.</param>
/// <param name="Redirect">The redirect that fits best, or null when the pack has none.</param>
public sealed record Findings(IReadOnlyList<CaseHit> Cases, CaseHit? Redirect)
{
    /// <summary>Nothing found.</summary>
    public static Findings None { get; } = new([], null);

    /// <summary>Passages of raw documents, best first; never a reason to answer, only to point there.</summary>
    public IReadOnlyList<PassageMatch> Passages { get; init; } = [];

    /// <summary>What <see cref="ICaseIndex.SenseSignals"/> says of the same text, where it was found on the way; null: ask there.</summary>
    public IReadOnlyDictionary<string, double>? Sensed { get; init; }
}

/// <summary>A passage of a raw document that fits.</summary>
/// <param name="Passage">The passage.</param>
/// <param name="Score">How much of the question stands in it, 0 to 0.5: a written case outranks it.</param>
/// <param name="Why">Which terms spoke for it; null unless asked for.</param>
public sealed record PassageMatch(Passage Passage, double Score, HitExplanation? Why);

/// <summary>One case or redirect that fits.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Score">
/// Calibrated evidence from 0 to 1: of all questions that reach this score, about this share was really about this case.
/// </param>
/// <param name="Why">Which fields and terms spoke for it; null unless asked for.</param>
public sealed record CaseHit(string Id, double Score, HitExplanation? Why = null);

/// <summary>Why a case was found.</summary>
/// <param name="Text">Share of the question's weight found in the case's text, 0 to 1.</param>
/// <param name="Alternate">Likeness of the nearest alternate, 0 to 1.</param>
/// <param name="NearestAlternate">That alternate.</param>
/// <param name="Vote">Probability by the learnt voter, 0 to 1.</param>
/// <param name="Terms">The terms found in the case, heaviest first.</param>
public sealed record HitExplanation(double Text, double Alternate, string? NearestAlternate, double Vote, IReadOnlyList<string> Terms);
