using CoachBot.Core.Language;

namespace CoachBot.Core.Drafting;

/// <summary>The answer a person at the counter gets, always in the same order: say, do, avoid, hand over, why, source.</summary>
public sealed record CounterCard
{
    /// <summary>The case it was made from.</summary>
    public required string Id { get; init; }

    /// <summary>The language it is written in.</summary>
    public required AnswerLanguage Language { get; init; }

    /// <summary>The case's title.</summary>
    public required string Title { get; init; }

    /// <summary>The case's situation.</summary>
    public required string Situation { get; init; }

    /// <summary>Sentences to read out; the first is said first.</summary>
    public required IReadOnlyList<CardLine> Say { get; init; }

    /// <summary>Steps in order.</summary>
    public required IReadOnlyList<CardLine> Do { get; init; }

    /// <summary>What not to say or do.</summary>
    public required IReadOnlyList<CardAvoidance> Avoid { get; init; }

    /// <summary>When to hand over and to whom.</summary>
    public required IReadOnlyList<CardEscalation> Escalate { get; init; }

    /// <summary>The point of it.</summary>
    public required string Why { get; init; }

    /// <summary>What is doubtful; null when nothing is.</summary>
    public string? Note { get; init; }

    /// <summary>The trade it comes from when that is not banking or insurance; null otherwise.</summary>
    public string? OtherTrade { get; init; }

    /// <summary>True when figures or rules in it belong to one bank at one time.</summary>
    public bool Example { get; init; }

    /// <summary>Document and section, one line each.</summary>
    public required IReadOnlyList<string> Sources { get; init; }

    /// <summary>Who verified it and when, or that nobody has yet.</summary>
    public required string Verification { get; init; }

    /// <summary>Whether any line goes beyond the sources and must be confirmed by the bank.</summary>
    public bool HasHouseLines =>
        Say.Any(line => line.House) || Do.Any(line => line.House) || Avoid.Any(line => line.House) || Escalate.Any(line => line.House);
}

/// <summary>A line of a card.</summary>
/// <param name="Text">The text.</param>
/// <param name="House">True when it goes beyond the sources.</param>
public sealed record CardLine(string Text, bool House);

/// <summary>Something not to say or do.</summary>
/// <param name="Dont">The bad wording or act.</param>
/// <param name="Instead">The better one, or null.</param>
/// <param name="Why">The reason, or null.</param>
/// <param name="House">True when it goes beyond the sources.</param>
public sealed record CardAvoidance(string Dont, string? Instead, string? Why, bool House);

/// <summary>When to hand over.</summary>
/// <param name="When">The trigger.</param>
/// <param name="To">Whom to, with the bank's contact where it is known.</param>
/// <param name="Within">The time limit.</param>
/// <param name="House">True when it goes beyond the sources.</param>
public sealed record CardEscalation(string When, string To, string Within, bool House);
