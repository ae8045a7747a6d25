using Xunit;

namespace CoachBot.Tests;

/// <summary>Tests that look at the clock run by themselves: others beside them on the same processors would be measured too.</summary>
[CollectionDefinition(Name, DisableParallelization = true)]
public sealed class TimedTests
{
    public const string Name = "Timed";
}
