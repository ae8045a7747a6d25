using System.Globalization;
using CoachBot.Core.Knowledge;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Wordprocessing;

namespace CoachBot.Infrastructure.Export;

/// <summary>One case on paper: its name, what it is, and both faces side by side in a table.</summary>
internal sealed class CasePages(KnowledgePack pack)
{
    private const string HouseMark = " *";
    private static readonly int[] Widths = [1300, 4450, 4450];

    /// <summary>The case's paragraphs and table.</summary>
    /// <param name="case">The case.</param>
    /// <param name="number">Its number in the document.</param>
    /// <param name="beginsPage">Whether it begins a page of its own, so that it can be handed out; the first of a kind stands below the kind's heading.</param>
    public IEnumerable<OpenXmlElement> Of(Case @case, int number, bool beginsPage)
    {
        var heading = WordParts.Anchor(
            string.Create(CultureInfo.InvariantCulture, $"{number}. {@case.Zh.Title}\n{@case.En.Title}"), WordParts.CaseName, AnchorOf(@case), number);
        if (beginsPage)
        {
            heading.ParagraphProperties!.Append(new PageBreakBefore());
        }

        return [heading, WordParts.Paragraph(Facts(@case), WordParts.Small), Faces(@case), WordParts.Paragraph(Origin(@case), WordParts.Small)];
    }

    /// <summary>The name by which the table of contents points at a case; Word allows forty letters and no hyphen.</summary>
    public static string AnchorOf(Case @case)
    {
        var name = "c_" + @case.Id.Replace('-', '_');
        return name.Length <= 40 ? name : name[..31] + "_" + Stable(@case.Id);
    }

    private static string Stable(string id) =>
        id.Aggregate(2166136261u, (hash, letter) => (hash ^ letter) * 16777619u).ToString("x8", CultureInfo.InvariantCulture);

    private static string Facts(Case @case)
    {
        var facts = new List<string> { @case.Id, @case.Kind.Code(), @case.Domain, string.Join(", ", @case.Roles) };
        if (!@case.Published)
        {
            facts.Add(ExportTexts.Both("Draft"));
        }

        if (@case.Risk == CaseRisk.High)
        {
            facts.Add(ExportTexts.Both("HighRisk"));
        }

        if (@case.Example)
        {
            facts.Add(ExportTexts.Both("Example"));
        }

        return string.Join("  ·  ", facts);
    }

    private string Origin(Case @case)
    {
        var sources = @case.Sources.Select(source => pack.Documents.TryGetValue(source.Document, out var titles)
            ? $"{titles.Zh} / {titles.En}: {source.Section}"
            : $"{source.Document}: {source.Section}");
        var verified = @case.Review.Verified is { } day ? ExportTexts.Both("Verified", Day(day), @case.Review.Owner) : ExportTexts.Both("NotVerified");
        var due = @case.Review.Due is { } next ? "  ·  " + ExportTexts.Both("Due", Day(next)) : "";
        var house = @case.House.Count > 0 ? "\n" + ExportTexts.Both("House") : "";
        return $"{string.Join('\n', sources)}\n{verified}{due}{house}";
    }

    private Table Faces(Case @case)
    {
        var rows = new List<TableRow>
        {
            WordParts.Row(WordParts.Cell(Widths[0], [""], label: true), WordParts.Cell(Widths[1], ["中文"], label: true), WordParts.Cell(Widths[2], ["English"], label: true)),
        };
        rows[0].TableRowProperties!.Append(new TableHeader());
        rows.AddRange(Fields(@case)
            .Select(field => (field.Label, Zh: field.Lines(@case.Zh, false).ToList(), En: field.Lines(@case.En, true).ToList()))
            .Where(field => field.Zh.Count + field.En.Count > 0)
            .Select(field => WordParts.Row(
                WordParts.Cell(Widths[0], [ExportTexts.Zh(field.Label), ExportTexts.En(field.Label)], label: true),
                WordParts.Cell(Widths[1], field.Zh),
                WordParts.Cell(Widths[2], field.En))));
        return WordParts.Table(Widths, rows);
    }

    private IEnumerable<(string Label, Func<Face, bool, IEnumerable<string>> Lines)> Fields(Case @case) =>
    [
        ("Situation", (face, _) => Marked(@case, "situation", [face.Situation], numbered: false)),
        ("Say", (face, _) => Marked(@case, "say", face.Say, numbered: true)),
        ("Do", (face, _) => Marked(@case, "do", face.Do, numbered: true)),
        ("Avoid", (face, _) => Marked(@case, "avoid", face.Avoid.Select(Text), numbered: true)),
        ("HandOver", (face, english) => Marked(@case, "escalate", face.Escalate.Select(item => Text(item, english)), numbered: true)),
        ("Why", (face, _) => Marked(@case, "why", [face.Why], numbered: false)),
        ("Tip", (face, _) => Marked(@case, "tip", [face.Tip], numbered: false)),
        ("Note", (face, _) => face.Note is null ? [] : [face.Note]),
        ("Cue", (face, _) => [face.Cue]),
        ("Asks", (face, _) => face.Asks.Select(ask => "– " + ask)),
        ("Drill", (face, english) => face.Drill is null ? [] : Text(face.Drill, english)),
    ];

    private static string Text(Avoidance item) => "✗ " + item.Dont
        + (item.Instead is null ? "" : "\n✓ " + item.Instead)
        + (item.Why is null ? "" : "\n→ " + item.Why);

    private string Text(Escalation item, bool english)
    {
        var to = pack.People.TryGetValue(item.To, out var person) ? (english ? person.En : person.Zh) + (person.Contact is null ? "" : $" ({person.Contact})") : item.To;
        return $"{item.When}\n→ {to} · {item.Within}";
    }

    private static IEnumerable<string> Text(Drill drill, bool english) =>
    [
        (english ? ExportTexts.En("Customer") : ExportTexts.Zh("Customer")) + drill.Customer,
        .. drill.Wrong.Select(wrong => $"✗ {wrong.Answer}\n→ {wrong.Why}"),
        .. drill.Good.Select(good => "✓ " + good),
    ];

    // Lines that go beyond the sources carry a mark, as on the counter card.
    private static IEnumerable<string> Marked(Case @case, string field, IEnumerable<string> lines, bool numbered) =>
        lines.Where(line => line.Length > 0).Select((line, at) =>
        {
            var item = string.Create(CultureInfo.InvariantCulture, $"{field}.{at + 1}");
            var house = @case.House.Any(path => path == field || path == item || path.StartsWith(item + ".", StringComparison.Ordinal));
            return (numbered ? string.Create(CultureInfo.InvariantCulture, $"{at + 1}. ") : "") + line + (house ? HouseMark : "");
        });

    private static string Day(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
