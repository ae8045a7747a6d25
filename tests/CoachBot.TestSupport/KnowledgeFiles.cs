using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using CoachBot.Core.Knowledge;

namespace CoachBot.TestSupport;

/// <summary>Writes a pack as a knowledge folder, so that what tests read from disk is what <see cref="Some"/> builds.</summary>
public static class KnowledgeFiles
{
    private static readonly JsonSerializerOptions Readable = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>Writes every file of a pack below a folder and gives that folder.</summary>
    public static string Write(string folder, KnowledgePack? pack = null)
    {
        pack ??= Some.Pack();
        foreach (var @case in pack.Cases)
        {
            Put(folder, $"cases/{@case.Id}.yaml", Of(@case));
        }

        foreach (var redirect in pack.Redirects)
        {
            Put(folder, $"redirects/{redirect.Id}.yaml", Of(redirect));
        }

        foreach (var alternates in pack.Alternates)
        {
            Put(folder, $"alternates/{alternates.Id}.yaml", Of(alternates));
        }

        Put(folder, "people.yaml", "roles:\n" + string.Concat(pack.People.Select(person =>
            $"  {person.Key}: {{zh: {Quote(person.Value.Zh)}, en: {Quote(person.Value.En)}, contact: {Quote(person.Value.Contact)}}}\n")));
        Put(folder, "sources.yaml", "documents:\n" + string.Concat(pack.Documents.Select(document =>
            $"  {document.Key}: {{zh: {Quote(document.Value.Zh)}, en: {Quote(document.Value.En)}}}\n")));
        Put(folder, "lexicon/glossary.yaml", "concepts:\n" + string.Concat(pack.Glossary.Select(row => $"- zh: {List(row.Zh)}\n  en: {List(row.En)}\n")));
        Put(folder, "lexicon/outside.yaml", "questions: " + List(pack.Outside.Select(question => question.Text)) + "\n");
        Put(folder, "lexicon/follow-ups.yaml", "follow-ups:\n" + string.Concat(pack.FollowUps.Select(row =>
            $"- aim: {row.Aim}\n  phrases: {List(row.Phrases)}\n")));
        Put(folder, "lexicon/signals.yaml", "signals:\n" + string.Concat(pack.Signals.Select(signal =>
            $"- id: {signal.Id}\n  to: {signal.To}\n  zh: {Quote(signal.Zh)}\n  en: {Quote(signal.En)}\n  triggers: {List(signal.Triggers)}\n  unless: {List(signal.Unless)}\n")));
        if (pack.SignalExamples.Count > 0)
        {
            Put(folder, "lexicon/signal-examples.yaml", "examples:\n" + string.Concat(pack.SignalExamples.Select(row =>
                $"- signals: {List(row.Signals)}\n  questions: {List(row.Questions)}\n")));
        }

        return folder;
    }

    /// <summary>A case as a file of <c>cases/</c>: one key a line, so that a test can break any of them.</summary>
    public static string Of(Case @case)
    {
        var text = new StringBuilder();
        text.Append("id: ").AppendLine(@case.Id);
        text.Append("kind: ").AppendLine(@case.Kind.Code());
        text.Append("status: ").AppendLine(@case.Published ? "published" : "draft");
        text.Append("roles: ").AppendLine(List(@case.Roles));
        text.Append("domain: ").AppendLine(@case.Domain);
        text.Append("tags: ").AppendLine(List(@case.Tags));
        text.Append("covers: ").AppendLine(List(@case.Covers));
        text.Append("risk: ").AppendLine(@case.Risk == CaseRisk.High ? "high" : "low");
        text.AppendLine("zh:");
        Face(text, @case.Zh);
        text.AppendLine("en:");
        Face(text, @case.En);
        text.Append("example: ").AppendLine(@case.Example ? "true" : "false");
        text.Append("house: ").AppendLine(List(@case.House));
        text.AppendLine("sources:");
        foreach (var source in @case.Sources)
        {
            text.AppendLine($"- {{document: {Quote(source.Document)}, section: {Quote(source.Section)}}}");
        }

        text.AppendLine($"review: {{owner: {Quote(@case.Review.Owner)}, verified: {Day(@case.Review.Verified)}, due: {Day(@case.Review.Due)}}}");
        text.Append("related: ").AppendLine(List(@case.Related));
        return text.ToString();
    }

    /// <summary>A redirect as a file of <c>redirects/</c>.</summary>
    public static string Of(Redirect redirect) =>
        $"""
        id: {redirect.Id}
        to: {redirect.To}
        zh:
          title: {Quote(redirect.Zh.Title)}
          line: {Quote(redirect.Zh.Line)}
          asks: {List(redirect.Zh.Asks)}
        en:
          title: {Quote(redirect.En.Title)}
          line: {Quote(redirect.En.Line)}
          asks: {List(redirect.En.Asks)}

        """;

    /// <summary>Alternates as a file of <c>alternates/</c>.</summary>
    public static string Of(Alternates alternates) => $"id: {alternates.Id}\nhands:\n" + string.Concat(alternates.Hands.Select(hand =>
        $"- hand: {hand.Hand}\n  zh: {List(hand.Zh)}\n  en: {List(hand.En)}\n"));

    private static void Face(StringBuilder text, Face face)
    {
        text.Append("  title: ").AppendLine(Quote(face.Title));
        text.Append("  cue: ").AppendLine(Quote(face.Cue));
        text.Append("  situation: ").AppendLine(Quote(face.Situation));
        text.Append("  asks: ").AppendLine(List(face.Asks));
        text.Append("  say: ").AppendLine(List(face.Say));
        text.Append("  do: ").AppendLine(List(face.Do));
        text.AppendLine(face.Avoid.Count == 0 ? "  avoid: []" : "  avoid:");
        foreach (var item in face.Avoid)
        {
            text.AppendLine($"  - {{dont: {Quote(item.Dont)}, instead: {Quote(item.Instead)}, why: {Quote(item.Why)}}}");
        }

        text.AppendLine(face.Escalate.Count == 0 ? "  escalate: []" : "  escalate:");
        foreach (var item in face.Escalate)
        {
            text.AppendLine($"  - {{when: {Quote(item.When)}, to: {item.To}, within: {Quote(item.Within)}}}");
        }

        text.Append("  why: ").AppendLine(Quote(face.Why));
        text.Append("  tip: ").AppendLine(Quote(face.Tip));
    }

    private static void Put(string folder, string name, string text)
    {
        var path = Path.Combine(folder, name);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllText(path, text);
    }

    // A text in JSON is a text in YAML.
    private static string Quote(string? text) => text is null ? "null" : JsonSerializer.Serialize(text, Readable);

    private static string List(IEnumerable<string> texts) => "[" + string.Join(", ", texts.Select(Quote)) + "]";

    private static string Day(DateOnly? day) => day is { } known ? known.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture) : "null";
}
