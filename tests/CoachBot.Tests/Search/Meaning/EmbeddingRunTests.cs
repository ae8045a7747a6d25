using CoachBot.Core.Privacy;
using CoachBot.Infrastructure.Drafting;
using CoachBot.Infrastructure.Search;
using CoachBot.Infrastructure.Search.Calibration;
using CoachBot.Infrastructure.Search.Indexing;
using CoachBot.Infrastructure.Search.Meaning;
using CoachBot.TestSupport;
using CoachBot.TestSupport.Models;
using Xunit;

namespace CoachBot.Tests.Search.Meaning;

public sealed class EmbeddingRunTests
{
    private readonly LuceneCaseIndex _index = new(SearchSnapshot.Build(Some.Pack()), CalibrationFile.Default);

    [Fact]
    public async Task EmbedAsync_Again_SendsNothing()
    {
        await using var azure = await FakeAzure.StartAsync();
        using var folder = new TemporaryFolder();
        var first = await Model(azure).EmbedAsync(_index, folder.Path, null, CancellationToken.None);
        var sent = azure.Received.Count;

        var second = await Model(azure).EmbedAsync(_index, folder.Path, null, CancellationToken.None);

        Assert.True(first > 10);
        Assert.Equal(0, second);
        Assert.Equal(sent, azure.Received.Count);
    }

    [Fact]
    public async Task EmbedAsync_StoppedHalfway_GoesOnWhereItWas()
    {
        await using var azure = await FakeAzure.StartAsync();
        using var folder = new TemporaryFolder();
        var texts = MeaningText.Of(_index.Pack);
        var file = EmbeddingFile.Open(folder.Path, "embed");
        file.Add(texts.DistinctBy(text => text.Key).Take(7).Select(text => (text.Key, Vectors.Unit(Directions.Of(text.Text, 64), 64))).ToList());

        var made = await Model(azure).EmbedAsync(_index, folder.Path, null, CancellationToken.None);

        Assert.Equal(texts.DistinctBy(text => text.Key).Count() - 7, made);
    }

    [Fact]
    public async Task EmbedAsync_RateLimited_TriesAgain()
    {
        await using var azure = await FakeAzure.StartAsync();
        using var folder = new TemporaryFolder();
        azure.EmbeddingTroubles.Enqueue(FakeReply.Refuses(429));

        Assert.True(await Model(azure).EmbedAsync(_index, folder.Path, null, CancellationToken.None) > 10);
    }

    [Fact]
    public void Open_RecordCutOff_KeepsTheWholeOnes()
    {
        using var folder = new TemporaryFolder();
        var file = EmbeddingFile.Open(folder.Path, "m");
        file.Add([(1, [1f, 0f]), (2, [0f, 1f])]);
        var path = Directory.GetFiles(Path.Combine(folder.Path, "meaning")).Single();
        using (var stream = File.OpenWrite(path))
        {
            stream.SetLength(stream.Length - 3);
        }

        var again = EmbeddingFile.Open(folder.Path, "m");

        Assert.Equal(1, again.Count);
        again.Add([(3, [1f, 1f])]);
        Assert.Equal(2, EmbeddingFile.Open(folder.Path, "m").Count);
    }

    [Theory]
    [InlineData("")]
    [InlineData("CBM")]
    [InlineData("XXXXXXXXXXXX")]
    public void Open_AnotherFile_BeginsAnew(string content)
    {
        using var folder = new TemporaryFolder();
        Directory.CreateDirectory(Path.Combine(folder.Path, "meaning"));
        File.WriteAllText(Path.Combine(folder.Path, "meaning", "m.embeddings"), content);

        var file = EmbeddingFile.Open(folder.Path, "m");
        file.Add([(1, [1f, 0f])]);

        Assert.Equal(1, EmbeddingFile.Open(folder.Path, "m").Count);
    }

    private static OpenedModel Model(FakeAzure azure) => new(
        new AzureOpenAIOptions { Endpoint = azure.Endpoint, ApiKey = "k", EmbeddingDeployment = "embed" }, new PersonalDataMask(), TimeProvider.System);
}
