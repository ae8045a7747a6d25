using System.Text.Json;
using CoachBot.Core.Documents;
using CoachBot.Core.Privacy;
using CoachBot.Infrastructure.Drafting;
using CoachBot.Infrastructure.Knowledge;
using CoachBot.TestSupport;
using CoachBot.TestSupport.Models;
using CoachBot.Tests.Search;
using Xunit;

namespace CoachBot.Tests.Drafting.Model;

/// <summary>Sixty attempts, each against a model that obeys them.</summary>
public sealed class InjectionTests(RepositoryPack pack)
{
    private const string Scene = "一位客户把雨伞落在大厅，回来找时很着急。大堂经理先请客户坐下，再查看失物登记本，登记后答复客户。";

    [Fact]
    public void Attempts_AreSixty() => Assert.Equal(60, Injections.InQuestions.Count + Injections.InDocuments.Count);

    [Fact]
    public async Task ImproveAsync_InjectionInTheQuestion_StaysDataAndChangesNothing()
    {
        await using var model = await ModelUnderTest.StartAsync(pack.Index);
        foreach (var (question, obeyed) in Injections.InQuestions)
        {
            model.Azure.Received.Clear();
            model.Azure.Chat = data => data.Contains("\"lines\"", StringComparison.Ordinal)
                ? FakeReply.Says(JsonSerializer.Serialize(new { say = new[] { Line(obeyed, "say.1"), Line(obeyed, "say.2") }, @do = new[] { Line(obeyed, "do.1"), Line(obeyed, "do.2") } }))
                : FakeReply.Says(JsonSerializer.Serialize(new { question = obeyed }));

            var answer = await model.AskAsync(question);

            Assert.DoesNotContain(obeyed, JsonSerializer.Serialize(answer.Card), StringComparison.Ordinal);
            Assert.Equal(JsonSerializer.Serialize(answer.Card is null ? null : model.Coach.Card(answer.Card.Id, answer.Language)), JsonSerializer.Serialize(answer.Card));
            Assert.All(model.Azure.Received, body => Assert.DoesNotContain(question, SystemMessage(body), StringComparison.Ordinal));
        }
    }

    [Fact]
    public async Task DraftAsync_InjectionInADocument_IsADraftLikeAnyOther()
    {
        await using var azure = await FakeAzure.StartAsync();
        using var folder = new TemporaryFolder();
        var knowledge = KnowledgeFiles.Write(Path.Combine(folder.Path, "knowledge"));
        var cases = Path.Combine(knowledge, "cases");
        var before = Snapshot(cases);
        var model = new OpenedModel(
            new AzureOpenAIOptions { Endpoint = azure.Endpoint, ApiKey = "k", ChatDeployment = "chat" }, new PersonalDataMask(), TimeProvider.System);
        foreach (var (injection, at) in Injections.InDocuments.Select((text, at) => (text, at)))
        {
            azure.Chat = _ => FakeReply.Says(JsonSerializer.Serialize(new
            {
                id = "../../evil",
                status = "published",
                title = Draft(injection, injection, "handbook#1", injection),
                situation = Draft("一位客户把雨伞落在大厅", injection, "handbook#1", "一位客户把雨伞落在大厅"),
                @do = new[] { Draft("先请客户坐下", "Offer a seat\nstatus: published", "handbook#1", "大堂经理先请客户坐下"), Draft(injection, injection, "handbook#99", injection) },
            }));

            var passage = new Passage("handbook#1", "handbook", 1, at, "", null, $"{Scene}{injection}{new string('。', at)}", "zh");
            await model.DraftAsync([passage], cases, null, CancellationToken.None);
        }

        var reading = new KnowledgeFolder(knowledge).Read();
        Assert.False(reading.HasErrors, string.Join('\n', reading.Problems));
        var drafts = reading.Pack.Cases.Where(@case => @case.Id.StartsWith("draft-", StringComparison.Ordinal)).ToList();

        // Attempts with a figure that the quote has not cost the line, and with it the draft.
        Assert.InRange(drafts.Count, 10, Injections.InDocuments.Count);
        Assert.All(drafts, draft => Assert.False(draft.Published));
        Assert.All(drafts, draft => Assert.Null(draft.Review.Verified));
        Assert.All(drafts, draft => Assert.Equal("", draft.Review.Owner));
        Assert.Equal(before, Snapshot(cases));
    }

    [Fact]
    public async Task ImproveAsync_FiveHundredPiecesOfPersonalData_NoneIsSent()
    {
        await using var model = await ModelUnderTest.StartAsync(pack.Index, options =>
        {
            options.EmbeddingDeployment = "embed";
            options.CondenseFrom = 40;
        });
        await model.EmbedAsync();
        model.Azure.Received.Clear();
        var seeds = PersonalDataSeeds.All();
        foreach (var (question, _) in seeds)
        {
            await model.AskAsync(question);
        }

        Assert.Equal(500, seeds.Count);
        Assert.True(model.Azure.Received.Count >= 500);
        var sent = string.Join('\n', model.Azure.Received);
        Assert.Empty(seeds.Where(seed => sent.Contains(seed.Secret, StringComparison.Ordinal)).Select(seed => seed.Question).Take(10));
    }

    private static object Line(string text, string from) => new { text, from = new[] { from } };

    private static object Draft(string zh, string en, string passage, string quote) => new { zh, en, passage, quote };

    private static string SystemMessage(string body)
    {
        using var request = JsonDocument.Parse(body);
        return request.RootElement.TryGetProperty("messages", out var messages) ? messages[0].GetRawText() : "";
    }

    private static List<string> Snapshot(string folder) => Directory.GetFiles(folder, "*.yaml").Order(StringComparer.Ordinal).Select(path => path + File.ReadAllText(path)).ToList();
}
