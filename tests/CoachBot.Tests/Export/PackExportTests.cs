using System.Text.Json;
using CoachBot.Core.Knowledge;
using CoachBot.Infrastructure.Export;
using CoachBot.Infrastructure.Knowledge;
using CoachBot.TestSupport;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Validation;
using Xunit;

namespace CoachBot.Tests.Export;

/// <summary>What trainers get on paper and as a workbook, over the real pack.</summary>
public sealed class PackExportTests : IDisposable
{
    private static readonly KnowledgePack Pack = new KnowledgeFolder(RepositoryRoot.Knowledge).Read().Pack;
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Import_WhatWasExported_GivesTheSamePack()
    {
        PackWorkbook.Write(Pack, _folder.In("pack.xlsx"));

        var reading = PackWorkbook.Import(_folder.In("pack.xlsx"), Path.Combine(_folder.Path, "knowledge"));

        Assert.DoesNotContain(reading.Problems, problem => problem.Severity == ProblemSeverity.Error);
        Assert.Equal(Pack.Cases.Count, reading.Pack.Cases.Count);
        Assert.All(Pack.Cases.Zip(reading.Pack.Cases), pair => Assert.Equal(Json(pair.First), Json(pair.Second)));

        // Holiday calendars are no trainers' matter and stay the files they are.
        Assert.Equal(Json(Pack with { Fingerprint = "", Calendars = [] }), Json(reading.Pack with { Fingerprint = "" }));
    }

    [Fact]
    public void Import_TextsThatLookLikeYamlOrFormulas_ComeBackAsTheyWere()
    {
        var odd = Some.Pack() with { Cases = [Odd()] };
        PackWorkbook.Write(odd, _folder.In("pack.xlsx"));

        var reading = PackWorkbook.Import(_folder.In("pack.xlsx"), Path.Combine(_folder.Path, "knowledge"));

        Assert.Equal(Json(Odd()), Json(Assert.Single(reading.Pack.Cases)));
    }

    [Fact]
    public void Import_NoWorkbook_SaysSo()
    {
        var path = _folder.Write("pack.xlsx", "not a workbook");

        Assert.Contains("pack.xlsx", Assert.Throws<FormatException>(() => PackWorkbook.Import(path, Path.Combine(_folder.Path, "knowledge"))).Message);
    }

    [Fact]
    public void Import_IdThatLeavesTheFolder_IsRefused()
    {
        PackWorkbook.Write(Some.Pack() with { Cases = [Some.Case("../../outside")] }, _folder.In("pack.xlsx"));

        Assert.Throws<FormatException>(() => PackWorkbook.Import(_folder.In("pack.xlsx"), Path.Combine(_folder.Path, "deep", "knowledge")));
        Assert.False(File.Exists(_folder.In("deep", "outside.yaml")));
    }

    [Fact]
    public void Write_Workbook_IsValidOpenXml()
    {
        PackWorkbook.Write(Pack, _folder.In("pack.xlsx"));

        using var file = SpreadsheetDocument.Open(_folder.In("pack.xlsx"), isEditable: false);
        Assert.Empty(new OpenXmlValidator().Validate(file, TestContext.Current.CancellationToken).Take(5).Select(error => $"{error.Path?.XPath}: {error.Description}"));
    }

    [Fact]
    public void Write_Document_IsValidOpenXmlAndPointsAtEveryCase()
    {
        PackDocument.Write(Pack, _folder.In("pack.docx"), new DateOnly(2026, 11, 22));

        using var file = WordprocessingDocument.Open(_folder.In("pack.docx"), isEditable: false);
        Assert.Empty(new OpenXmlValidator().Validate(file, TestContext.Current.CancellationToken).Take(5).Select(error => $"{error.Path?.XPath}: {error.Description}"));
        var body = file.MainDocumentPart!.Document!.Body!;
        var anchors = body.Descendants<DocumentFormat.OpenXml.Wordprocessing.BookmarkStart>().Select(mark => mark.Name!.Value!).ToList();
        Assert.Equal(Pack.Cases.Count, anchors.Distinct().Count());
        Assert.Equal(anchors.ToHashSet(), body.Descendants<DocumentFormat.OpenXml.Wordprocessing.Hyperlink>().Select(link => link.Anchor!.Value!).ToHashSet());
        Assert.Contains("2026-11-22", body.InnerText);
    }

    private static Case Odd()
    {
        var plain = Some.Case("odd-case");
        return plain with
        {
            Tags = ["null", "true", "1.5"],
            Zh = plain.Zh with { Say = ["=1+1", "- a: b", "# no remark", "「引号」\"and\" '"], Why = "{a: [b]}", Note = "第一行\n第二行" },
            En = plain.En with { Say = ["@SUM(A1)", "&anchor *alias", "<tag> & more", "\\n stays"], Why = "~", Note = "one\ttwo" },
        };
    }

    private static string Json<T>(T value) => JsonSerializer.Serialize(value);
}
