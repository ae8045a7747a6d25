namespace CoachBot.Core.Coverage;

/// <summary>One entry of the catalogue: a distinct piece of knowledge that the source documents contain.</summary>
/// <param name="File">The catalogue's file, without its ending.</param>
/// <param name="Id">Kebab-case, what cases name under <c>covers</c>.</param>
/// <param name="Kind">The catalogue's word for what sort of knowledge it is.</param>
/// <param name="TitleZh">Its Chinese title.</param>
/// <param name="TitleEn">Its English title.</param>
/// <param name="Completeness"><c>full</c>, <c>partial</c> or <c>title-only</c>.</param>
/// <param name="Missing">What the source cuts off; null when nothing.</param>
public sealed record CatalogueUnit(string File, string Id, string Kind, string TitleZh, string TitleEn, string Completeness, string? Missing)
{
    /// <summary>Short literal strings of the source, one line each, that stand where the unit is told.</summary>
    public IReadOnlyList<string> Locators { get; init; } = [];

    /// <summary>A heading without text: nothing to write a case from.</summary>
    public bool IsTitleOnly => Completeness == "title-only";
}
