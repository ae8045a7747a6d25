using System.Globalization;
using System.IO.Compression;
using System.Text;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using UglyToad.PdfPig.Content;
using UglyToad.PdfPig.Core;
using UglyToad.PdfPig.Fonts.Standard14Fonts;
using UglyToad.PdfPig.Writer;
using A = DocumentFormat.OpenXml.Drawing;
using P = DocumentFormat.OpenXml.Presentation;
using S = DocumentFormat.OpenXml.Spreadsheet;
using W = DocumentFormat.OpenXml.Wordprocessing;

namespace CoachBot.Tests.Documents;

/// <summary>Writes the same lines in every format that documents are read in.</summary>
internal static class SampleFiles
{
    /// <summary>A Word file, one paragraph a line.</summary>
    public static byte[] Docx(params string[] lines)
    {
        var stream = new MemoryStream();
        using (var file = WordprocessingDocument.Create(stream, WordprocessingDocumentType.Document))
        {
            file.AddMainDocumentPart().Document = new W.Document(new W.Body(lines.Select(line => new W.Paragraph(new W.Run(new W.Text(line) { Space = SpaceProcessingModeValues.Preserve })))));
        }

        return stream.ToArray();
    }

    /// <summary>A PowerPoint file with so many lines a slide.</summary>
    public static byte[] Pptx(int linesPerSlide, params string[] lines)
    {
        var stream = new MemoryStream();
        using (var file = PresentationDocument.Create(stream, PresentationDocumentType.Presentation))
        {
            var deck = file.AddPresentationPart();
            deck.Presentation = new P.Presentation(new P.SlideIdList());
            foreach (var (index, texts) in lines.Chunk(linesPerSlide).Index())
            {
                var slide = deck.AddNewPart<SlidePart>();
                slide.Slide = new P.Slide(new P.CommonSlideData(new P.ShapeTree(Shape(texts))));
                deck.Presentation.SlideIdList!.Append(new P.SlideId { Id = (uint)(256 + index), RelationshipId = deck.GetIdOfPart(slide) });
            }
        }

        return stream.ToArray();
    }

    /// <summary>An Excel file, one row a line, cells split at <c>|</c>.</summary>
    public static byte[] Xlsx(params string[] lines)
    {
        var stream = new MemoryStream();
        using (var file = SpreadsheetDocument.Create(stream, SpreadsheetDocumentType.Workbook))
        {
            var book = file.AddWorkbookPart();
            var sheet = book.AddNewPart<WorksheetPart>();
            sheet.Worksheet = new S.Worksheet(new S.SheetData(lines.Select(line => new S.Row(line.Split('|').Select(cell =>
                new S.Cell { DataType = S.CellValues.InlineString, InlineString = new S.InlineString(new S.Text(cell)) })))));
            book.Workbook = new S.Workbook(new S.Sheets(new S.Sheet { Id = book.GetIdOfPart(sheet), SheetId = 1, Name = "话术" }));
        }

        return stream.ToArray();
    }

    /// <summary>A web page with navigation and footer around the lines.</summary>
    public static byte[] Html(params string[] lines) => Encoding.UTF8.GetBytes(
        "<!doctype html><html><head><title>x</title><style>p{}</style></head><body><nav>首页 更多</nav>"
        + string.Concat(lines.Select(line => $"<p>{System.Net.WebUtility.HtmlEncode(line)}</p>\n")) + "<footer>版权</footer><script>var a;</script></body></html>");

    /// <summary>A text file in GB18030.</summary>
    public static byte[] Gb18030(params string[] lines) => CodePagesEncodingProvider.Instance.GetEncoding("gb18030")!.GetBytes(string.Join("\r\n", lines));

    /// <summary>
    /// A PDF whose lines are wrapped at a width. It names a font that no machine needs to have and carries the table that says
    /// which character each glyph is, as real files do.
    /// </summary>
    public static byte[] Pdf(int charactersPerLine, params string[] lines) =>
        PdfOfRows(lines.SelectMany(line => line.Chunk(charactersPerLine)).Select(row => new string(row)).ToArray());

    /// <summary>The same with rows as they are given, each character as wide as any; an empty one is half a row's distance.</summary>
    public static byte[] PdfOfRows(params string[] rows) => PdfOfPages(rows);

    /// <summary>The same on several pages.</summary>
    public static byte[] PdfOfPages(params string[][] pages)
    {
        string[] around =
        [
            "<< /Type /Catalog /Pages 2 0 R >>",
            $"<< /Type /Pages /Kids [{string.Concat(pages.Select((_, index) => string.Create(CultureInfo.InvariantCulture, $"{7 + (2 * index)} 0 R ")))}] /Count {pages.Length} >>",
            "<< /Type /Font /Subtype /Type0 /BaseFont /Sample /Encoding /Identity-H /DescendantFonts [4 0 R] /ToUnicode 5 0 R >>",
            "<< /Type /Font /Subtype /CIDFontType2 /BaseFont /Sample /CIDSystemInfo << /Registry (Adobe) /Ordering (Identity) /Supplement 0 >> /DW 1000 /FontDescriptor 6 0 R >>",
            Stream("/CIDInit /ProcSet findresource begin 12 dict begin begincmap /CMapName /Sample def /CMapType 2 def 1 begincodespacerange <0000> <FFFF> endcodespacerange "
                + Ranges() + " endcmap end end"),
            "<< /Type /FontDescriptor /FontName /Sample /Flags 4 /FontBBox [0 -200 1000 900] /ItalicAngle 0 /Ascent 900 /Descent -200 /CapHeight 700 /StemV 80 >>",
        ];
        return Objects([.. around, .. pages.SelectMany((rows, index) => new[] { PageBefore(8 + (2 * index)), Stream(Shown(rows)) })]);
    }

