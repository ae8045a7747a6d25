using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using CoachBot.Core.Coverage;
using CoachBot.Host.Resources;
using Spectre.Console;

namespace CoachBot.Host.CommandLine;

/// <summary>The coverage of the catalogue: unit by unit, then the totals.</summary>
internal static class CoverageListing
{
    /// <summary>Prints it.</summary>
    public static void Print(CoverageReport report, bool json)
    {
        if (json)
        {
            Terminal.Write(JsonSerializer.Serialize(Shape(report), Readable.CoverageShape));
            return;
        }

        foreach (var unit in report.Units)
        {
            Terminal.Write($"{(unit.IsCovered ? "+" : unit.Unit.IsTitleOnly ? "." : "!")} {unit.Unit.Id}: {Outcome(unit)}");
        }

        foreach (var unknown in report.Unknown)
        {
            Terminal.Write($"? {HostTexts.Get("CoverageUnknown", unknown.CaseId, unknown.UnitId)}");
        }

        Terminal.Write("");
        Terminal.Write(Totals(report, "CoverageFile", unit => unit.File));
        Terminal.Write(Totals(report, "CoverageKind", unit => unit.Kind));
        Terminal.Write(Totals(report, "CoverageCompleteness", unit => unit.Completeness));
        Terminal.Write(Summary(report));
    }

    private static string Summary(CoverageReport report) => HostTexts.Get(
        "CoverageSummary",
        report.Needed.Count(unit => unit.IsCovered),
        report.Needed.Count(),
        report.Unknown.Count,
        report.Units.Count(unit => unit.Unit.IsTitleOnly && !unit.IsCovered));

    private static string Outcome(UnitCoverage unit) => unit.Reason is { } reason
        ? HostTexts.Get("Coverage" + reason)
        : string.Join(", ", unit.Cases);

    private static Table Totals(CoverageReport report, string title, Func<CatalogueUnit, string> by)
    {
        var table = new Table().Border(TableBorder.Markdown);
        foreach (var column in new[] { title, "CoverageUnits", "CoverageCovered", "CoverageLeftOut", "CoverageOpen" })
        {
            table.AddColumn(HostTexts.Get(column));
        }

        foreach (var total in report.Totals(by))
        {
            table.AddRow([total.Group, .. new[] { total.Units, total.Covered, total.LeftOut, total.Open }.Select(count => count.ToString(CultureInfo.InvariantCulture))]);
        }

        return table;
    }

    private static CoverageShape Shape(CoverageReport report) => new(
        report.Needed.Count(unit => unit.IsCovered),
        report.Needed.Count(),
        report.Unknown,
        report.Units.Select(unit => new UnitShape(
            unit.Unit.Id, unit.Unit.File, unit.Unit.Kind, unit.Unit.Completeness, unit.Cases, unit.IsCovered ? null : Outcome(unit))).ToList(),
        report.Totals(unit => unit.File),
        report.Totals(unit => unit.Kind),
        report.Totals(unit => unit.Completeness));

    private static readonly CoverageJson Readable = new(new JsonSerializerOptions
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
    });
}

/// <summary>The JSON of <c>knowledge coverage</c>.</summary>
internal sealed record CoverageShape(
    int Covered,
    int Needed,
    IReadOnlyList<UnknownUnit> Unknown,
    IReadOnlyList<UnitShape> Units,
    IReadOnlyList<CoverageTotal> ByFile,
    IReadOnlyList<CoverageTotal> ByKind,
    IReadOnlyList<CoverageTotal> ByCompleteness);

/// <summary>One unit in it.</summary>
internal sealed record UnitShape(string Id, string File, string Kind, string Completeness, IReadOnlyList<string> Cases, string? Reason);

/// <summary>Source-generated JSON of the coverage.</summary>
[JsonSerializable(typeof(CoverageShape))]
internal sealed partial class CoverageJson : JsonSerializerContext;
