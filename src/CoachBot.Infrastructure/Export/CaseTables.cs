using System.Globalization;
using CoachBot.Core.Knowledge;

namespace CoachBot.Infrastructure.Export;

/// <summary>The sheets that hold the cases: one row a case, and a sheet for each list so that an item can be edited in its cell.</summary>
internal static class CaseTables
{
    /// <summary>The name of the sheet with one row a case.</summary>
    public const string Cases = "cases";

    /// <summary>The lists of plain texts, whose sheets have the columns case, no, zh, en.</summary>
    public static readonly IReadOnlyList<string> TextLists = ["asks", "say", "do", "drill-good"];

    /// <summary>The lists of items with parts, and the parts.</summary>
    public static readonly IReadOnlyDictionary<string, string[]> PartLists = new Dictionary<string, string[]>
    {
        ["avoid"] = ["dont", "instead", "why"],
        ["escalate"] = ["when", "to", "within"],
        ["drill-wrong"] = ["answer", "why"],
    };

    /// <summary>All sheets of the cases.</summary>
    public static IEnumerable<PackTable> Of(IReadOnlyList<Case> cases) =>
    [
        Whole(cases),
        .. TextLists.Select(list => Lists(cases, list, [""], face => Texts(face, list).Select(text => new[] { text }).ToList<string?[]>())),
        .. PartLists.Select(list => Lists(cases, list.Key, list.Value, face => Parts(face, list.Key))),
        new PackTable("sources", ["case", "document", "section"], Rows(cases.SelectMany(@case =>
            @case.Sources.Select(source => new string?[] { @case.Id, source.Document, source.Section })))),
    ];

    private static PackTable Whole(IReadOnlyList<Case> cases) => new(
        Cases,
        [
            "id", "kind", "status", "domain", "risk", "example", "zh.title", "en.title", "zh.cue", "en.cue", "zh.situation", "en.situation",
            "zh.why", "en.why", "zh.tip", "en.tip", "zh.note", "en.note", "zh.drill.customer", "en.drill.customer",
            "roles", "tags", "covers", "house", "related", "review.owner", "review.verified", "review.due",
        ],
        Rows(cases.Select(@case => new[]
        {
            @case.Id, @case.Kind.Code(), @case.Published ? "published" : "draft", @case.Domain, @case.Risk == CaseRisk.High ? "high" : "low",
            @case.Example ? "true" : "false",
            @case.Zh.Title, @case.En.Title, @case.Zh.Cue, @case.En.Cue, @case.Zh.Situation, @case.En.Situation,
            @case.Zh.Why, @case.En.Why, @case.Zh.Tip, @case.En.Tip, @case.Zh.Note, @case.En.Note, @case.Zh.Drill?.Customer, @case.En.Drill?.Customer,
            Lines(@case.Roles), Lines(@case.Tags), Lines(@case.Covers), Lines(@case.House), Lines(@case.Related),
            @case.Review.Owner, Day(@case.Review.Verified), Day(@case.Review.Due),
        })));

    private static PackTable Lists(IReadOnlyList<Case> cases, string name, string[] parts, Func<Face, List<string?[]>> items) => new(
        name,
        ["case", "no", .. Columns("zh", parts), .. Columns("en", parts)],
        Rows(cases.SelectMany(@case => SideBySide(@case.Id, items(@case.Zh), items(@case.En), parts.Length))));

    // A draft's faces may differ in length: the shorter one has empty cells.
    private static IEnumerable<string?[]> SideBySide(string id, List<string?[]> zh, List<string?[]> en, int parts) =>
        Enumerable.Range(0, Math.Max(zh.Count, en.Count)).Select(at => new[]
        {
            id, (at + 1).ToString(CultureInfo.InvariantCulture),
        }.Concat(zh.ElementAtOrDefault(at) ?? new string?[parts]).Concat(en.ElementAtOrDefault(at) ?? new string?[parts]).ToArray());

    /// <summary>The column heads of a language: <c>zh</c>, or <c>zh.dont</c> where an item has parts.</summary>
    public static IEnumerable<string> Columns(string language, IEnumerable<string> parts) =>
        parts.Select(part => part.Length == 0 ? language : $"{language}.{part}");

    private static IReadOnlyList<string> Texts(Face face, string list) => list switch
    {
        "asks" => face.Asks,
        "say" => face.Say,
        "do" => face.Do,
        _ => face.Drill?.Good ?? [],
    };

    private static List<string?[]> Parts(Face face, string list) => list switch
    {
        "avoid" => face.Avoid.Select(item => new[] { item.Dont, item.Instead, item.Why }).ToList(),
        "escalate" => face.Escalate.Select(item => new string?[] { item.When, item.To, item.Within }).ToList(),
        _ => (face.Drill?.Wrong ?? []).Select(item => new string?[] { item.Answer, item.Why }).ToList(),
    };

    private static string Lines(IEnumerable<string> items) => string.Join('\n', items);

    private static string? Day(DateOnly? day) => day?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static List<IReadOnlyList<string?>> Rows(IEnumerable<string?[]> rows) => rows.ToList<IReadOnlyList<string?>>();
}
