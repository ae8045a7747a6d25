namespace CoachBot.Core.Questions;

/// <summary>The codes that buttons and stores use for an <see cref="UnhelpfulReason"/>; never given a new meaning.</summary>
public static class UnhelpfulReasonCodes
{
    /// <summary>All reasons, in the order they are offered.</summary>
    public static IReadOnlyList<UnhelpfulReason> All { get; } =
        [UnhelpfulReason.WrongCase, UnhelpfulReason.NotTrue, UnhelpfulReason.Incomplete, UnhelpfulReason.Unclear];

    /// <summary><c>wrong-case</c>, <c>not-true</c>, <c>incomplete</c> or <c>unclear</c>.</summary>
    public static string Code(this UnhelpfulReason reason) => reason switch
    {
        UnhelpfulReason.WrongCase => "wrong-case",
        UnhelpfulReason.NotTrue => "not-true",
        UnhelpfulReason.Incomplete => "incomplete",
        _ => "unclear",
    };

    /// <summary>The reason of a code; null for anything else.</summary>
    public static UnhelpfulReason? Of(string? code) =>
        code is null ? null : All.Where(reason => reason.Code() == code).Select(reason => (UnhelpfulReason?)reason).FirstOrDefault();
}
