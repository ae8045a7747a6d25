using CoachBot.Core.Coaching;
using CoachBot.Core.Documents;
using CoachBot.Core.Drafting;
using CoachBot.Core.Privacy;
using CoachBot.Core.Search;
using CoachBot.Infrastructure.Search.Meaning;

namespace CoachBot.Infrastructure.Drafting;

/// <summary>The configured model, ready to be used by a program that puts itself together without a host.</summary>
public sealed class OpenedModel
{
    private readonly AzureOpenAIOptions _options;
    private readonly ModelClients _clients;
    private readonly IPersonalDataMask _mask;
    private readonly TimeProvider _time;
    private readonly MeaningSearch _meaning = new();

    /// <summary>Opens the model; nothing is sent yet.</summary>
    /// <param name="options">Where it is; must be on and valid.</param>
    /// <param name="mask">Masks what is sent.</param>
    /// <param name="time">The clock.</param>
    public OpenedModel(AzureOpenAIOptions options, IPersonalDataMask mask, TimeProvider time)
    {
        _options = options;
        _clients = ModelClients.Of(options);
        _mask = mask;
        _time = time;
    }

    /// <summary>Embeds what has no embedding yet and takes it over; does nothing where no embedding deployment is named.</summary>
    /// <param name="index">The pack's index.</param>
    /// <param name="dataFolder">The folder for derived data.</param>
    /// <param name="progress">Told the share done, 0 to 1.</param>
    /// <param name="cancel">Stops between batches; what was made is kept.</param>
    /// <returns>How many texts were embedded now.</returns>
    /// <exception cref="System.ClientModel.ClientResultException">The endpoint refuses, or fails for longer than a minute.</exception>
    public async Task<int> EmbedAsync(ICaseIndex index, string dataFolder, IProgress<double>? progress, CancellationToken cancel)
    {
        if (_clients.Embeddings is not { } generator)
        {
            return 0;
        }

        var pack = index.Pack;
        var file = EmbeddingFile.Open(dataFolder, _options.EmbeddingDeployment);
        var made = await new EmbeddingRun(generator, _mask, _time).RunAsync(MeaningText.Of(pack), file, progress, cancel);
        _meaning.Load(pack, file, cancel);
        return made;
    }

    /// <summary>Whether the pack by meaning is that of the index.</summary>
    public bool IsCurrent(ICaseIndex index) => _clients.Embeddings is null || _meaning.Fingerprint == index.Pack.Fingerprint;

    /// <summary>The second look at answers.</summary>
    public IModelPass Pass(ICaseIndex index, Coach coach) => new ModelPass(_options, _clients, _meaning, index, coach, _mask, _time);

    /// <summary>Has the model draft cases from the passages of a document; null where no chat deployment is named.</summary>
    public async Task<IReadOnlyList<DraftOutcome>?> DraftAsync(
        IReadOnlyList<Passage> passages, string casesFolder, IProgress<double>? progress, CancellationToken cancel) => _clients.Chat is not { } chat
        ? null
        : await new ModelDrafting(chat, _mask, casesFolder, LongestDraft, _time).DraftAsync(passages, progress, cancel);

    // Nobody waits at a counter for a draft.
    private static readonly TimeSpan LongestDraft = TimeSpan.FromSeconds(60);
}
