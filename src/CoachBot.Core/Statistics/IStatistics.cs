using CoachBot.Core.Tips;

namespace CoachBot.Core.Statistics;

/// <summary>Counts what the memory holds.</summary>
public interface IStatistics
{
    /// <summary>The figures of a time.</summary>
    /// <param name="from">The first moment counted.</param>
    /// <param name="to">The first moment no longer counted.</param>
    /// <param name="gaps">How many gaps are listed at most.</param>
    /// <param name="cancel">Ends the wait.</param>
    Task<Figures> OfAsync(DateTimeOffset from, DateTimeOffset to, int gaps, CancellationToken cancel);
}

/// <summary>What happened within a time.</summary>
/// <param name="From">The first moment counted.</param>
/// <param name="To">The first moment no longer counted.</param>
/// <param name="Questions">How the questions were taken.</param>
/// <param name="Ratings">What people said of the answers.</param>
/// <param name="Gaps">What could not be answered, or not well: the most frequent first.</param>
/// <param name="Tips">Daily tips that were due, by state.</param>
public sealed record Figures(
    DateTimeOffset From, DateTimeOffset To, QuestionFigures Questions, RatingFigures Ratings, IReadOnlyList<GapFigure> Gaps, TipCounts Tips);

/// <summary>How questions were taken.</summary>
/// <param name="Asked">All of them.</param>
/// <param name="Answered">With a card.</param>
/// <param name="Choose">With a choice of cases.</param>
/// <param name="Redirected">With where to ask instead.</param>
/// <param name="None">Nothing fitted.</param>
/// <param name="People">By so many people.</param>
/// <param name="TypicalLatency">The median from receipt to the answer being ready; null when nothing was asked.</param>
/// <param name="SlowLatency">99 of 100 were quicker; null when nothing was asked.</param>
public sealed record QuestionFigures(
    long Asked, long Answered, long Choose, long Redirected, long None, long People, TimeSpan? TypicalLatency, TimeSpan? SlowLatency)
{
    /// <summary>The part that got a card, 0 to 1; null when nothing was asked.</summary>
    public double? AnsweredShare => Asked == 0 ? null : (double)Answered / Asked;
}

/// <summary>What people said of answers.</summary>
/// <param name="Given">How many said something.</param>
/// <param name="Helpful">How many that it helped.</param>
public sealed record RatingFigures(long Given, long Helpful)
{
    /// <summary>The part that it helped, 0 to 1; null when nobody said anything.</summary>
    public double? HelpfulShare => Given == 0 ? null : (double)Helpful / Given;
}

/// <summary>A question that could not be answered, or not well.</summary>
/// <param name="Text">The question, personal data masked.</param>
/// <param name="Times">How often it was asked in these words.</param>
/// <param name="Answered">Whether an expert has answered it.</param>
public sealed record GapFigure(string Text, long Times, bool Answered);
