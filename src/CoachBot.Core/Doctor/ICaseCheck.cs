using CoachBot.Core.Knowledge;

namespace CoachBot.Core.Doctor;

/// <summary>One thing that the doctor looks at. A new check is one small class and one line where the doctor is put together.</summary>
public interface ICaseCheck
{
    /// <summary>A short name, kebab-case; stands beside everything the check finds.</summary>
    string Name { get; }

    /// <summary>What the check finds in the pack.</summary>
    IEnumerable<Symptom> Examine(CheckUp checkUp);
}

/// <summary>What is examined, and on which day.</summary>
/// <param name="Pack">The pack.</param>
/// <param name="Today">The day against which reviews are overdue.</param>
public sealed record CheckUp(KnowledgePack Pack, DateOnly Today);
