using System.Text.Json;
using CoachBot.Core.Documents;
using CoachBot.Core.Privacy;
using CoachBot.Infrastructure.Drafting;
using CoachBot.Infrastructure.Knowledge;
using CoachBot.TestSupport;
using CoachBot.TestSupport.Models;
using Xunit;

namespace CoachBot.Tests.Drafting.Model;

public sealed class ModelDraftingTests : IDisposable
{
    private static readonly Passage Told = new(
        "handbook#1", "handbook", 1, 1, "雨伞丢了",
        null, "一位客户把雨伞落在大厅，回来找时很着急。大堂经理先请客户坐下，再查看失物登记本，登记后15分钟内答复客户。不要对客户说没看见。这样客户会觉得我们放在心上，也愿意再来。", "zh");

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task DraftAsync_LinesWithGround_BecomeADraftThatPointsToThePassage()
    {
        await using var azure = await FakeAzure.StartAsync();
        azure.Chat = _ => FakeReply.Says(JsonSerializer.Serialize(new
        {
            title = Line("雨伞丢了", "A lost umbrella", "雨伞丢了"),
            situation = Line("客户把雨伞落在大厅，很着急", "A customer left an umbrella in the hall and is anxious", "一位客户把雨伞落在大厅，回来找时很着急"),
            @do = new[]
            {
                Line("先请客户坐下", "Offer the customer a seat", "大堂经理先请客户坐下"),
                Line("赔客户一把新伞", "Give the customer a new umbrella", "大堂经理先请客户坐下"),
                Line("登记后5分钟内答复客户", "Reply within 5 minutes", "登记后15分钟内答复客户"),
                Line("先请客户坐下", "Offer a seat", "这句话文中没有"),
            },
        }));

        var outcome = Assert.Single((await Model(azure).DraftAsync([Told], _folder.Path, null, CancellationToken.None))!);

        Assert.Equal((DraftState.Drafted, 3), (outcome.State, outcome.Dropped));
        var text = await File.ReadAllTextAsync(outcome.File!, TestContext.Current.CancellationToken);
        Assert.Contains("status: draft", text, StringComparison.Ordinal);
        Assert.Contains("\"Offer the customer a seat\"  # handbook#1: 大堂经理先请客户坐下", text, StringComparison.Ordinal);
        Assert.DoesNotContain("新伞", text, StringComparison.Ordinal);
        Assert.DoesNotContain("5 minutes", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task DraftAsync_Twice_ChangesNothing()
    {
        await using var azure = await FakeAzure.StartAsync();
        azure.Chat = _ => FakeReply.Says(JsonSerializer.Serialize(new
        {
            situation = Line("客户把雨伞落在大厅", "A customer left an umbrella in the hall", "一位客户把雨伞落在大厅"),
            @do = new[] { Line("先请客户坐下", "Offer a seat", "大堂经理先请客户坐下") },
        }));
        var first = Assert.Single((await Model(azure).DraftAsync([Told], _folder.Path, null, CancellationToken.None))!);

        var second = Assert.Single((await Model(azure).DraftAsync([Told], _folder.Path, null, CancellationToken.None))!);

        Assert.Equal((DraftState.Drafted, DraftState.Known), (first.State, second.State));
        Assert.Equal(first.File, second.File);
    }

    [Fact]
    public async Task DraftAsync_Draft_IsReadByTheLoaderAndNeverAnsweredFrom()
    {
        await using var azure = await FakeAzure.StartAsync();
        azure.Chat = _ => FakeReply.Says(JsonSerializer.Serialize(new
        {
            situation = Line("客户把雨伞落在大厅", "A customer left an umbrella: \"mine\" # really", "一位客户把雨伞落在大厅"),
            @do = new[] { Line("先请客户坐下", "Offer a seat", "大堂经理先请客户坐下") },
        }));
        var knowledge = KnowledgeFiles.Write(Path.Combine(_folder.Path, "knowledge"));
        await Model(azure).DraftAsync([Told], Path.Combine(knowledge, "cases"), null, CancellationToken.None);

        var reading = new KnowledgeFolder(knowledge).Read();

        Assert.False(reading.HasErrors, string.Join('\n', reading.Problems));
        Assert.Contains(reading.Pack.Cases, @case => !@case.Published && @case.Id.StartsWith("draft-", StringComparison.Ordinal));
    }

    [Fact]
    public async Task DraftAsync_ModelDown_SaysSo()
    {
        await using var azure = await FakeAzure.StartAsync();
        azure.Chat = _ => FakeReply.Refuses(503);

        var outcome = Assert.Single((await Model(azure).DraftAsync([Told], _folder.Path, null, CancellationToken.None))!);

        Assert.Equal(DraftState.NoAnswer, outcome.State);
    }

    private static object Line(string zh, string en, string quote) => new { zh, en, passage = "handbook#1", quote };

    private static OpenedModel Model(FakeAzure azure) => new(
        new AzureOpenAIOptions { Endpoint = azure.Endpoint, ApiKey = "k", ChatDeployment = "chat" }, new PersonalDataMask(), TimeProvider.System);
}
