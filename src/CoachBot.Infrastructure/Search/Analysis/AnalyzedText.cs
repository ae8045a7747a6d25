namespace CoachBot.Infrastructure.Search.Analysis;

/// <summary>A text as the index sees it.</summary>
/// <param name="Terms">Characters, pairs and stems, repeated as often as they stand there.</param>
/// <param name="Concepts">Terms of the glossary.</param>
/// <param name="Features">What the voter looks at: terms, concepts, and their neighbourhoods.</param>
internal sealed record AnalyzedText(IReadOnlyList<string> Terms, IReadOnlyList<string> Concepts, IReadOnlyList<string> Features);
