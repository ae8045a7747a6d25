using System.Globalization;

namespace CoachBot.Infrastructure.Export;

/// <summary>Turns the tables of a workbook into the files of a knowledge folder. What the cells say is judged by whoever reads the files.</summary>
internal static class PackFiles
{
    private const string Inner = "  ";

    /// <summary>Every file, by its path below the folder.</summary>
    public static IEnumerable<(string Path, string Text)> Of(IReadOnlyList<PackTable> tables)
    {
        var book = tables.ToDictionary(table => table.Name, table => table.Read().ToList(), StringComparer.Ordinal);
        return Cases(book).Concat(Entries(book)).Concat(Lists(book));
    }

    private static IEnumerable<(string Path, string Text)> Cases(Dictionary<string, List<PackRow>> book)
    {
        var lists = book.ToDictionary(table => table.Key, table => table.Value.ToLookup(row => row["case"] ?? ""), StringComparer.Ordinal);
        return Rows(book, CaseTables.Cases).Where(row => row["id"] is not null).Select(row => ($"cases/{row["id"]}.yaml", Case(row, lists)));
    }

    private static string Case(PackRow row, Dictionary<string, ILookup<string, PackRow>> lists)
    {
        var yaml = new YamlText()
            .Line("# yaml-language-server: $schema=../case.schema.json")
            .Text("", "id", row["id"]).Text("", "kind", row["kind"]).Text("", "status", row["status"])
            .List("", "roles", row.Lines("roles")).Text("", "domain", row["domain"])
            .List("", "tags", row.Lines("tags")).List("", "covers", row.Lines("covers")).Text("", "risk", row["risk"]);
        Face(yaml, "zh", row, lists);
        Face(yaml, "en", row, lists);
        return yaml
            .Word("", "example", row["example"] ?? "false")
            .List("", "house", row.Lines("house"))
            .Mappings("", "sources", Items(lists, "sources", row["id"]!)
                .Select(source => Parts(("document", source["document"]), ("section", source["section"]))).ToList())
            .Open("", "review")
            .Text(Inner, "owner", row["review.owner"]).Word(Inner, "verified", Day(row["review.verified"])).Word(Inner, "due", Day(row["review.due"]))
            .List("", "related", row.Lines("related"))
            .ToString();
    }

    private static void Face(YamlText yaml, string language, PackRow row, Dictionary<string, ILookup<string, PackRow>> lists)
    {
        var id = row["id"]!;
        yaml.Open("", language);
        foreach (var key in new[] { "title", "cue", "situation" })
        {
            yaml.Text(Inner, key, row[$"{language}.{key}"]);
        }

        yaml.List(Inner, "asks", Texts("asks")).List(Inner, "say", Texts("say")).List(Inner, "do", Texts("do"))
            .Mappings(Inner, "avoid", Mappings("avoid")).Mappings(Inner, "escalate", Mappings("escalate"))
            .Text(Inner, "why", row[$"{language}.why"]).Text(Inner, "tip", row[$"{language}.tip"])
            .Optional(Inner, "note", row[$"{language}.note"]);
        if (row[$"{language}.drill.customer"] is { } customer)
        {
            yaml.Open(Inner, "drill").Text("    ", "customer", customer)
                .Mappings("    ", "wrong", Mappings("drill-wrong")).List("    ", "good", Texts("drill-good"));
        }

        List<string> Texts(string list) => Items(lists, list, id).Select(item => item[language]).OfType<string>().ToList();

        List<IEnumerable<(string Key, string? Text)>> Mappings(string list) => Items(lists, list, id)
            .Select(item => CaseTables.PartLists[list].Select(part => (part, item[$"{language}.{part}"])).ToList())
            .Where(parts => parts.Exists(part => part.Item2 is not null))
            .ToList<IEnumerable<(string Key, string? Text)>>();
    }

    private static IEnumerable<(string Path, string Text)> Entries(Dictionary<string, List<PackRow>> book)
    {
        foreach (var entry in Rows(book, "alternates").Where(row => row["id"] is not null).GroupBy(row => row["id"]!))
        {
            var yaml = new YamlText().Text("", "id", entry.Key).Open("", "hands");
            foreach (var hand in entry.GroupBy(row => row["hand"] ?? ""))
            {
                yaml.Text("", "- hand", hand.Key).List(Inner, "zh", Column(hand, "zh")).List(Inner, "en", Column(hand, "en"));
            }

            yield return ($"alternates/{entry.Key}.yaml", yaml.ToString());
        }

        var asks = Rows(book, "redirect-asks").ToLookup(row => row["id"] ?? "");
        foreach (var row in Rows(book, "redirects").Where(row => row["id"] is not null))
        {
            var yaml = new YamlText().Text("", "id", row["id"]).Text("", "to", row["to"]);
            foreach (var language in new[] { "zh", "en" })
            {
                yaml.Open("", language).Text(Inner, "title", row[$"{language}.title"]).Text(Inner, "line", row[$"{language}.line"])
                    .List(Inner, "asks", Column(asks[row["id"]!], language));
            }

            yield return ($"redirects/{row["id"]}.yaml", yaml.ToString());
        }
    }

