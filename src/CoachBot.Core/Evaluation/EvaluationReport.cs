namespace CoachBot.Core.Evaluation;

/// <summary>What an evaluation found.</summary>
public sealed record EvaluationReport
{
    /// <summary>Questions in scope, by language, then by style, then all.</summary>
    public required IReadOnlyList<FindingFigures> InScope { get; init; }

    /// <summary>Questions out of scope, by difficulty, then all.</summary>
    public required IReadOnlyList<RefusalFigures> OutOfScope { get; init; }

    /// <summary>Questions that judge the risk signals; null when no file has any.</summary>
    public SignalFigures? Signals { get; init; }

    /// <summary>Every question that went wrong.</summary>
    public required IReadOnlyList<Miss> Misses { get; init; }
}

/// <summary>How well cases were found in a group of questions; all shares from 0 to 1.</summary>
/// <param name="Group">The group.</param>
/// <param name="Questions">How many.</param>
/// <param name="RecallAt1">Share whose first match is right.</param>
/// <param name="RecallAt3">Share with a right match among the first three.</param>
/// <param name="MeanReciprocalRank">Mean of one over the rank of the first right match, 0 beyond rank 5.</param>
/// <param name="Answered">Share answered with a card.</param>
/// <param name="AnsweredRight">Of those answered, the share with the right card.</param>
/// <param name="Choose">Share with a choice offered.</param>
/// <param name="Redirected">Share sent elsewhere.</param>
/// <param name="None">Share refused.</param>
public sealed record FindingFigures(
    string Group, int Questions, double RecallAt1, double RecallAt3, double MeanReciprocalRank,
    double Answered, double AnsweredRight, double Choose, double Redirected, double None);

/// <summary>How well questions out of scope were refused; all shares from 0 to 1.</summary>
/// <param name="Group">The difficulty.</param>
/// <param name="Questions">How many.</param>
/// <param name="Answered">Share answered with a card: false answers.</param>
/// <param name="Choose">Share with a choice offered.</param>
/// <param name="Redirected">Share sent elsewhere.</param>
/// <param name="None">Share refused.</param>
public sealed record RefusalFigures(string Group, int Questions, double Answered, double Choose, double Redirected, double None);

/// <summary>How well risk signals were seen.</summary>
/// <param name="Questions">How many questions with signals.</param>
/// <param name="Traps">How many without, made to look like one.</param>
/// <param name="Seen">Share of the expected signals that were raised.</param>
/// <param name="FalseAlarms">Share of the traps in which any signal was raised.</param>
public sealed record SignalFigures(int Questions, int Traps, double Seen, double FalseAlarms);

/// <summary>A question that went wrong.</summary>
/// <param name="Id">The question's id.</param>
/// <param name="Question">The question.</param>
/// <param name="Problem">What went wrong: <c>missed</c>, <c>false answer</c>, <c>signals</c>.</param>
/// <param name="Expected">What should have come.</param>
/// <param name="Got">What came, best first with scores.</param>
/// <param name="Why">What spoke for the wrong first match.</param>
public sealed record Miss(string Id, string Question, string Problem, string Expected, string Got, string Why);
