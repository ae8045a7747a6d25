using System.Diagnostics;
using System.Text;
using CoachBot.Core.Documents;
using CoachBot.Core.Documents.Drafts;
using CoachBot.Infrastructure.Documents;
using CsCheck;
using Xunit;

namespace CoachBot.Tests.Documents;

/// <summary>Whatever a file holds: passages or a refusal, and within two seconds.</summary>
[Collection(TimedTests.Name)]
public sealed class HostileInputTests
{
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(2);
    private static readonly string[] Endings = [".docx", ".pptx", ".xlsx", ".pdf", ".html", ".md", ".txt"];

    private readonly DocumentGate _gate = new(DocumentReaders.All(), TimeProvider.System);

    [Fact]
    public void Open_RandomBytes_NeverThrows() => Gen.Select(AnyOf(Endings), Gen.Byte.Array[0, 2_000])
        .Sample((ending, bytes) => IsHandled(ending, bytes), iter: 300, threads: 1);

    [Fact]
    public void Open_RandomCharacters_NeverThrows() => Gen.Select(AnyOf(".html", ".md", ".txt"), Gen.String[0, 2_000])
        .Sample((ending, text) => IsHandled(ending, Encoding.Unicode.GetPreamble().Concat(Encoding.Unicode.GetBytes(text)).ToArray()), iter: 300, threads: 1);

    [Fact]
    public void Open_GoodFileWithWrongBytes_NeverThrows()
    {
        var files = new Dictionary<string, byte[]>
        {
            [".docx"] = SampleFiles.Docx(MadeUpText.Deck),
            [".pptx"] = SampleFiles.Pptx(3, MadeUpText.Deck),
            [".xlsx"] = SampleFiles.Xlsx(MadeUpText.Deck),
            [".pdf"] = SampleFiles.Pdf(34, MadeUpText.Deck),
            [".html"] = SampleFiles.Html(MadeUpText.Deck),
            [".txt"] = SampleFiles.Gb18030(MadeUpText.Deck),
        };
        Gen.Select(AnyOf(files.Keys.ToArray()), Gen.Select(Gen.Double[0, 1], Gen.Byte).Array[1, 12], Gen.Double[0.1, 1.4])
            .Sample((ending, wounds, rest) => IsHandled(ending, Wounded(files[ending], wounds, rest)), iter: 300, threads: 1);
    }

    [Fact]
    public void Cut_RandomBlocks_KeepsToItsBounds() => Gen.Select(Gen.Enum<BlockKind>(), Gen.OneOf(Gen.String[0, 400], Scraps()))
        .Array[0, 12]
        .Sample(
            blocks =>
            {
                var passages = PassageCutter.Cut(new Document("x", blocks.Select(block => new Block(block.Item1, block.Item2)).ToList()));
                DraftProposer.Propose(passages);
                return passages.All(passage => passage.Text.Length is > 0 and <= PassageCutter.Longest && passage.Text.All(character => !char.IsControl(character) || character == '\n'));
            },
            iter: 500,
            threads: 1);

    public static TheoryData<string, string> Extremes() => new()
    {
        { ".txt", new string('a', 1_000_000) },
        { ".txt", new string('银', 350_000) },
        { ".txt", new string('?', 1_000_000) },
        { ".txt", new string(' ', 1_000_000) },
        { ".txt", string.Concat(Enumerable.Repeat("“", 350_000)) },
        { ".txt", string.Concat(Enumerable.Repeat("1 2 3 4 5 6 7 8 9 10 ", 50_000)) },
        { ".txt", string.Concat(Enumerable.Repeat("案例一:", 80_000)) },
        { ".txt", string.Concat(Enumerable.Repeat("第一章第一条", 60_000)) },
        { ".txt", string.Concat(Enumerable.Repeat("客户:“好。? ? ", 60_000)) },
        { ".txt", string.Concat(Enumerable.Repeat("这一行没有写完就断了这一行没有写完就断了这一行没有写完就断了这一行没有写完就断了,后面\n", 8_000)) },
        { ".txt", "id: x\nkind: case\nstatus: published\nzh: {title: &a [*a, *a]}\n---\n!!python/object:os.system" },
        { ".md", new string('#', 1_000_000) },
        { ".md", new string('[', 1_000_000) },
        { ".md", string.Concat(Enumerable.Repeat("**a", 300_000)) },
        { ".html", new string('<', 1_000_000) },
        { ".html", string.Concat(Enumerable.Repeat("<b><p>", 150_000)) },
        { ".html", string.Concat(Enumerable.Repeat("<li>", 200_000)) },
        { ".html", string.Concat(Enumerable.Repeat("<table><tr><td>", 60_000)) },
        { ".pdf", "%PDF-1.7\n1 0 obj\n" + new string('[', 900_000) },
        { ".pdf", "%PDF-1.7\n1 0 obj\n" + string.Concat(Enumerable.Repeat("<</A ", 200_000)) },
    };

    [Theory]
    [MemberData(nameof(Extremes), DisableDiscoveryEnumeration = true)]
    public void Open_Extreme_IsHandledInTime(string ending, string text) => Assert.True(IsHandled(ending, Encoding.UTF8.GetBytes(text)));

    [Fact]
    public void Open_HalfSurrogates_VanishFromTheText()
    {
        var bytes = Encoding.Unicode.GetPreamble().Concat(Raw("你好\uD83D柜台\uDC00再见")).ToArray();

        var read = Assert.IsType<DocumentOutcome.Read>(_gate.Open("x", "x.txt", bytes, TestContext.Current.CancellationToken));

        Assert.Equal("你好柜台再见", Assert.Single(PassageCutter.Cut(read.Document)).Text);
    }

    private static Gen<string> AnyOf(params string[] values) => Gen.Int[0, values.Length - 1].Select(index => values[index]);

    private static byte[] Raw(string text) => text.SelectMany(character => new[] { (byte)(character & 0xFF), (byte)(character >> 8) }).ToArray();

    private static Gen<string> Scraps() => AnyOf(
        "情景一:", "你可以做得更好的是:", "精髓:", "忠告:", "柜员:“", "客户:", "案例分析:", "第一章", "问:", "答:", "?", "。? ? ", "•", "下载此文档", ".", "一、", "\uD800", "\0", " ")
        .Array[0, 20].Select(scraps => string.Concat(scraps));

    private static byte[] Wounded(byte[] file, (double Place, byte Value)[] wounds, double rest)
    {
        var copy = file[..(int)Math.Min(file.Length, Math.Max(1, file.Length * rest))];
        foreach (var (place, value) in wounds)
        {
            copy[(int)(place * (copy.Length - 1))] = value;
        }

        return copy;
    }

    private bool IsHandled(string ending, byte[] content)
    {
        // The machine may be busy with others: a file is too slow when it is so three times.
        var (time, outcome) = Timed(ending, content);
        for (var more = 0; more < 2 && time >= Longest; more++)
        {
            (time, outcome) = Timed(ending, content);
        }

        Assert.True(time < Longest, $"{ending} with {content.Length} bytes took {time}: {outcome.GetType().Name}");
        return true;
    }

    private (TimeSpan Time, DocumentOutcome Outcome) Timed(string ending, byte[] content)
    {
        var watch = Stopwatch.StartNew();
        var outcome = _gate.Open("x", "x" + ending, content, CancellationToken.None);
        var passages = outcome is DocumentOutcome.Read read ? PassageCutter.Cut(read.Document) : [];
        DraftProposer.Propose(passages);
        Assert.All(passages, passage => Assert.InRange(passage.Text.Length, 1, PassageCutter.Longest));
        return (watch.Elapsed, outcome);
    }
}
