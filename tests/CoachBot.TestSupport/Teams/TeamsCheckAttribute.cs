namespace CoachBot.TestSupport.Teams;

/// <summary>Which numbers of the protocol's list of checks a test stands for; <c>checks.txt</c> beside the Teams tests has them all.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class TeamsCheckAttribute(params int[] numbers) : Attribute
{
    /// <summary>The numbers.</summary>
    public IReadOnlyList<int> Numbers { get; } = numbers;
}