    /// <summary>A PDF in a proportional font, its words wrapped at a width in points.</summary>
    public static byte[] EnglishPdf(double width, params string[] paragraphs)
    {
        var builder = new PdfDocumentBuilder();
        var font = builder.AddStandard14Font(Standard14Font.Helvetica);
        var page = builder.AddPage(PageSize.A4);
        var height = 780.0;
        foreach (var paragraph in paragraphs)
        {
            var line = "";
            foreach (var word in paragraph.Split(' ').Append(null))
            {
                var longer = line.Length == 0 ? word : line + " " + word;
                if (word is not null && page.MeasureText(longer!, 11, new PdfPoint(60, height), font)[^1].EndBaseLine.X <= 60 + width)
                {
                    line = longer!;
                    continue;
                }

                page.AddText(line, 11, new PdfPoint(60, height), font);
                height -= 14;
                line = word ?? "";
            }
        }

        return builder.Build();
    }

    /// <summary>A PDF with a page and nothing on it that could be read.</summary>
    public static byte[] EmptyPdf() => Objects(
        "<< /Type /Catalog /Pages 2 0 R >>", "<< /Type /Pages /Kids [3 0 R] /Count 1 >>", "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 700 842] >>");

    /// <summary>A .docx whose text unpacks to far more than its size.</summary>
    public static byte[] ZipBomb()
    {
        var stream = new MemoryStream();
        using (var zip = new ZipArchive(stream, ZipArchiveMode.Create, leaveOpen: true))
        {
            using var part = zip.CreateEntry("word/document.xml", CompressionLevel.Fastest).Open();
            part.Write("<a>"u8);
            var spaces = new byte[1024 * 1024];
            Array.Fill(spaces, (byte)' ');
            for (var i = 0; i < 200; i++)
            {
                part.Write(spaces);
            }

            part.Write("</a>"u8);
        }

        return stream.ToArray();
    }

    private static string PageBefore(int content) => string.Create(
        CultureInfo.InvariantCulture,
        $"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 700 842] /Contents {content} 0 R /Resources << /Font << /F1 3 0 R >> >> >>");

    private static string Shown(string[] rows) => "BT /F1 12 Tf 16 TL 50 800 Td\n"
        + string.Concat(rows.Select(row => row.Length == 0 ? "0 -8 Td\n" : $"<{Convert.ToHexString(Encoding.BigEndianUnicode.GetBytes(row))}> Tj T*\n"))
        + "ET";

    // A range may not cross the last byte.
    private static string Ranges()
    {
        var ranges = new StringBuilder();
        foreach (var chunk in Enumerable.Range(0, 256).Chunk(100))
        {
            ranges.Append(CultureInfo.InvariantCulture, $"{chunk.Length} beginbfrange ");
            foreach (var row in chunk)
            {
                ranges.Append(CultureInfo.InvariantCulture, $"<{row:X2}00> <{row:X2}FF> <{row:X2}00> ");
            }

            ranges.Append("endbfrange ");
        }

        return ranges.ToString();
    }

    private static string Stream(string content) => string.Create(CultureInfo.InvariantCulture, $"<< /Length {content.Length} >>\nstream\n{content}\nendstream");

    private static byte[] Objects(params string[] objects)
    {
        var file = new StringBuilder("%PDF-1.7\n");
        var places = new List<int>();
        foreach (var (index, text) in objects.Index())
        {
            places.Add(file.Length);
            file.Append(CultureInfo.InvariantCulture, $"{index + 1} 0 obj\n{text}\nendobj\n");
        }

        var table = file.Length;
        file.Append(CultureInfo.InvariantCulture, $"xref\n0 {objects.Length + 1}\n0000000000 65535 f \n");
        places.ForEach(place => file.Append(CultureInfo.InvariantCulture, $"{place:D10} 00000 n \n"));
        file.Append(CultureInfo.InvariantCulture, $"trailer << /Size {objects.Length + 1} /Root 1 0 R >>\nstartxref\n{table}\n%%EOF");
        return Encoding.ASCII.GetBytes(file.ToString());
    }

    private static P.Shape Shape(string[] lines) => new(
        new P.NonVisualShapeProperties(
            new P.NonVisualDrawingProperties { Id = 2, Name = "Text" }, new P.NonVisualShapeDrawingProperties(), new P.ApplicationNonVisualDrawingProperties()),
        new P.ShapeProperties(),
        new P.TextBody([new A.BodyProperties(), .. lines.Select(line => new A.Paragraph(new A.Run(new A.Text(line))))]));
}
