using System.Globalization;
using System.Text;
using CoachBot.Core.Documents.Drafts;

namespace CoachBot.Infrastructure.Documents;

/// <summary>Writes a draft with both faces in the case format; behind every line stands the passage it rests on, and what it says there.</summary>
internal static class BilingualDraftFile
{
    /// <summary>The file's text.</summary>
    public static string Write(BilingualDraft draft)
    {
        var file = new StringBuilder();
        file.Append(CultureInfo.InvariantCulture, $"# {draft.Id}: drafted by a model from the passages named below. Check every line against its passage, fill in what is empty, then set status to published.\n");
        file.Append("# 由模型根据下列段落起草：逐句对照段落核实，补全空白项，再把 status 改为 published。\n");
        file.Append(CultureInfo.InvariantCulture, $"id: {draft.Id}\nkind: case\nstatus: draft\nroles: []\ndomain: \"\"\ntags: []\ncovers: []\nrisk: low\n");
        Face(file, "zh", draft, line => line.Zh);
        Face(file, "en", draft, line => line.En);
        file.Append("sources:\n");
        foreach (var passage in draft.Passages)
        {
            file.Append(CultureInfo.InvariantCulture, $"- {{document: {DraftFile.Quoted(passage.Id)}, section: {DraftFile.Quoted(passage.Heading)}}}\n");
        }

        return file.Append("review: {owner: \"\", verified: null, due: null}\nrelated: []\n").ToString();
    }

    private static void Face(StringBuilder file, string language, BilingualDraft draft, Func<DraftLine, string> text)
    {
        file.Append(CultureInfo.InvariantCulture, $"{language}:\n");
        Line(file, "title", draft.Title, text);
        file.Append("  cue: \"\"\n");
        Line(file, "situation", draft.Situation, text);
        file.Append("  asks: []\n");
        List(file, "say", draft.Say, line => DraftFile.Quoted(text(line)));
        List(file, "do", draft.Do, line => DraftFile.Quoted(text(line)));
        List(file, "avoid", draft.Avoid, line => $"{{dont: {DraftFile.Quoted(text(line))}, instead: \"\", why: \"\"}}");
        file.Append("  escalate: []\n");
        Line(file, "why", draft.Why, text);
        file.Append("  tip: \"\"\n");
    }

    private static void Line(StringBuilder file, string key, DraftLine? line, Func<DraftLine, string> text) => file.Append(
        CultureInfo.InvariantCulture, $"  {key}: {(line is null ? "\"\"" : DraftFile.Quoted(text(line)) + Ground(line))}\n");

    private static void List(StringBuilder file, string key, IReadOnlyList<DraftLine> lines, Func<DraftLine, string> item)
    {
        file.Append(CultureInfo.InvariantCulture, $"  {key}:{(lines.Count == 0 ? " []" : "")}\n");
        foreach (var line in lines)
        {
            file.Append(CultureInfo.InvariantCulture, $"    - {item(line)}{Ground(line)}\n");
        }
    }

    private static string Ground(DraftLine line) => $"  # {DraftFile.Quoted(line.Passage).Trim('"')}: {DraftFile.Quoted(line.Quote).Trim('"')}";
}
