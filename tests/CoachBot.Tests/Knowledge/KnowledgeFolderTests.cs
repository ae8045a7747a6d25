using CoachBot.Core.Knowledge;
using CoachBot.Infrastructure.Knowledge;
using CoachBot.TestSupport;
using CsCheck;
using Xunit;

namespace CoachBot.Tests.Knowledge;

/// <summary>The strict reader: every mistake is named with file, line and what to change, and harms no other file.</summary>
public sealed class KnowledgeFolderTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public KnowledgeFolderTests() => KnowledgeFiles.Write(_folder.Path);

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Read_GoodFolder_GivesThePackThatWasWritten()
    {
        var reading = Read();
        var expected = Some.Pack();

        Assert.Empty(reading.Problems);
        Assert.Equivalent(expected with { Cases = Sorted(expected.Cases), Alternates = Sorted(expected.Alternates), Fingerprint = reading.Pack.Fingerprint }, reading.Pack, strict: true);
    }

    /// <summary>What is replaced in the good file of a case, by what, and the line, column and words of the problem.</summary>
    public static TheoryData<string, string, string, int, int, string> BrokenCases => new()
    {
        { "unknown key with a near one", "  situation: \"客户拿着", "  situaton: \"客户拿着", 12, 3, "Did you mean \"situation\"?" },
        { "unknown key far from any", "related: ", "flavour: sweet\nrelated: ", 44, 1, "The key \"flavour\" is not known here. Known keys: " },
        { "unknown key in an item", "{dont: \"赔钱了事\", ", "{dont: \"赔钱了事\", wy: \"x\", ", 18, 20, "\"wy\"" },
        { "missing key", "domain: bank\n", "", 1, 1, "The key \"domain\" is missing" },
        { "missing key in a face", "  cue: \"客户说机器吐出假钞，要求赔偿\"\n", "", 10, 3, "The key \"cue\" is missing" },
        { "wrong role", "roles: [\"teller\"]", "roles: [\"teller\", \"cashier\"]", 4, 19, "\"cashier\" is not a value of \"roles\"" },
        { "wrong kind", "kind: case", "kind: story", 2, 7, "Allowed: case, concept" },
        { "wrong status", "status: published", "status: ready", 3, 9, "Allowed: draft, published" },
        { "wrong domain", "domain: bank", "domain: circus", 5, 9, "\"circus\"" },
        { "wrong risk", "risk: high", "risk: huge", 8, 7, "Allowed: high, low" },
        { "empty step", "do: [\"把客户引离大厅。\", \"钞票过点钞机。\",", "do: [\"把客户引离大厅。\", \"\",", 15, 20, "Item 2 of \"do\" is empty" },
        { "empty text", "  why: \"查明之前既不认错也不否认。\"", "  why: \"  \"", 22, 8, "\"why\" is empty" },
        { "null text", "  why: \"查明之前既不认错也不否认。\"", "  why: ~", 22, 8, "\"why\" is empty" },
        { "differing number of steps", "do: [\"把客户引离大厅。\", ", "do: [", 25, 3, "\"do\" has 2 items in zh and 3 in en" },
        { "wrong id", "id: atm-fake-notes", "id: ATM_fake", 1, 5, "must be kebab-case" },
        { "id is not the file's name", "id: atm-fake-notes", "id: atm-real-notes", 1, 5, "the file is called \"atm-fake-notes.yaml\"" },
        { "tab", "  cue: \"客户说", "\tcue: \"客户说", 11, 1, "A tab stands in the indentation" },
        { "duplicate key", "domain: bank", "domain: bank\ndomain: hotel", 6, 1, "not valid YAML" },
        { "alias", "tags: [\"atm\"]", "tags: &all [\"atm\"]", 6, 7, "Anchors and aliases" },
        { "unquoted star", "tags: [\"atm\"]", "tags: *all", 6, 7, "Anchors and aliases" },
        { "list instead of a text", "domain: bank", "domain: [bank]", 5, 9, "\"domain\" must be a text" },
        { "text instead of a list", "tags: [\"atm\"]", "tags: atm", 6, 7, "\"tags\" must be a list" },
        { "text instead of a mapping", "- {document: \"handbook\", section: \"3.2\"}", "- handbook", 42, 3, "Expected \"key: value\" lines" },
        { "not closed", "tags: [\"atm\"]", "tags: [\"atm\"", 6, 7, "not closed" },
        { "two documents", "related: ", "---\nrelated: ", 45, 1, "several YAML documents" },
        { "tip too long", "  tip: \"客户说", "  tip: \"" + new string('长', 200) + "客户说", 23, 8, "at most 200 fit" },
        { "unknown hand-over role", "to: press-office, within: \"立即\"", "to: pope, within: \"立即\"", 20, 27, "\"pope\" is not a role of people.yaml" },
        { "hand-over roles differ", "to: press-office, within: \"at once\"", "to: branch-manager, within: \"at once\"", 25, 3, "Item 1 of \"escalate\" hands over to \"press-office\" in zh and to \"branch-manager\" in en" },
        { "neither instead nor why", "instead: null, why: \"查清再谈\"", "instead: null, why: null", 18, 5, "needs \"instead\" (the better way) or \"why\"" },
        { "house path without item", "\"do.3\"", "\"do.4\"", 40, 8, "\"house\" names \"do.4\"" },
        { "house path without field", "\"escalate.1.within\"", "\"escalate.1.until\"", 40, 8, "\"escalate.1.until\"" },
        { "flag that is none", "example: true", "example: maybe", 39, 10, "must be true or false" },
        { "day that is none", "due: 2027-05-31", "due: 31.5.2027", 43, 50, "written as 2027-05-31" },
        { "kind needs steps", "kind: case", "kind: exercise", 0, 0, "" },
    };

    [Theory]
    [MemberData(nameof(BrokenCases))]
    public void Read_BrokenCase_SaysWhereAndWhat(string mistake, string good, string bad, int line, int column, string message)
    {
        var text = File.ReadAllText(_folder.In("cases", "atm-fake-notes.yaml"));
        Assert.Contains(good, text, StringComparison.Ordinal);
        _folder.Write("cases/atm-fake-notes.yaml", text.Replace(good, bad, StringComparison.Ordinal));

        var reading = Read();

        if (line == 0)
        {
            Assert.False(reading.HasErrors, mistake);
            return;
        }

        var problems = reading.Problems.Where(problem => problem.Severity == ProblemSeverity.Error).ToList();
        Assert.All(problems, problem => Assert.Equal("cases/atm-fake-notes.yaml", problem.File));
        Assert.Contains(problems, problem => problem.Message.Contains(message, StringComparison.Ordinal));
        Assert.Contains((line, column), problems.Where(problem => problem.Message.Contains(message, StringComparison.Ordinal)).Select(problem => (problem.Line, problem.Column)));
        Assert.DoesNotContain(reading.Pack.Cases, @case => @case.Id == "atm-fake-notes");
        Assert.Equal(4, reading.Pack.Cases.Count);
        Assert.Equal(2, reading.Pack.Redirects.Count);
    }

    [Fact]
    public void Read_HighRiskWithoutEscalate_IsAnErrorInEachFace()
    {
        _folder.Write("cases/card-swallowed.yaml", KnowledgeFiles.Of(Some.Case() with { Risk = CaseRisk.High }));

        var problems = Read().Problems;

        Assert.Equal(2, problems.Count(problem => problem.Message.Contains("high risk needs at least one \"escalate\"", StringComparison.Ordinal)));
    }

    [Theory]
    [InlineData(CaseKind.Case, "say do avoid")]
    [InlineData(CaseKind.CustomerType, "say do avoid")]
    [InlineData(CaseKind.RiskSignal, "say do avoid")]
    [InlineData(CaseKind.Procedure, "do")]
    [InlineData(CaseKind.Rule, "do")]
    [InlineData(CaseKind.Exercise, "do")]
    [InlineData(CaseKind.PhrasePair, "say avoid")]
    [InlineData(CaseKind.Concept, "")]
    public void Read_Kind_NeedsItsFields(CaseKind kind, string fields)
    {
        var bare = Some.Case() with { Kind = kind };
        bare = bare with { Zh = bare.Zh with { Say = [], Do = [], Avoid = [] }, En = bare.En with { Say = [], Do = [], Avoid = [] } };
        _folder.Write("cases/card-swallowed.yaml", KnowledgeFiles.Of(bare));

        var missing = Read().Problems.Where(problem => problem.Message.StartsWith($"A case of kind \"{kind.Code()}\" needs", StringComparison.Ordinal)).ToList();

        Assert.Equal(
            fields.Split(' ', StringSplitOptions.RemoveEmptyEntries),
            missing.Select(problem => problem.Message.Split('"')[3]).Distinct());
        Assert.Equal(2 * fields.Split(' ', StringSplitOptions.RemoveEmptyEntries).Length, missing.Count);
    }

    public static TheoryData<string, byte[], int, string> BrokenFiles => new()
    {
        { "empty", [], 1, "The file is empty" },
        { "blank", "\n\n"u8.ToArray(), 1, "The file is empty" },
        { "comment only", "# later\n"u8.ToArray(), 1, "The file is empty" },
        { "not UTF-8", [0x69, 0x64, 0x3a, 0x20, 0xbf, 0xcd, 0xbb, 0xa7, 0x0a], 1, "not UTF-8" },
        { "a list", "- id: x\n"u8.ToArray(), 1, "Expected \"key: value\" lines" },
        { "a word", "hello"u8.ToArray(), 1, "Expected \"key: value\" lines" },
        { "nesting bomb", [.. "id: "u8, .. Enumerable.Repeat((byte)'[', 100_000)], 1, "nested more than" },
        { "nesting bomb of mappings", [.. Enumerable.Repeat("{a: "u8.ToArray(), 50_000).SelectMany(part => part)], 1, "nested more than" },
        { "laughs", "a: &a [x]\nb: [*a, *a]\n"u8.ToArray(), 1, "Anchors and aliases" },
        { "too large", [.. "id: "u8, .. Enumerable.Repeat((byte)'x', (2 * 1024 * 1024) + 1)], 1, "Split it" },
        { "zeros", new byte[1000], 1, "empty" },
        { "merge conflict", "id: x\n<<<<<<< ours\nkind: case\n"u8.ToArray(), 2, "not valid YAML" },
    };

    [Theory]
    [MemberData(nameof(BrokenFiles))]
    public void Read_BrokenFile_IsNamedAndHidesNoOther(string mistake, byte[] content, int line, string message)
    {
        foreach (var folder in new[] { "cases", "redirects", "alternates" })
        {
            File.WriteAllBytes(_folder.In(folder, "broken.yaml"), content);
        }

        var reading = Read();

        Assert.True(reading.HasErrors, mistake);
        Assert.Equal(
            ["alternates/broken.yaml", "cases/broken.yaml", "redirects/broken.yaml"],
            reading.Problems.Select(problem => problem.File).Distinct());
        Assert.All(reading.Problems, problem => Assert.Contains(message, problem.Message, StringComparison.Ordinal));
        Assert.All(reading.Problems, problem => Assert.InRange(problem.Line, line, line + 1));
        Assert.Equal((5, 2, 6), (reading.Pack.Cases.Count, reading.Pack.Redirects.Count, reading.Pack.Alternates.Count));
    }

    [Theory]
    [InlineData("people.yaml")]
    [InlineData("sources.yaml")]
    [InlineData("lexicon/glossary.yaml")]
    [InlineData("lexicon/signals.yaml")]
    [InlineData("lexicon/outside.yaml")]
    [InlineData("lexicon/follow-ups.yaml")]
    public void Read_BrokenSharedFile_LosesNoCaseAndNoRedirect(string file)
    {
        _folder.Write(file, "oops: [");

        var reading = Read();

        Assert.Equal([file], reading.Problems.Where(problem => problem.Severity == ProblemSeverity.Error).Select(problem => problem.File).Distinct());
        Assert.Equal((5, 2), (reading.Pack.Cases.Count, reading.Pack.Redirects.Count));
    }

    [Fact]
    public void Read_SeveralMistakesInOneFile_AreAllNamedAtOnce()
    {
        var text = KnowledgeFiles.Of(Some.Case()).Replace("kind: case", "kind: story", StringComparison.Ordinal).Replace("risk: low", "risk: huge", StringComparison.Ordinal);
        _folder.Write("cases/card-swallowed.yaml", text);

        Assert.Equal([2, 8], Read().Problems.Where(problem => problem.Severity == ProblemSeverity.Error).Select(problem => problem.Line));
    }

    [Fact]
    public void Read_ByteOrderMark_IsNoMistake()
    {
        File.WriteAllBytes(_folder.In("cases", "card-swallowed.yaml"), [0xef, 0xbb, 0xbf, .. System.Text.Encoding.UTF8.GetBytes(KnowledgeFiles.Of(Some.Case()))]);

        Assert.False(Read().HasErrors);
    }

    [Fact]
    public void Read_WindowsLineEnds_AreNoMistake()
    {
        _folder.Write("cases/card-swallowed.yaml", KnowledgeFiles.Of(Some.Case()).Replace("\n", "\r\n", StringComparison.Ordinal));

        Assert.Empty(Read().Problems);
    }

    [Fact]
    public void Read_HiddenAndForeignFiles_AreNoKnowledge()
    {
        _folder.Write("cases/.#lock.yaml", "{");
        _folder.Write("cases/notes.txt", "{");
        _folder.Write("cases/card.yaml~", "{");
        _folder.Write("evaluation/questions.yaml", "{");

        Assert.Empty(Read().Problems);
    }

    [Fact]
    public void Read_FolderMissing_SaysHowToNameIt()
    {
        var reading = new KnowledgeFolder(Path.Combine(_folder.Path, "nowhere")).Read();

        Assert.Contains("--knowledge", Assert.Single(reading.Problems).Message, StringComparison.Ordinal);
        Assert.Empty(reading.Pack.Cases);
    }

    [Fact]
    public void Read_RedirectWithACasesId_IsRefused()
    {
        _folder.Write("redirects/card-swallowed.yaml", KnowledgeFiles.Of(Some.Redirect("card-swallowed")));

        var reading = Read();

        Assert.Equal(["redirects/card-swallowed.yaml"], reading.Problems.Where(problem => problem.Severity == ProblemSeverity.Error).Select(problem => problem.File));
        Assert.Equal(2, reading.Pack.Redirects.Count);
        Assert.Contains(reading.Pack.Cases, @case => @case.Id == "card-swallowed");
    }

    [Fact]
    public void Read_LooseEnds_AreWarnings()
    {
        _folder.Write("cases/card-swallowed.yaml", KnowledgeFiles.Of(Some.Case() with { Related = ["nobody"], Sources = [new SourceReference("lost.docx", "1")] }));
        _folder.Write("alternates/nobody.yaml", KnowledgeFiles.Of(Some.Alternates("nobody", ["没人问"], ["nobody asks"])));
        _folder.Write("alternates/leave-and-shifts.yaml", KnowledgeFiles.Of(Some.Alternates("leave-and-shifts", ["有人插队后面的人骂起來"], ["ATM swallowed the card"])));

        var reading = Read();

        Assert.False(reading.HasErrors);
        var warnings = reading.Problems.Select(problem => $"{problem.File}: {problem.Message}").ToList();
        Assert.Contains(warnings, warning => warning.StartsWith("cases/card-swallowed.yaml: \"related\" names \"nobody\"", StringComparison.Ordinal));
        Assert.Contains(warnings, warning => warning.StartsWith("cases/card-swallowed.yaml: \"sources\" names the document \"lost.docx\"", StringComparison.Ordinal));
        Assert.Contains(warnings, warning => warning.StartsWith("alternates/nobody.yaml: There is no case or redirect", StringComparison.Ordinal));
        Assert.Equal(2, warnings.Count(warning => warning.Contains("one question cannot lead to two cases", StringComparison.Ordinal)));
        Assert.DoesNotContain(reading.Pack.Alternates, alternates => alternates.Id == "nobody");
    }

    [Theory]
    [InlineData("\"+\"")]
    [InlineData("\"film+\"")]
    public void Read_TriggerWithAnEmptyPart_IsRefused(string trigger)
    {
        var text = File.ReadAllText(_folder.In("lexicon", "signals.yaml")).Replace("\"电视台\"", trigger, StringComparison.Ordinal);
        _folder.Write("lexicon/signals.yaml", text);

        Assert.Contains(Read().Problems, problem => problem.File == "lexicon/signals.yaml" && problem.Message.StartsWith("A trigger must not be empty", StringComparison.Ordinal));
    }

    [Fact]
    public void Read_UnknownFollowUpAim_IsRefused()
    {
        _folder.Write("lexicon/follow-ups.yaml", "follow-ups:\n- aim: dance\n  phrases: [x]\n");

        Assert.Equal(("lexicon/follow-ups.yaml", 2, 8), Read().Problems.Select(problem => (problem.File, problem.Line, problem.Column)).Single());
    }

    [Fact]
    public void ToString_Problem_IsTheLineThatEditorsUnderstand() => Assert.Equal(
        "cases/x.yaml(3,7): error: wrong",
        new KnowledgeProblem("cases/x.yaml", 3, 7, "wrong", ProblemSeverity.Error).ToString());

    [Fact]
    public void Read_AnyBytes_NeverFails() => Gen.Byte.Array[0, 200].Sample(
        bytes =>
        {
            var problems = new ProblemList("x.yaml");
            return YamlFile.Read(bytes, problems) is null == problems.HasErrors;
        },
        iter: 2_000);

    [Fact]
    public void Read_AnyYamlishText_NeverFails() => Gen.String[Gen.Char["ab:-[]{}\"'|>?&*!#%@,\n \t~\\"], 0, 60].Sample(
        text =>
        {
            var problems = new ProblemList("x.yaml");
            return YamlFile.Read(System.Text.Encoding.UTF8.GetBytes(text), problems) is null == problems.HasErrors;
        },
        iter: 5_000);

    [Fact]
    public void Fingerprint_ContentChanges_ChangesEvenWhenSizeAndTimeDoNot()
    {
        var source = new KnowledgeFolder(_folder.Path);
        var path = _folder.In("cases", "card-swallowed.yaml");
        var (before, time) = (source.Fingerprint(), File.GetLastWriteTimeUtc(path));
        Assert.Equal(before, source.Fingerprint());

        File.WriteAllText(path, File.ReadAllText(path).Replace("card", "cart", StringComparison.Ordinal));
        File.SetLastWriteTimeUtc(path, time);

        Assert.NotEqual(before, source.Fingerprint());
    }

    [Fact]
    public void Stamp_FileAddedChangedOrRemoved_Changes()
    {
        var source = new KnowledgeFolder(_folder.Path);
        var stamps = new List<string> { source.Stamp() };
        var path = _folder.Write("cases/new.yaml", "a");
        stamps.Add(source.Stamp());
        File.AppendAllText(path, "b");
        stamps.Add(source.Stamp());
        File.Delete(path);

        Assert.Equal(3, stamps.Distinct().Count());
        Assert.Equal(stamps[0], source.Stamp());
    }

    private KnowledgeReading Read() => new KnowledgeFolder(_folder.Path).Read();

    private static List<Case> Sorted(IReadOnlyList<Case> cases) => cases.OrderBy(@case => @case.Id, StringComparer.Ordinal).ToList();

    private static List<Alternates> Sorted(IReadOnlyList<Alternates> alternates) => alternates.OrderBy(entry => entry.Id, StringComparer.Ordinal).ToList();
}