    private static IEnumerable<(string Path, string Text)> Lists(Dictionary<string, List<PackRow>> book)
    {
        if (Rows(book, "people") is { Count: > 0 } people)
        {
            yield return ("people.yaml", Named("roles", people, "code", "zh", "en", "contact"));
        }

        if (Rows(book, "documents") is { Count: > 0 } documents)
        {
            yield return ("sources.yaml", Named("documents", documents, "name", "zh", "en"));
        }

        if (Rows(book, "glossary") is { Count: > 0 } glossary)
        {
            yield return ("lexicon/glossary.yaml", Grouped("concepts", glossary, (yaml, rows) =>
                yaml.List("", "- zh", Column(rows, "zh")).List(Inner, "en", Column(rows, "en"))));
        }

        if (Rows(book, "signals") is { Count: > 0 } signals)
        {
            yield return ("lexicon/signals.yaml", Signals(signals, Rows(book, "signal-words").ToLookup(row => row["id"] ?? "")));
        }

        if (Rows(book, "signal-examples") is { Count: > 0 } examples)
        {
            yield return ("lexicon/signal-examples.yaml", Grouped("examples", examples, (yaml, rows) =>
                yaml.List("", "- signals", Column(rows, "signal")).List(Inner, "questions", Column(rows, "question"))));
        }

        if (Rows(book, "outside") is { Count: > 0 } outside)
        {
            yield return ("lexicon/outside.yaml", new YamlText().List("", "questions", Column(outside, "question")).ToString());
        }

        if (Rows(book, "follow-ups") is { Count: > 0 } followUps)
        {
            yield return ("lexicon/follow-ups.yaml", Grouped("follow-ups", followUps, (yaml, rows) =>
                yaml.Text("", "- aim", Column(rows, "aim").FirstOrDefault()).List(Inner, "phrases", Column(rows, "phrase"))));
        }

        if (Rows(book, "forbidden") is { Count: > 0 } forbidden)
        {
            yield return ("lexicon/forbidden.yaml", new YamlText().List("", "zh", Column(forbidden, "zh")).List("", "en", Column(forbidden, "en")).ToString());
        }
    }

    private static string Signals(List<PackRow> signals, ILookup<string, PackRow> words)
    {
        var yaml = new YamlText().Open("", "signals");
        foreach (var signal in signals)
        {
            var own = words[signal["id"] ?? ""].ToList();
            yaml.Text("", "- id", signal["id"]).Text(Inner, "to", signal["to"]).Text(Inner, "zh", signal["zh"]).Text(Inner, "en", signal["en"])
                .List(Inner, "triggers", Column(own, "trigger")).List(Inner, "unless", Column(own, "unless"));
        }

        return yaml.ToString();
    }

    private static string Named(string top, List<PackRow> rows, string key, params string[] parts)
    {
        var yaml = new YamlText().Open("", top);
        foreach (var row in rows)
        {
            yaml.Line($"{Inner}{row[key]}: {YamlText.Mapping(parts.Select(part => (part, row[part])))}");
        }

        return yaml.ToString();
    }

    private static string Grouped(string top, List<PackRow> rows, Action<YamlText, List<PackRow>> write)
    {
        var yaml = new YamlText().Open("", top);
        foreach (var group in rows.GroupBy(row => row["no"]))
        {
            write(yaml, group.ToList());
        }

        return yaml.ToString();
    }

    private static List<PackRow> Rows(Dictionary<string, List<PackRow>> book, string table) => book.GetValueOrDefault(table) ?? [];

    private static IEnumerable<PackRow> Items(Dictionary<string, ILookup<string, PackRow>> lists, string list, string id) =>
        lists.TryGetValue(list, out var rows) ? rows[id] : [];

    private static List<string> Column(IEnumerable<PackRow> rows, string column) => rows.Select(row => row[column]).OfType<string>().ToList();

    private static (string Key, string? Text)[] Parts(params (string Key, string? Text)[] parts) => parts;

    // Excel turns a day that somebody types into a number of days.
    private static string? Day(string? cell) =>
        double.TryParse(cell, NumberStyles.Float, CultureInfo.InvariantCulture, out var days) && days is > 0 and < 100_000
            ? DateTime.FromOADate(days).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)
            : cell is null ? null : $"\"{cell.Replace("\"", "", StringComparison.Ordinal)}\"";
}
