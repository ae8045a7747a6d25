using System.Globalization;
using System.Text;
using CoachBot.Core.Documents.Drafts;

namespace CoachBot.Infrastructure.Documents;

/// <summary>Writes a draft in the case format, with every field a trainer has to fill in standing there empty.</summary>
internal static class DraftFile
{
    /// <summary>The file's text.</summary>
    public static string Write(Draft draft)
    {
        var file = new StringBuilder();
        file.Append(CultureInfo.InvariantCulture, $"# {draft.Id}: proposed from a document. Fill in what is empty, write the other language, then set status to published.\n");
        file.Append("# 根据文档生成的草稿：补全空白项，写好另一种语言，再把 status 改为 published。\n");
        file.Append(CultureInfo.InvariantCulture, $"id: {draft.Id}\nkind: case\nstatus: draft\nroles: []\ndomain: \"\"\ntags: []\ncovers: []\nrisk: low\n");
        Face(file, "zh", draft.Language == "zh" ? draft : null);
        Face(file, "en", draft.Language == "en" ? draft : null);
        file.Append("sources:\n");
        foreach (var passage in draft.Passages)
        {
            file.Append(CultureInfo.InvariantCulture, $"- {{document: {Quoted(passage)}, section: {Quoted(draft.Section)}}}\n");
        }

        return file.Append("review: {owner: \"\", verified: null, due: null}\nrelated: []\n").ToString();
    }

    private static void Face(StringBuilder file, string language, Draft? draft)
    {
        file.Append(CultureInfo.InvariantCulture, $"{language}:\n");
        Line(file, "title", draft?.Title);
        Line(file, "cue", null);
        Line(file, "situation", draft?.Situation);
        List(file, "asks", []);
        List(file, "say", draft?.Say.Select(Quoted) ?? []);
        List(file, "do", draft?.Do.Select(Quoted) ?? []);
        List(file, "avoid", draft?.Avoid.Select(dont => $"{{dont: {Quoted(dont)}, instead: \"\", why: \"\"}}") ?? []);
        List(file, "escalate", []);
        Line(file, "why", draft?.Why);
        Line(file, "tip", draft?.Tip);
    }

    private static void Line(StringBuilder file, string key, string? text) =>
        file.Append(CultureInfo.InvariantCulture, $"  {key}: {Quoted(text ?? "")}\n");

    private static void List(StringBuilder file, string key, IEnumerable<string> items)
    {
        var lines = items.ToList();
        file.Append(CultureInfo.InvariantCulture, $"  {key}:{(lines.Count == 0 ? " []" : "")}\n");
        foreach (var line in lines)
        {
            file.Append(CultureInfo.InvariantCulture, $"    - {line}\n");
        }
    }

    // Always in double quotes: whatever a document says stays a text and never becomes YAML.
    internal static string Quoted(string text)
    {
        var quoted = new StringBuilder("\"");
        foreach (var character in text)
        {
            quoted.Append(character switch
            {
                '"' => "\\\"",
                '\\' => "\\\\",
                '\n' or '\r' or '\t' => " ",
                < ' ' or '\u007f' or '\u0085' or '\u2028' or '\u2029' or '\uFEFF' => "",
                _ => character.ToString(),
            });
        }

        return quoted.Append('"').ToString();
    }
}
