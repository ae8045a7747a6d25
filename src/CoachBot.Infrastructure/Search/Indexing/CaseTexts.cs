using CoachBot.Core.Knowledge;

namespace CoachBot.Infrastructure.Search.Indexing;

/// <summary>
/// The texts that a case is found by, in both languages, weighted by repetition (title three times, situation, tags and asks
/// twice), because one field finds better than many.
/// </summary>
internal static class CaseTexts
{
    /// <summary>The texts of a case.</summary>
    public static IEnumerable<(string Text, int Weight)> Of(Case @case) =>
    [
        (@case.Zh.Title, 3), (@case.En.Title, 3), (string.Join(' ', @case.Tags), 2),
        .. Face(@case.Zh), .. Face(@case.En),
    ];

    /// <summary>The texts of a redirect.</summary>
    public static IEnumerable<(string Text, int Weight)> Of(Redirect redirect) =>
    [
        (redirect.Zh.Title, 3), (redirect.En.Title, 3),
        .. redirect.Zh.Asks.Concat(redirect.En.Asks).Select(ask => (ask, 2)),
    ];

    private static IEnumerable<(string Text, int Weight)> Face(Face face) =>
    [
        (face.Situation, 2),
        (face.Cue, 2),
        .. face.Asks.Select(ask => (ask, 2)),
        .. face.Say.Select(line => (line, 1)),
        .. face.Do.Select(step => (step, 1)),
        .. face.Avoid.Select(avoid => ($"{avoid.Dont} {avoid.Instead} {avoid.Why}", 1)),
        .. face.Escalate.Select(escalation => (escalation.When, 1)),
        (face.Why, 1),
        (face.Tip, 1),
    ];
}
