using System.Text;
using CoachBot.Core.Documents;
using CoachBot.Core.Documents.Drafts;
using CoachBot.Infrastructure.Documents;
using Xunit;

namespace CoachBot.Tests.Documents;

/// <summary>The five real documents, against what the catalogue says of them.</summary>
[Collection(TimedTests.Name)]
public sealed class SourceDocumentTests(ITestOutputHelper output)
{
    private const string BankDeck = "000_5c25183a0952e057.txt";

    private static readonly string[] Markers = ["你可以做得更好的是", "案例分析"];

    private static readonly string[] Furniture =
    [
        "下载此文档", "文档分类", "页数:约", "举报", "下载提示", "转载请标明出处", "合集下载", "相关文档", "最新文档", "本文标题", "链接地址", "360docs", "777doc",
        "daumloan", "三七文档", "当前位置", "海量免费资料", "精品资料网", "此课件下载", "下载文档前", "仅部分预览", "联系客服反馈", "文档介绍", "收藏数", "上传人相",
        "文件大小", "最近更新", "Leabharlann", "licensed to be used within", "淘豆网", "网址水印",
    ];

    public static TheoryData<string> Sources() => new(
        BankDeck, "001_9f7c85d735e08cfc.txt", "002_8a9bddeddcfe5f92.txt", "003_fa5691592ed4bfb6.txt", "004_67999edb78e29cba.txt");

    [Theory]
    [MemberData(nameof(Sources))]
    public void Cut_Source_PageFurnitureInNoPassage(string source)
    {
        var passages = Passages(source);

        Assert.NotEmpty(passages);
        Assert.All(passages, passage => Assert.DoesNotContain(Furniture, word => (passage.Heading + passage.Text).Contains(word, StringComparison.OrdinalIgnoreCase)));
        Assert.All(passages, passage => Assert.InRange(passage.Text.Length, 1, PassageCutter.Longest));
        output.WriteLine($"{source}: {passages.Count} passages, {DraftProposer.Propose(passages).Count} drafts");
    }

    [Theory]
    [MemberData(nameof(Sources))]
    public void Cut_Source_NoPassageTellsTwoCases(string source)
    {
        var cases = CatalogueUnit.Of(source).Where(unit => unit.Kind == "case" && unit.Completeness != "title-only").ToList();

        foreach (var passage in Passages(source))
        {
            var letters = CatalogueUnit.Letters(passage.Heading) + CatalogueUnit.Letters(passage.Text);
            var told = cases.Where(unit => unit.Locators.Any(letters.Contains)).Select(unit => unit.Id).ToList();
            Assert.True(told.Count <= 1, $"{passage.Id} tells {string.Join(" and ", told)}");
        }
    }

    // The compilations print an article's title on a line of its own and begin the article with it: no passage may run across.
    [Theory]
    [MemberData(nameof(Sources))]
    public void Cut_Source_NoPassageRunsFromOneArticleIntoTheNext(string source)
    {
        var passages = Passages(source).Select(passage => (passage.Id, Text: CatalogueUnit.Letters(passage.Text))).ToList();

        foreach (var (title, beginning) in ArticleBeginnings(source))
        {
            var across = passages.Where(passage => passage.Text.IndexOf(beginning, StringComparison.Ordinal) > title.Length * 2).Select(passage => passage.Id);
            Assert.True(!across.Any(), $"{string.Join(", ", across)} runs into the article '{title}'");
        }
    }

    [Theory]
    [MemberData(nameof(Sources))]
    public void Cut_Source_NoPassageMixesTrades(string source)
    {
        var units = CatalogueUnit.Of(source).Where(unit => unit.Domain != "generic" && unit.Completeness != "title-only").ToList();

        foreach (var passage in Passages(source))
        {
            var letters = CatalogueUnit.Letters(passage.Heading) + CatalogueUnit.Letters(passage.Text);
            var trades = units.Where(unit => unit.Locators.Any(letters.Contains)).Select(unit => unit.Domain).Distinct().ToList();
            Assert.True(trades.Count <= 1, $"{passage.Id} mixes {string.Join(" and ", trades)}");
        }
    }

    [Theory]
    [InlineData(".docx")]
    [InlineData(".pptx")]
    [InlineData(".html")]
    [InlineData(".gb.txt")]
    [InlineData(".pdf")]
    public void Cut_BankDeckInAnotherFormat_SamePassages(string ending)
    {
        var lines = File.ReadAllLines(Path.Combine(SharedFolder.Path, "sources", BankDeck)).Select(line => line.Trim()).Where(line => line.Length > 0).ToArray();
        var file = ending switch
        {
            ".docx" => SampleFiles.Docx(lines),
            ".pptx" => SampleFiles.Pptx(8, lines),
            ".html" => SampleFiles.Html(lines),
            ".pdf" => SampleFiles.Pdf(47, lines),
            _ => SampleFiles.Gb18030(lines),
        };

        var texts = Passages(BankDeck[..3], "deck" + ending, file).Select(passage => passage.Text).ToList();

        var expected = Passages(BankDeck).Select(passage => passage.Text).ToList();
        // Not every paragraph that ends exactly at a PDF's right edge can be told from one that goes on.
        Assert.InRange(expected.Intersect(texts).Count(), ending == ".pdf" ? expected.Distinct().Count() * 96 / 100 : expected.Distinct().Count(), expected.Count);
    }

