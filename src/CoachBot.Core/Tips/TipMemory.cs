namespace CoachBot.Core.Tips;

/// <summary>What the choice of a channel's next tip goes by.</summary>
/// <param name="Used">Cases whose tip the channel has had or is about to get, with the last time.</param>
/// <param name="Missed">Cases that the channel's people failed to find or marked unhelpful last week, with how often.</param>
/// <param name="Opened">Cases that somebody has opened, anywhere.</param>
public sealed record TipMemory(
    IReadOnlyDictionary<string, DateTimeOffset> Used, IReadOnlyDictionary<string, int> Missed, IReadOnlySet<string> Opened)
{
    /// <summary>Nothing used, nothing missed, nothing opened.</summary>
    public static TipMemory Empty { get; } =
        new(new Dictionary<string, DateTimeOffset>(), new Dictionary<string, int>(), new HashSet<string>());
}
