namespace CoachBot.Infrastructure.Search.Voting;

/// <summary>One text the voter learns from.</summary>
/// <param name="Label">The case, redirect or <see cref="Voter.Outside"/> it belongs to.</param>
/// <param name="Features">Distinct features of the text.</param>
/// <param name="Weight">How much it counts; 1 for a question somebody would type.</param>
internal sealed record Example(string Label, IReadOnlyList<string> Features, float Weight);
