using System.Text;
using CoachBot.Core.Documents;
using CoachBot.Infrastructure.Documents;
using Microsoft.Extensions.Time.Testing;
using Xunit;

namespace CoachBot.Tests.Documents;

public sealed class FormatTests
{
    private readonly DocumentGate _gate = new(DocumentReaders.All(), new FakeTimeProvider());

    public static TheoryData<string> Endings() => new(".txt", ".utf16.txt", ".utf16be.txt", ".gb.txt", ".docx", ".pptx", ".pdf", ".html", ".md");

    [Theory]
    [MemberData(nameof(Endings))]
    public void Open_SameTextInEachFormat_SamePassages(string ending)
    {
        var expected = PassageCutter.Cut(new Document("deck", MadeUpText.Deck.Select(line => new Block(BlockKind.Paragraph, line)).ToList()));

        var passages = PassageCutter.Cut(Read("deck" + ending, FileOf(ending)).Document);

        Assert.Equal(expected.Select(passage => (passage.Id, passage.Text, passage.Language)), passages.Select(passage => (passage.Id, passage.Text, passage.Language)));
        Assert.Equal(4, passages.Count);
    }

    [Fact]
    public void Open_Slides_PassagesKnowTheirSlide()
    {
        var passages = PassageCutter.Cut(Read("deck.pptx", SampleFiles.Pptx(2, MadeUpText.Deck)).Document);

        Assert.Equal([1, 2, 7, 10], passages.Select(passage => passage.Page!.Value));
    }

    [Fact]
    public void Open_EnglishPdf_LinesBecomeParagraphsAgain()
    {
        string[] paragraphs =
        [
            "On a wet morning the hall is full before nine, and whoever opens the door looks for the mat, the umbrella stand and a friendly face first.",
            "Put the mat down.",
            "The duty manager walks the hall every half hour, looks at the floor near the entrance and writes the time into the book that lies at the desk.",
        ];

        var passage = Assert.Single(PassageCutter.Cut(Read("deck.pdf", SampleFiles.EnglishPdf(300, paragraphs)).Document));

        Assert.Equal(string.Join('\n', paragraphs), passage.Text);
    }

    // Rows of twelve: whatever ends earlier without a reason ends a paragraph.
    public static TheoryData<string, string[], string[]> TypesetPages => new()
    {
        { "a mark may not begin a row", ["早上先把伞架搬到门口一", "边,再看看地上湿不湿", "然后开门"], ["早上先把伞架搬到门口一边,再看看地上湿不湿", "然后开门"] },
        { "a bracket may not end a row", ["早上开门以前要先看一看", "“值班表”,再把伞架子搬", "到门口"], ["早上开门以前要先看一看“值班表”,再把伞架子搬到门口"] },
        { "a mark hangs over the edge", ["早上开门以前先看值班表上", "的名字再把伞架搬到门口边。", "地上湿的时候铺上一块垫子", "再开门让外面等着的客户们", "进来。"], ["早上开门以前先看值班表上的名字再把伞架搬到门口边。地上湿的时候铺上一块垫子再开门让外面等着的客户们进来。"] },
        { "one sign short for no reason", ["早上开门以前先看值班表", "地上湿的时候铺上一块垫子", "再开门。"], ["早上开门以前先看值班表", "地上湿的时候铺上一块垫子再开门。"] },
        { "distance between paragraphs", ["早上开门以前先看值班表上", "的名字再把伞架搬到门边。", "", "地上湿的时候铺上一块垫子", "再开门。"], ["早上开门以前先看值班表上的名字再把伞架搬到门边。", "地上湿的时候铺上一块垫子再开门。"] },
        { "a number after a full row", ["先看值班表。", "早上开门以前先看值班表。", "2.地上湿的时候铺上一块垫", "子。"], ["先看值班表。", "早上开门以前先看值班表。", "2.地上湿的时候铺上一块垫子。"] },
        { "a title after a full row", ["一早来了客户问伞放在哪里", "早上开门以前先看值班表。", "门口的伞架", "地上湿的时候铺上一块垫子", "再开门,伞放在伞架上就好"], ["一早来了客户问伞放在哪里早上开门以前先看值班表。", "门口的伞架", "地上湿的时候铺上一块垫子再开门,伞放在伞架上就好"] },
        { "a broken address", ["伞架的用法见内网页面ht", "tp://w.ex/a"], ["伞架的用法见内网页面http://w.ex/a"] },
    };

