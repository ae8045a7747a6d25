using System.Text;
using CoachBot.Core.Documents;
using CoachBot.Core.Documents.Import;
using CoachBot.Core.Knowledge;
using CoachBot.Infrastructure.Documents;
using CoachBot.Infrastructure.Knowledge;
using Xunit;

namespace CoachBot.Tests.Documents;

public sealed class DocumentImportTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("coachbot-import-");
    private readonly DocumentGate _gate = new(DocumentReaders.All(), TimeProvider.System);

    private string Knowledge => Path.Combine(_folder.FullName, "knowledge");

    private string Incoming => Directory.CreateDirectory(Path.Combine(_folder.FullName, "incoming")).FullName;

    public void Dispose() => _folder.Delete(recursive: true);

    [Fact]
    public void Run_FolderWithGoodAndBadFiles_SaysWhatWasTakenAndWhyTheRestWasNot()
    {
        File.WriteAllBytes(Path.Combine(Incoming, "deck.docx"), SampleFiles.Docx(MadeUpText.Deck));
        File.WriteAllBytes(Path.Combine(Incoming, "scan.pdf"), SampleFiles.EmptyPdf());
        File.WriteAllText(Path.Combine(Incoming, "photo.png"), "x");
        var heard = new List<ImportProgress>();

        var report = Import(new Heard(heard), Incoming, Path.Combine(_folder.FullName, "nowhere"));

        var taken = Assert.Single(report.Outcomes.OfType<ImportOutcome.Taken>());
        Assert.Equal(("deck.docx", 4, 2, 0), (taken.File, taken.Passages, taken.NewDrafts.Count, taken.KnownDrafts.Count));
        Assert.Equal(
            [RefusalReason.Unreadable, RefusalReason.UnknownFormat, RefusalReason.Scanned],
            report.Outcomes.OfType<ImportOutcome.Refused>().Select(refused => refused.Reason));
        Assert.Equal(3, heard.Count);
        Assert.Equal(2, report.NewDrafts);
    }

    [Fact]
    public void Run_Twice_ChangesNothing()
    {
        File.WriteAllBytes(Path.Combine(Incoming, "deck.docx"), SampleFiles.Docx(MadeUpText.Deck));
        Import(new Heard([]), Incoming);
        var before = Files();
        File.WriteAllBytes(Path.Combine(Incoming, "same.txt"), SampleFiles.Gb18030(MadeUpText.Deck));

        var report = Import(new Heard([]), Incoming);

        Assert.Equal(0, report.NewDrafts);
        Assert.Equal(before, Files());
    }

    [Fact]
    public void Run_DraftThatATrainerRenamedAndPublished_DoesNotComeBack()
    {
        File.WriteAllBytes(Path.Combine(Incoming, "deck.docx"), SampleFiles.Docx(MadeUpText.Deck[..11]));
        Import(new Heard([]), Incoming);
        var draft = Assert.Single(Files()).Path;
        File.Move(draft, Path.Combine(Knowledge, "cases", "slippery-entrance.yaml"));

        Assert.Equal(0, Import(new Heard([]), Incoming).NewDrafts);
    }

    [Fact]
    public void Read_DraftsOfAnImport_AreDraftsWithoutProblems()
    {
        File.WriteAllText(Path.Combine(Incoming, "odd.txt"), string.Join('\n', MadeUpText.Deck).Replace("地面", "\"地面\" \\ {x: y} # ", StringComparison.Ordinal), Encoding.UTF8);
        Import(new Heard([]), Incoming);

        var reading = new KnowledgeFolder(Knowledge).Read();

        Assert.Empty(reading.Problems);
        Assert.Equal(2, reading.Pack.Cases.Count);
        Assert.All(reading.Pack.Cases, draft => Assert.False(draft.Published));
        var slipped = reading.Pack.Cases.Single(draft => draft.Zh.Title == "客户在门口滑倒");
        Assert.Equal("您别动,我先看看您有没有受伤,这边请坐。", Assert.Single(slipped.Zh.Say));
        Assert.Equal("odd#2", Assert.Single(slipped.Sources).Document);
        Assert.Empty(slipped.En.Title);
    }

    [Fact]
    public void Read_OpenDraft_MayLackTextsButNotBeWrong()
    {
        var drafts = Directory.CreateDirectory(Path.Combine(Knowledge, "cases")).FullName;
        File.WriteAllText(Path.Combine(drafts, "open.yaml"), "id: open\nkind: case\nstatus: draft\nzh: {title: 开门, asks: }\nen:\n");
        File.WriteAllText(Path.Combine(drafts, "wrong.yaml"), "id: wrong\nkind: case\nstatus: draft\nzh: {titel: 开门}\nrisk: huge\n");
        File.WriteAllText(Path.Combine(drafts, "public.yaml"), "id: public\nkind: case\nstatus: published\nzh: {title: 开门}\n");

        var reading = new KnowledgeFolder(Knowledge).Read();

        Assert.Equal(["open"], reading.Pack.Cases.Select(read => read.Id));
        Assert.Equal(["cases/public.yaml", "cases/wrong.yaml"], reading.Problems.Select(problem => problem.File).Distinct());
        Assert.Equal(2, reading.Problems.Count(problem => problem is { File: "cases/wrong.yaml", Severity: ProblemSeverity.Error }));
    }

    [Fact]
    public void Read_DocumentFolder_PassagesAndProblemsAFile()
    {
        var folder = new DocumentFolder(Incoming, _gate);
        File.WriteAllBytes(Path.Combine(Incoming, "deck.docx"), SampleFiles.Docx(MadeUpText.Deck));
        File.WriteAllBytes(Path.Combine(Incoming, "deck.pptx"), SampleFiles.Pptx(3, MadeUpText.Deck[..6]));
        File.WriteAllBytes(Path.Combine(Incoming, "torn.docx"), SampleFiles.Docx(MadeUpText.Deck)[..500]);

        var first = folder.Read(TestContext.Current.CancellationToken);
        var second = folder.Read(TestContext.Current.CancellationToken);

        Assert.Equal(["deck.docx", "deck.pptx"], first.Passages.Select(passage => passage.Document).Distinct());
        Assert.Equal(new DocumentProblem("torn.docx", RefusalReason.Broken), Assert.Single(first.Problems));
        Assert.Same(first.Passages[0], second.Passages[0]);
    }

    private ImportReport Import(IProgress<ImportProgress> progress, params string[] paths) =>
        new DocumentImport(new DiskFiles(), _gate, new DraftFolder(Knowledge)).Run(paths, progress, TestContext.Current.CancellationToken);

    private List<(string Path, string Text)> Files() => Directory
        .EnumerateFiles(Knowledge, "*", SearchOption.AllDirectories).Order(StringComparer.Ordinal).Select(path => (path, File.ReadAllText(path))).ToList();

    private sealed class Heard(List<ImportProgress> steps) : IProgress<ImportProgress>
    {
        public void Report(ImportProgress value) => steps.Add(value);
    }
}
