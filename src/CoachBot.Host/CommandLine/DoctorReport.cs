using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using CoachBot.Core.Doctor;
using CoachBot.Core.Evaluation;
using CoachBot.Core.Knowledge;
using CoachBot.Host.Resources;

namespace CoachBot.Host.CommandLine;

/// <summary>What the doctor found, grouped by case.</summary>
internal static class DoctorReport
{
    /// <summary>Prints the report.</summary>
    public static void Print(IReadOnlyList<Symptom> symptoms, IReadOnlyList<WorseCase>? worse, KnowledgePack pack, bool json)
    {
        if (json)
        {
            Terminal.Write(JsonSerializer.Serialize(Shape(symptoms, worse), Readable.DoctorShape));
            return;
        }

        var titles = pack.Cases.ToDictionary(@case => @case.Id, @case => $"{@case.Zh.Title} / {@case.En.Title}", StringComparer.Ordinal);
        foreach (var found in symptoms.GroupBy(symptom => symptom.CaseId))
        {
            Terminal.Write($"{found.Key}  {titles.GetValueOrDefault(found.Key)}");
            foreach (var symptom in found)
            {
                Terminal.Write($"  {(symptom.Severity == ProblemSeverity.Error ? "error" : "warning")} [{symptom.Check}] {symptom.Text}");
            }

            Terminal.Write("");
        }

        PrintWorse(worse);
        Terminal.Write(Summary(symptoms, pack));
    }

    private static void PrintWorse(IReadOnlyList<WorseCase>? worse)
    {
        if (worse is null)
        {
            return;
        }

        Terminal.Write(HostTexts.Get(worse.Count == 0 ? "NoneWorse" : "WorseHead", worse.Count));
        foreach (var one in worse)
        {
            Terminal.Write(HostTexts.Get("WorseLine", one.CaseId, one.MissedBefore, one.MissedNow));
            foreach (var miss in one.New)
            {
                Terminal.Write($"    {miss.Id} \"{miss.Question}\" → {miss.Got}");
            }
        }

        Terminal.Write("");
    }

    private static string Summary(IReadOnlyList<Symptom> symptoms, KnowledgePack pack)
    {
        var errors = symptoms.Count(symptom => symptom.Severity == ProblemSeverity.Error);
        var ill = symptoms.Select(symptom => symptom.CaseId).Distinct().Count();
        var checks = string.Join(", ", symptoms.CountBy(symptom => symptom.Check).OrderByDescending(check => check.Value).Select(check => $"{check.Key} {check.Value}"));
        return HostTexts.Get("DoctorSummary", pack.Cases.Count, pack.Cases.Count - ill, errors, symptoms.Count - errors) + (checks.Length == 0 ? "" : "\n" + checks);
    }

    private static DoctorShape Shape(IReadOnlyList<Symptom> symptoms, IReadOnlyList<WorseCase>? worse) => new(
        symptoms.Count(symptom => symptom.Severity == ProblemSeverity.Error),
        symptoms.Count(symptom => symptom.Severity == ProblemSeverity.Warning),
        symptoms.GroupBy(symptom => symptom.CaseId).Select(found => new CaseShape(found.Key, found.Select(Of).ToList())).ToList(),
        worse);

    private static SymptomShape Of(Symptom symptom) =>
        new(symptom.Check, symptom.Severity == ProblemSeverity.Error ? "error" : "warning", symptom.Text);

    private static readonly DoctorJson Readable = new(new JsonSerializerOptions
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
    });
}

/// <summary>The JSON of <c>knowledge doctor</c>.</summary>
internal sealed record DoctorShape(int Errors, int Warnings, IReadOnlyList<CaseShape> Cases, IReadOnlyList<WorseCase>? Worse);

/// <summary>One case in it.</summary>
internal sealed record CaseShape(string Id, IReadOnlyList<SymptomShape> Symptoms);

/// <summary>One symptom in it.</summary>
internal sealed record SymptomShape(string Check, string Severity, string Text);

/// <summary>Source-generated JSON of the doctor.</summary>
[JsonSerializable(typeof(DoctorShape))]
internal sealed partial class DoctorJson : JsonSerializerContext;
