using CoachBot.Core.Coaching;
using CoachBot.Core.Drafting;
using CoachBot.Core.Privacy;
using CoachBot.Core.Search;
using CoachBot.Infrastructure.Drafting;
using CoachBot.TestSupport;
using CoachBot.TestSupport.Models;

namespace CoachBot.Tests.Drafting.Model;

/// <summary>A coach with a model behind a fake endpoint.</summary>
internal sealed class ModelUnderTest : IAsyncDisposable
{
    private readonly TemporaryFolder _data = new();

    private ModelUnderTest(FakeAzure azure, ICaseIndex index, AzureOpenAIOptions options)
    {
        Azure = azure;
        Index = index;
        Coach = new Coach(index, new TemplateDrafter(), new DecisionBounds());
        Model = new OpenedModel(options, new PersonalDataMask(), TimeProvider.System);
        Pass = Model.Pass(index, Coach);
    }

    public FakeAzure Azure { get; }

    public ICaseIndex Index { get; }

    public Coach Coach { get; }

    public OpenedModel Model { get; }

    public IModelPass Pass { get; }

    public static async Task<ModelUnderTest> StartAsync(ICaseIndex index, Action<AzureOpenAIOptions>? change = null)
    {
        var azure = await FakeAzure.StartAsync();
        var options = new AzureOpenAIOptions
        {
            Endpoint = azure.Endpoint, ApiKey = "test-key", ChatDeployment = "chat", TimeBudget = TimeSpan.FromSeconds(2),
        };
        change?.Invoke(options);
        return new ModelUnderTest(azure, index, options);
    }

    public Task<int> EmbedAsync() => Model.EmbedAsync(Index, _data.Path, null, CancellationToken.None);

    public Task<Answer> AskAsync(string question) => Pass.ImproveAsync(Coach.Answer(question), null, CancellationToken.None);

    public async ValueTask DisposeAsync()
    {
        await Azure.DisposeAsync();
        _data.Dispose();
    }
}