    // At some width each document has paragraphs that fill their last line: what holds at one may hold by luck. Pages tear paragraphs apart.
    [Fact]
    public void Cut_EverySourceAsPdfOfSeveralWidthsWithHeadAndFoot_MostPassagesAreTheSame()
    {
        var (same, all) = (0, 0);
        foreach (var source in Sources().Select(row => row.Data))
        {
            var lines = File.ReadAllLines(Path.Combine(SharedFolder.Path, "sources", source)).Select(line => line.Trim()).Where(line => line.Length > 0).ToArray();
            var expected = Passages(source[..3], source, Encoding.UTF8.GetBytes(string.Join('\n', lines))).Select(passage => passage.Text).Distinct().ToList();
            foreach (var width in new[] { 28, 34, 40, 44, 47, 52 })
            {
                var here = expected.Intersect(Passages(source[..3], "deck.pdf", SampleFiles.PdfOfPages(Pages(lines, width))).Select(passage => passage.Text)).Count();
                output.WriteLine($"{source} at {width}: {here} of {expected.Count}");
                (same, all) = (same + here, all + expected.Count);
            }
        }

        output.WriteLine($"{same} of {all}");
        Assert.True(same >= all * 94 / 100, $"{same} of {all}");
    }

    private static string[][] Pages(string[] lines, int width) => lines
        .SelectMany(line => line.Chunk(width))
        .Chunk(44)
        .Select((rows, page) => (string[])["内部培训资料", .. rows.Select(row => new string(row)), $"- {page + 1} -"])
        .ToArray();

    [Fact]
    public void Propose_BankDeck_ScenesBecomeDraftsWithBothSidesInPlace()
    {
        var passages = Passages(BankDeck);
        var drafts = DraftProposer.Propose(passages);
        var source = CatalogueUnit.Letters(File.ReadAllText(Path.Combine(SharedFolder.Path, "sources", BankDeck)));
        var scenes = CatalogueUnit.Of(BankDeck).Where(unit => unit.Kind == "case" && unit.Completeness != "title-only").ToList();

        var good = scenes.Where(scene => drafts.Any(draft => Tells(draft, scene, passages) && IsInPlace(draft, scene, source))).ToList();

        output.WriteLine($"{good.Count} of {scenes.Count} scenes; without: {string.Join(", ", scenes.Except(good).Select(scene => scene.Id))}");
        Assert.True(good.Count >= 25, $"only {good.Count} of {scenes.Count}");
    }

    private static bool Tells(Draft draft, CatalogueUnit scene, IReadOnlyList<Passage> passages)
    {
        var text = string.Concat(passages.Where(passage => draft.Passages.Contains(passage.Id)).Select(passage => passage.Heading + passage.Text));
        return scene.Locators.Any(CatalogueUnit.Letters(text).Contains);
    }

    // Worse handling stands before the marker in the source, better handling behind it.
    private static bool IsInPlace(Draft draft, CatalogueUnit scene, string source)
    {
        var begin = scene.Locators.Select(locator => source.IndexOf(locator, StringComparison.Ordinal)).Where(at => at >= 0).Min();
        var marker = Markers.Select(word => source.IndexOf(word, begin + 1, StringComparison.Ordinal)).Where(at => at >= 0).Min();
        return draft is { Situation.Length: > 0, Avoid.Count: > 0 }
            && draft.Say.Count + draft.Do.Count > 0
            && draft.Avoid.All(text => IsBetween(source, text, begin, marker))
            && draft.Say.Concat(draft.Do).All(text => IsBetween(source, text, marker, Math.Min(source.Length, marker + 2_000)));
    }

    private static bool IsBetween(string source, string text, int from, int to) =>
        source.IndexOf(CatalogueUnit.Letters(text), from, to - from, StringComparison.Ordinal) >= 0;

    private static IEnumerable<(string Title, string Beginning)> ArticleBeginnings(string source)
    {
        var lines = File.ReadAllLines(Path.Combine(SharedFolder.Path, "sources", source))
            .Select(line => CatalogueUnit.Letters(line)).Where(line => line.Length > 0).ToList();
        for (var i = 1; i < lines.Count; i++)
        {
            var title = lines[i - 1];
            if (title.Length is >= 6 and <= 30 && lines[i].StartsWith(title, StringComparison.Ordinal) && lines[i].Length > title.Length + 25)
            {
                yield return (title, lines[i][title.Length..(title.Length + 25)]);
            }
        }
    }

    private static IReadOnlyList<Passage> Passages(string source) =>
        Passages(source[..3], source, File.ReadAllBytes(Path.Combine(SharedFolder.Path, "sources", source)));

    private static IReadOnlyList<Passage> Passages(string name, string file, byte[] content)
    {
        var gate = new DocumentGate(DocumentReaders.All(), TimeProvider.System);
        return PassageCutter.Cut(Assert.IsType<DocumentOutcome.Read>(gate.Open(name, file, content, TestContext.Current.CancellationToken)).Document);
    }
}
