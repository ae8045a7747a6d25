using CoachBot.Core.Search;
using CoachBot.Infrastructure.Search;
using CoachBot.Infrastructure.Search.Calibration;
using CoachBot.Infrastructure.Search.Indexing;
using CoachBot.TestSupport;
using Xunit;

namespace CoachBot.Tests.Search;

public sealed class IndexStoreTests : IDisposable
{
    private const string Question = "customer says atm gave fake notes";
    private readonly TemporaryFolder _folder = new();
    private readonly IndexStore _store;

    public IndexStoreTests() => _store = new IndexStore(Data);

    private string Data => Path.Combine(_folder.Path, "index");

    private string Home => Assert.Single(Directory.GetDirectories(Data));

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Open_NothingKept_IsNull() => Assert.Null(_store.Open("some-pack"));

    [Fact]
    public void Open_KeptIndex_GivesTheSameAnswers()
    {
        var built = _store.Build(Some.Pack());

        var opened = _store.Open("some-pack");

        Assert.NotNull(opened);
        Assert.Equivalent(built.Pack, opened.Pack, strict: true);
        Assert.All(
            Some.Pack().Alternates.SelectMany(alternates => alternates.Hands).SelectMany(hand => hand.Zh.Concat(hand.En)),
            question => Assert.Equivalent(Find(built, question), Find(opened, question), strict: true));
    }

    [Fact]
    public void Open_AnotherState_IsNull()
    {
        _store.Build(Some.Pack());

        Assert.Null(_store.Open("another-pack"));
    }

    public static TheoryData<string> Files => ["pack.json", "voter.bin", "cases/segments_1", "alternates/segments_1", "files.txt"];

    [Theory]
    [MemberData(nameof(Files))]
    public void Open_FileMissing_IsBuiltAgain(string file) => BuiltAgainAfter(file, File.Delete);

    [Theory]
    [MemberData(nameof(Files))]
    public void Open_FileCutOff_IsBuiltAgain(string file) => BuiltAgainAfter(file, path =>
    {
        var bytes = File.ReadAllBytes(path);
        File.WriteAllBytes(path, bytes[..(bytes.Length / 2)]);
    });

    [Theory]
    [MemberData(nameof(Files))]
    public void Open_FileOverwrittenWithNoise_IsBuiltAgain(string file) => BuiltAgainAfter(file, path =>
    {
        var noise = new byte[new FileInfo(path).Length];
        new Random(7).NextBytes(noise);
        File.WriteAllBytes(path, noise);
    });

    [Theory]
    [InlineData(1)]
    [InlineData(0)]
    public void Read_VoterWithAnImpossibleCount_IsInvalidData(int format)
    {
        var path = _folder.In("voter.bin");
        File.WriteAllBytes(path, [(byte)format, 0, 0, 0, 0xff, 0xff, 0xff, 0x7f, 1, 2, 3]);

        Assert.Throws<InvalidDataException>(() => Infrastructure.Search.Voting.VoterFile.Read(path));
    }

    [Fact]
    public void Open_IndexOfAnOlderMake_IsBuiltAgain()
    {
        _store.Build(Some.Pack());
        var home = Home;
        Directory.Move(home, home[..(home.LastIndexOf('-') + 1)] + "0");

        Assert.Null(_store.Open("some-pack"));
        _store.Build(Some.Pack());
        Assert.NotNull(_store.Open("some-pack"));
    }

    [Fact]
    public void Build_ManyStates_KeepsTheLastFew()
    {
        foreach (var state in Enumerable.Range(0, 5))
        {
            _store.Build(Some.Pack() with { Fingerprint = $"state-{state}" });
        }

        Assert.Equal(3, Directory.GetDirectories(Data).Length);
        Assert.NotNull(_store.Open("state-4"));
    }

    [Fact]
    public void Build_NothingCanBeWritten_AnswersAllTheSame()
    {
        var store = new IndexStore(Path.Combine(_folder.Write("a-file", "in the way"), "index"));

        var snapshot = store.Build(Some.Pack());

        Assert.Equal("atm-fake-notes", Find(snapshot, Question).Cases[0].Id);
        Assert.Null(store.Open("some-pack"));
    }

    [Fact]
    public void Build_KeptIndex_LeavesNoDraftBehind()
    {
        _store.Build(Some.Pack());

        Assert.StartsWith("some-pack-", Path.GetFileName(Home), StringComparison.Ordinal);
    }

    private void BuiltAgainAfter(string file, Action<string> damage)
    {
        _store.Build(Some.Pack());
        var path = Directory.GetFiles(Home, "*", SearchOption.AllDirectories)
            .First(path => Path.GetRelativePath(Home, path).Replace('\\', '/').StartsWith(file.Split('_')[0], StringComparison.Ordinal));
        damage(path);

        Assert.Null(_store.Open("some-pack"));
        Assert.Equal("atm-fake-notes", Find(_store.Build(Some.Pack()), Question).Cases[0].Id);
        Assert.Equal("atm-fake-notes", Find(_store.Open("some-pack")!, Question).Cases[0].Id);
    }

    private static Findings Find(SearchSnapshot snapshot, string question) =>
        new LuceneCaseIndex(snapshot, CalibrationFile.Default).Find(new CaseQuery(question, Explain: true));
}
