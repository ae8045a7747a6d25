using System.Text.Json;
using CoachBot.Core.Knowledge;
using CoachBot.TestSupport;
using Xunit;

namespace CoachBot.Scenarios;

/// <summary>More cases than a voter learns from: the program keeps them in a library on disk, and every command works as before.</summary>
public sealed class ManyCases : IDisposable
{
    private const int Things = 50;
    private static readonly string[] Syllables = ["ba", "du", "fe", "gi", "ko", "lu", "ma"];
    private readonly TemporaryFolder _folder = new();

    public ManyCases() => KnowledgeFiles.Write(
        Path.Combine(_folder.Path, "knowledge"), Some.Pack() with { Cases = Enumerable.Range(0, Things * Things).Select(Lost).ToList(), Alternates = [] });

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Ask_AmongThousands_FindsTheOneAndItsEditWithinMoments()
    {
        Assert.Equal(Id(1234), await FirstAsync(Question(1234)));
        Assert.True(Directory.Exists(Path.Combine(_folder.Path, "data", "library")));
        Assert.False(Directory.Exists(Path.Combine(_folder.Path, "data", "index")));
        var edited = Path.Combine(_folder.Path, "knowledge", "cases", Id(77) + ".yaml");

        await using var host = CoachBotProcess.Start(["serve", "--urls", "http://127.0.0.1:0"], _folder.Path);
        await host.WaitForErrorAsync("Application started", TimeSpan.FromMinutes(1));
        File.WriteAllText(edited, File.ReadAllText(edited).Replace(Thing(77), "xylophone", StringComparison.Ordinal));
        var taken = await host.WaitForErrorAsync("The knowledge changed: 2500 cases are live", TimeSpan.FromSeconds(30));

        // Looking every half second is part of it; the rest is reading one file, and a machine that is busy with other tests.
        Assert.InRange(taken, TimeSpan.Zero, TimeSpan.FromSeconds(4));
        Assert.Equal(Id(77), await FirstAsync("somebody left a xylophone behind"));
        Assert.Equal(Id(1234), await FirstAsync(Question(1234)));
    }

    [Fact]
    public async Task OtherCommands_AmongThousands_KnowAllOfThem()
    {
        var search = await RunAsync("search", Thing(3) + " " + Place(3), "--json");
        Assert.Contains(Id(3), search.Output, StringComparison.Ordinal);

        var check = await RunAsync("knowledge", "check");
        Assert.Contains("2500", check.Output, StringComparison.Ordinal);

        File.Delete(Path.Combine(_folder.Path, "knowledge", "cases", Id(3) + ".yaml"));
        Assert.DoesNotContain(Id(3) + "\"", (await RunAsync("ask", Question(3), "--json")).Output, StringComparison.Ordinal);
    }

    private async Task<string?> FirstAsync(string question)
    {
        var answer = JsonDocument.Parse((await RunAsync("ask", question, "--json")).Output).RootElement;
        return answer.GetProperty("matches").EnumerateArray().Select(match => match.GetProperty("id").GetString()).FirstOrDefault();
    }

    private async Task<ProgramRun> RunAsync(params string[] arguments)
    {
        var run = await CoachBotProcess.RunAsync(arguments, _folder.Path);
        Assert.True(run.ExitCode == 0, run.Errors);
        return run;
    }

    private static Case Lost(int number) => Some.Case(
        Id(number),
        Some.Face($"客户丢了{Thing(number)}", $"有人把{Thing(number)}落在{Place(number)}。", $"{Thing(number)}丢在{Place(number)}了"),
        Some.Face($"A lost {Thing(number)}", $"Somebody left a {Thing(number)} near the {Place(number)}.", $"{Thing(number)} lost at the {Place(number)}"));

    private static string Question(int number) => $"customer lost a {Thing(number)} at the {Place(number)}";

    private static string Id(int number) => $"lost-{number:D4}";

    private static string Thing(int number) => "t" + Word(number / Things);

    private static string Place(int number) => "p" + Word(number % Things);

    private static string Word(int number) => Syllables[number % 7] + Syllables[number / 7 % 7] + Syllables[number / 49] + Syllables[(number * 3) % 7];
}
