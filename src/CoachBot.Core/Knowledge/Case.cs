namespace CoachBot.Core.Knowledge;

/// <summary>What sort of knowledge a case is; the catalogue's own words.</summary>
public enum CaseKind
{
    /// <summary>A situation with its handling.</summary>
    Case,

    /// <summary>A general method.</summary>
    Procedure,

    /// <summary>A kind of customer and the response.</summary>
    CustomerType,

    /// <summary>A sign of danger and the response.</summary>
    RiskSignal,

    /// <summary>Recommended against forbidden wording at one service moment.</summary>
    PhrasePair,

    /// <summary>An internal rule or standard.</summary>
    Rule,

    /// <summary>An idea, model, figure or maxim.</summary>
    Concept,

    /// <summary>Find the mistakes, scenario, discussion.</summary>
    Exercise,
}

/// <summary>How much harm a badly handled case can do.</summary>
public enum CaseRisk
{
    /// <summary>The person at the counter can settle it.</summary>
    Low,

    /// <summary>The duty manager should know at once.</summary>
    High,
}

/// <summary>One situation with its handling: one id, two language faces. The format is described in docs/case-format.md.</summary>
public sealed record Case
{
    /// <summary>Kebab-case, unique in the pack, also the file's name.</summary>
    public required string Id { get; init; }

    /// <summary>What sort of knowledge this is.</summary>
    public required CaseKind Kind { get; init; }

    /// <summary>False for a draft; drafts are never answered from.</summary>
    public required bool Published { get; init; }

    /// <summary>Staff concerned, by the codes of the catalogue.</summary>
    public required IReadOnlyList<string> Roles { get; init; }

    /// <summary>The trade it comes from; only <c>bank</c> is shown as the bank's own practice.</summary>
    public required string Domain { get; init; }

    /// <summary>Free keywords for the trainers' search.</summary>
    public required IReadOnlyList<string> Tags { get; init; }

    /// <summary>Catalogue units this case answers for.</summary>
    public required IReadOnlyList<string> Covers { get; init; }

    /// <summary>How much harm bad handling can do.</summary>
    public required CaseRisk Risk { get; init; }

    /// <summary>The case in Simplified Chinese.</summary>
    public required Face Zh { get; init; }

    /// <summary>The case in English.</summary>
    public required Face En { get; init; }

    /// <summary>True when figures or rules in it belong to one bank at one time.</summary>
    public bool Example { get; init; }

    /// <summary>What goes beyond the sources: <c>say</c>, <c>do.4</c>, <c>escalate.1.within</c>; shown as to be confirmed.</summary>
    public IReadOnlyList<string> House { get; init; } = [];

    /// <summary>Where the case comes from.</summary>
    public required IReadOnlyList<SourceReference> Sources { get; init; }

    /// <summary>Who keeps it true.</summary>
    public required Review Review { get; init; }

    /// <summary>Neighbouring cases.</summary>
    public IReadOnlyList<string> Related { get; init; } = [];
}

/// <summary>A case's text in one language.</summary>
public sealed record Face
{
    /// <summary>Short, names the situation.</summary>
    public required string Title { get; init; }

    /// <summary>What tells this case from its nearest neighbours; shown when the person has to choose.</summary>
    public required string Cue { get; init; }

    /// <summary>One or two sentences, as the person at the counter sees it.</summary>
    public required string Situation { get; init; }

    /// <summary>Typical questions; the many more stand in the alternates.</summary>
    public required IReadOnlyList<string> Asks { get; init; }

    /// <summary>Ready sentences; the first is said first.</summary>
    public IReadOnlyList<string> Say { get; init; } = [];

    /// <summary>Steps in order.</summary>
    public IReadOnlyList<string> Do { get; init; } = [];

    /// <summary>What not to say or do, with the better way or the reason.</summary>
    public IReadOnlyList<Avoidance> Avoid { get; init; } = [];

    /// <summary>When to hand over, to whom, within what time.</summary>
    public IReadOnlyList<Escalation> Escalate { get; init; } = [];

    /// <summary>The point of it, one line.</summary>
    public required string Why { get; init; }

    /// <summary>The lesson for the daily post, at most 200 characters.</summary>
    public required string Tip { get; init; }

    /// <summary>What is doubtful, how a contradiction was settled, whose figures these are.</summary>
    public string? Note { get; init; }

    /// <summary>Practice material.</summary>
    public Drill? Drill { get; init; }
}

/// <summary>Something not to say or do.</summary>
/// <param name="Dont">The bad wording or act.</param>
/// <param name="Instead">The better one, where there is one.</param>
/// <param name="Why">The reason, where no better wording fits.</param>
public sealed record Avoidance(string Dont, string? Instead, string? Why);

/// <summary>When to hand over.</summary>
/// <param name="When">The trigger.</param>
/// <param name="To">A role's code from <c>people.yaml</c>.</param>
/// <param name="Within">The time limit, in words.</param>
public sealed record Escalation(string When, string To, string Within);

/// <summary>Practice for one case: a customer's line to answer.</summary>
/// <param name="Customer">What the customer says.</param>
/// <param name="Wrong">Two or three wrong answers with the reason.</param>
/// <param name="Good">What a good answer must contain.</param>
public sealed record Drill(string Customer, IReadOnlyList<WrongAnswer> Wrong, IReadOnlyList<string> Good);

/// <summary>A wrong answer to a drill.</summary>
/// <param name="Answer">What somebody might say.</param>
/// <param name="Why">Why it is wrong.</param>
public sealed record WrongAnswer(string Answer, string Why);

/// <summary>Where a case comes from.</summary>
/// <param name="Document">Short name from <c>sources.yaml</c>, or a document's file name.</param>
/// <param name="Section">Heading in that document.</param>
public sealed record SourceReference(string Document, string Section);

/// <summary>Who keeps a case true.</summary>
/// <param name="Owner">The person or department responsible.</param>
/// <param name="Verified">Day of the last check by an expert; null: not yet verified.</param>
/// <param name="Due">Day by which it must be checked again.</param>
public sealed record Review(string Owner, DateOnly? Verified, DateOnly? Due);
