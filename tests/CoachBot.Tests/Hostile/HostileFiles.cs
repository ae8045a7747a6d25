using System.Text;
using CoachBot.TestSupport;
using CoachBot.Tests.Documents;

namespace CoachBot.Tests.Hostile;

/// <summary>Files that break readers: wounded documents, broken zips and PDFs, YAML bombs; the same number always gives the same file.</summary>
internal static class HostileFiles
{
    private static readonly Encoding Raw = Encoding.Latin1;
    private static readonly string GoodCase = KnowledgeFiles.Of(Some.Case());

    /// <summary>The name under which the good case is good: a case's file is named after it.</summary>
    public static readonly string CaseName = Some.Case().Id + ".yaml";

    private static readonly (string Ending, byte[] Content)[] Documents =
    [
        (".docx", SampleFiles.Docx(MadeUpText.Deck)),
        (".pptx", SampleFiles.Pptx(3, MadeUpText.Deck)),
        (".xlsx", SampleFiles.Xlsx(MadeUpText.Deck)),
        (".pdf", SampleFiles.Pdf(34, MadeUpText.Deck)),
        (".html", SampleFiles.Html(MadeUpText.Deck)),
        (".txt", SampleFiles.Gb18030(MadeUpText.Deck)),
        (".md", Encoding.UTF8.GetBytes(string.Join("\n\n", MadeUpText.Deck))),
    ];

    private static readonly Func<int, string>[] Bombs =
    [
        size => string.Concat(Enumerable.Range(0, Math.Min(size, 60)).Select(at => at == 0 ? "a0: &a0 [x, x]\n" : $"a{at}: &a{at} [*a{at - 1}, *a{at - 1}, *a{at - 1}]\n")),
        size => new string('[', size),
        size => new string('{', size),
        size => string.Concat(Enumerable.Repeat("- ", size)),
        size => string.Concat(Enumerable.Range(0, Math.Min(size, 2_000)).Select(at => new string(' ', at) + "a:\n")),
        size => "a: &a\n  b: *a\n" + new string('#', size),
        size => "<<: *x\n? " + new string('?', size),
        size => "a: \"" + new string('\\', size),
        size => "a: |" + new string('\n', size) + "x",
        size => "--- " + new string('!', size),
        size => string.Concat(Enumerable.Repeat("k: v\n", size)),
        size => "%YAML 1.1\n%TAG ! tag:x,2000:\n--- !!python/object/apply:os.system ['" + new string('x', size) + "']",
    ];

    /// <summary>A document with its ending.</summary>
    public static (string Ending, byte[] Content) Document(Random random)
    {
        var (ending, content) = Documents[random.Next(Documents.Length)];
        return random.Next(6) switch
        {
            0 => (ending, Encoding.Unicode.GetPreamble().Concat(HostileTexts.Of(random).SelectMany(unit => new[] { (byte)unit, (byte)(unit >> 8) })).ToArray()),
            1 => (ending, Bytes(random, "PK\u0003\u0004")),
            2 => (ending, Bytes(random, "%PDF-1.7\n1 0 obj\n<<")),
            _ => (ending, Wounded(random, content)),
        };
    }

    /// <summary>What stands in a file of <c>cases/</c>.</summary>
    public static byte[] Case(Random random) => random.Next(5) switch
    {
        0 => Encoding.UTF8.GetBytes(Bombs[random.Next(Bombs.Length)](random.Next(1, random.Next(50) == 0 ? 1_000_000 : 5_000))),
        1 => Encoding.UTF8.GetBytes(HostileTexts.Of(random)),
        2 => Wounded(random, Encoding.UTF8.GetBytes(GoodCase)),
        _ => Encoding.UTF8.GetBytes(Shuffled(random)),
    };

    // A good case whose lines are lost, doubled, moved or filled with something else.
    private static string Shuffled(Random random)
    {
        var lines = GoodCase.Split('\n').ToList();
        for (var change = random.Next(1, 4); change > 0; change--)
        {
            var at = random.Next(lines.Count);
            switch (random.Next(4))
            {
                case 0:
                    lines.RemoveAt(at);
                    break;
                case 1:
                    lines.Insert(at, lines[random.Next(lines.Count)]);
                    break;
                case 2:
                    lines[at] = lines[at].Split(':')[0] + ": " + HostileTexts.Of(random);
                    break;
                default:
                    lines[at] = new string(' ', random.Next(6)) + lines[at];
                    break;
            }
        }

        return string.Join('\n', lines);
    }

    private static byte[] Bytes(Random random, string beginning)
    {
        var bytes = new byte[random.Next(3_000)];
        random.NextBytes(bytes);
        return [.. Raw.GetBytes(beginning), .. bytes];
    }

    private static byte[] Wounded(Random random, byte[] good)
    {
        var bytes = good[..(random.Next(3) == 0 ? random.Next(good.Length) : good.Length)];
        for (var wound = random.Next(1, 12); wound > 0 && bytes.Length > 0; wound--)
        {
            bytes[random.Next(bytes.Length)] = (byte)random.Next(256);
        }

        return bytes;
    }
}