    [Theory]
    [MemberData(nameof(TypesetPages))]
    public void Open_TypesetPdf_RowsBecomeParagraphsAgain(string what, string[] rows, string[] paragraphs) =>
        Assert.Equal((what, string.Join('|', paragraphs)), (what, string.Join('|', Read("deck.pdf", SampleFiles.PdfOfRows(rows)).Document.Blocks.Select(block => block.Text))));

    [Fact]
    public void Open_Sheet_RowsAreReadUnderTheSheetsName()
    {
        var passages = PassageCutter.Cut(Read("phrases.xlsx", SampleFiles.Xlsx("不要说|请说", "不知道|我帮您问一下,请稍等")).Document);

        var passage = Assert.Single(passages);
        Assert.Equal("话术", passage.Heading);
        Assert.Contains("不知道 | 我帮您问一下,请稍等", passage.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void Open_Markdown_HeadingsCutAndMarksVanish()
    {
        var file = Encoding.UTF8.GetBytes("# Greeting\n\nSay **good morning** first.\n\n## Waiting\n\n- Offer a [seat](http://x)\n- Give the time\n");

        var passages = PassageCutter.Cut(Read("notes.md", file).Document);

        Assert.Equal([("Greeting", "Say good morning first."), ("Waiting", "Offer a seat\nGive the time")], passages.Select(passage => (passage.Heading, passage.Text)));
        Assert.All(passages, passage => Assert.Equal("en", passage.Language));
    }

    [Theory]
    [InlineData("deck.doc", RefusalReason.UnknownFormat)]
    [InlineData("deck.txt", RefusalReason.Empty)]
    [InlineData("scan.pdf", RefusalReason.Scanned)]
    [InlineData("broken.docx", RefusalReason.Broken)]
    [InlineData("locked.docx", RefusalReason.Encrypted)]
    [InlineData("bomb.docx", RefusalReason.TooLarge)]
    [InlineData("noise.txt", RefusalReason.UnknownEncoding)]
    [InlineData("deep.html", RefusalReason.Broken)]
    public void Open_WhatCannotBeRead_IsRefusedWithTheReason(string file, RefusalReason reason)
    {
        byte[] content = file switch
        {
            "scan.pdf" => SampleFiles.EmptyPdf(),
            "broken.docx" => SampleFiles.Docx(MadeUpText.Deck)[..900],
            "locked.docx" => [0xD0, 0xCF, 0x11, 0xE0, .. new byte[100], .. Encoding.Unicode.GetBytes("EncryptedPackage")],
            "bomb.docx" => SampleFiles.ZipBomb(),
            "noise.txt" => Enumerable.Range(0, 4_000).Select(number => (byte)(number * 167 % 251)).ToArray(),
            "deep.html" => Encoding.UTF8.GetBytes(string.Concat(Enumerable.Repeat("<div>", 100_000))),
            _ => [],
        };

        var outcome = _gate.Open("x", file, content, TestContext.Current.CancellationToken);

        Assert.Equal(reason, Assert.IsType<DocumentOutcome.Refused>(outcome).Reason);
        Assert.NotEmpty(RefusalTexts.Of(reason));
    }

    private static byte[] FileOf(string ending) => ending switch
    {
        ".txt" => Encoding.UTF8.GetBytes(string.Join('\n', MadeUpText.Deck)),
        ".utf16.txt" => [.. Encoding.Unicode.GetPreamble(), .. Encoding.Unicode.GetBytes(string.Join("\r\n", MadeUpText.Deck))],
        ".utf16be.txt" => Encoding.BigEndianUnicode.GetBytes(string.Join("\r\n", MadeUpText.Deck)),
        ".gb.txt" => SampleFiles.Gb18030(MadeUpText.Deck),
        ".docx" => SampleFiles.Docx(MadeUpText.Deck),
        ".pptx" => SampleFiles.Pptx(3, MadeUpText.Deck),
        ".pdf" => SampleFiles.Pdf(34, MadeUpText.Deck),
        ".html" => SampleFiles.Html(MadeUpText.Deck),
        _ => Encoding.UTF8.GetBytes(string.Join("\n\n", MadeUpText.Deck)),
    };

    private DocumentOutcome.Read Read(string file, byte[] content) =>
        Assert.IsType<DocumentOutcome.Read>(_gate.Open("deck", file, content, TestContext.Current.CancellationToken));
}
