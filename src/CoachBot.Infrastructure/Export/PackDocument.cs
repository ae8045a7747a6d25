using System.Globalization;
using CoachBot.Core.Knowledge;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;

namespace CoachBot.Infrastructure.Export;

/// <summary>The pack as a Word document for trainers who work on paper: title page, contents by kind, one section a case.</summary>
public static class PackDocument
{
    /// <summary>Writes the document.</summary>
    /// <param name="pack">The pack.</param>
    /// <param name="path">The file to write.</param>
    /// <param name="today">The date on the title page.</param>
    public static void Write(KnowledgePack pack, string path, DateOnly today)
    {
        using var file = WordprocessingDocument.Create(path, WordprocessingDocumentType.Document);
        var main = file.AddMainDocumentPart();
        main.AddNewPart<StyleDefinitionsPart>().Styles = WordParts.Styles();
        main.AddNewPart<DocumentSettingsPart>().Settings = new Settings(new UpdateFieldsOnOpen { Val = true });
        var footer = main.AddNewPart<FooterPart>();
        footer.Footer = PageNumbers();
        var kinds = pack.Cases
            .GroupBy(@case => @case.Kind)
            .OrderBy(group => group.Key)
            .Select(group => new KindOfCases(group.Key, group.OrderBy(@case => @case.Id, StringComparer.Ordinal).ToList()))
            .ToList();
        var body = new Body();
        body.Append(TitlePage(pack, kinds, today));
        body.Append(Contents(kinds));
        body.Append(Sections(pack, kinds));
        body.Append(new SectionProperties(
            new FooterReference { Type = HeaderFooterValues.Default, Id = main.GetIdOfPart(footer) },
            new PageSize { Width = 11906, Height = 16838 },
            new PageMargin { Top = 850, Bottom = 850, Left = 850, Right = 850, Header = 400, Footer = 400 },
            new TitlePage()));
        main.Document = new Document(body);
    }

    private static IEnumerable<OpenXmlElement> TitlePage(KnowledgePack pack, List<KindOfCases> kinds, DateOnly today)
    {
        var alternates = pack.Alternates.Sum(entry => entry.Hands.Sum(hand => hand.Zh.Count + hand.En.Count));
        yield return WordParts.Paragraph(ExportTexts.Zh("Title") + "\n" + ExportTexts.En("Title"), WordParts.Title);
        yield return WordParts.Paragraph(today.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture), WordParts.Subtitle);
        int[] widths = [7200, 1800];
        yield return WordParts.Table(widths,
        [
            .. kinds.Select(kind => Count(Name(kind.Kind), kind.Cases.Count)),
            Count(ExportTexts.Both("AllCases"), pack.Cases.Count),
            Count(ExportTexts.Both("DraftCount"), pack.Cases.Count(@case => !@case.Published)),
            Count(ExportTexts.Both("VerifiedCount"), pack.Cases.Count(@case => @case.Review.Verified is not null)),
            Count(ExportTexts.Both("AlternatesCount"), alternates),
        ]);
        yield return WordParts.Paragraph(ExportTexts.Zh("Reading") + "\n" + ExportTexts.En("Reading"), WordParts.Small);

        TableRow Count(string name, int count) => WordParts.Row(
            WordParts.Cell(widths[0], [name]), WordParts.Cell(widths[1], [count.ToString(CultureInfo.InvariantCulture)]));
    }

    private static IEnumerable<OpenXmlElement> Contents(List<KindOfCases> kinds)
    {
        var number = 0;
        yield return WordParts.Paragraph(ExportTexts.Both("Contents"), WordParts.Kind);
        foreach (var kind in kinds)
        {
            yield return WordParts.Paragraph(Name(kind.Kind), bold: true);
            foreach (var @case in kind.Cases)
            {
                number++;
                yield return WordParts.Contents(
                    string.Create(CultureInfo.InvariantCulture, $"{number}. {@case.Zh.Title} / {@case.En.Title}"), CasePages.AnchorOf(@case), WordParts.Entry);
            }
        }
    }

    private static IEnumerable<OpenXmlElement> Sections(KnowledgePack pack, List<KindOfCases> kinds)
    {
        var pages = new CasePages(pack);
        var number = 0;
        foreach (var kind in kinds)
        {
            yield return WordParts.Paragraph(Name(kind.Kind), WordParts.Kind);
            foreach (var (at, @case) in kind.Cases.Index())
            {
                foreach (var element in pages.Of(@case, ++number, beginsPage: at > 0))
                {
                    yield return element;
                }
            }
        }
    }

    private static string Name(CaseKind kind) => ExportTexts.Both("Kind" + kind);

    private static Footer PageNumbers() => new(new Paragraph(
        new ParagraphProperties(new ParagraphStyleId { Val = WordParts.Small }, new Justification { Val = JustificationValues.Center }),
        WordParts.Run("CoachBot  ·  "),
        new SimpleField(WordParts.Run("1")) { Instruction = " PAGE " }));

    private sealed record KindOfCases(CaseKind Kind, List<Case> Cases);
}
