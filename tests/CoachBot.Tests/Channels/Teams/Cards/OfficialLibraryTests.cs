using System.Diagnostics;
using CoachBot.Channels.Teams.Cards;
using CoachBot.Core.Language;
using CoachBot.Core.Turns;
using CoachBot.Infrastructure.Search.Keyword;
using CoachBot.Tests.Search;
using CoachBot.TestSupport;
using CoachBot.TestSupport.Teams;
using Xunit;

namespace CoachBot.Tests.Channels.Teams.Cards;

/// <summary>
/// Microsoft's own Adaptive Cards library reads every kind of card. The cards stay in <c>artifacts/cards</c>, where the build server draws
/// them to be looked at.
/// </summary>
public sealed class OfficialLibraryTests(RepositoryPack repository)
{
    private static readonly string Clients = RepositoryRoot.In("tests", "clients");
    private static readonly string Folder = RepositoryRoot.In("artifacts", "cards", "json");

    [Fact]
    [TeamsCheck(132)]
    public async Task Parse_EveryKindOfCard_FindsNothingAmissAndDropsNothing()
    {
        Assert.SkipUnless(Directory.Exists(Path.Combine(Clients, "node_modules", "adaptivecards")), "Needs the clients: npm ci in tests/clients.");
        Write();

        using var node = Process.Start(new ProcessStartInfo("node", [Path.Combine(Clients, "cards", "validate.mjs"), Folder]) { RedirectStandardOutput = true })!;
        var output = await node.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        await node.WaitForExitAsync(TestContext.Current.CancellationToken);

        Assert.True(node.ExitCode == 0, output);
        TestContext.Current.TestOutputHelper?.WriteLine(output);
    }

    private void Write()
    {
        if (Directory.Exists(Folder))
        {
            Directory.Delete(Folder, recursive: true);
        }

        Directory.CreateDirectory(Folder);
        var search = new LuceneKeywordSearch(repository.Pack);
        var fullest = repository.Pack.Cases.Where(@case => @case is { Published: true, En.Drill: not null }).MaxBy(@case => @case.En.Do.Count + @case.En.Avoid.Count)!;
        foreach (var language in Enum.GetValues<AnswerLanguage>())
        {
            var samples = CardSamples.OfCase(fullest, repository.Pack, language).Concat(CardSamples.OfNoCase(repository.Pack, search, language));
            foreach (var (name, reply) in samples)
            {
                Put($"{name}.{language.Code()}", reply, CardPlace.Message);
            }

            Put($"dialog.{language.Code()}", CardSamples.OfCase(fullest, repository.Pack, language).First().Reply, CardPlace.Dialog);
        }
    }

    private static void Put(string name, Reply reply, CardPlace place) =>
        File.WriteAllBytes(Path.Combine(Folder, name + ".json"), TeamsCards.Card(reply, place).Utf8.ToArray());
}
