using CoachBot.Core.Knowledge;

namespace CoachBot.Core.Tips;

/// <summary>Which cases a channel's tips come from.</summary>
/// <param name="Roles">Codes of roles; empty: all. Cases for <c>any</c> role always count.</param>
/// <param name="Tags">Tags, one of which a case must have; empty: all.</param>
public sealed record TipFilter(IReadOnlyList<string> Roles, IReadOnlyList<string> Tags)
{
    private const string AnyRole = "any";

    /// <summary>All cases.</summary>
    public static TipFilter None { get; } = new([], []);

    /// <summary>Whether a tip may come from a case.</summary>
    public bool Takes(Case @case) =>
        @case.Published && @case.Zh.Tip.Length > 0 && @case.En.Tip.Length > 0
        && (Roles.Count == 0 || @case.Roles.Any(role => role == AnyRole || Roles.Contains(role)))
        && (Tags.Count == 0 || @case.Tags.Any(Tags.Contains));

    /// <summary>The ids of the cases of a pack that tips may come from.</summary>
    public List<string> Pool(KnowledgePack pack) => pack.Cases.Where(Takes).Select(@case => @case.Id).ToList();
}
