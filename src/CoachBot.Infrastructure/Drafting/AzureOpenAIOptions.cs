using System.ComponentModel.DataAnnotations;

namespace CoachBot.Infrastructure.Drafting;

/// <summary>
/// The bank's language model. Section <c>AzureOpenAI</c>. Without an endpoint there is no model: nothing is sent, nothing is loaded.
/// </summary>
public sealed class AzureOpenAIOptions : IValidatableObject
{
    /// <summary>The name of the configuration section.</summary>
    public const string Section = "AzureOpenAI";

    /// <summary>The resource's address, https (http on this machine only); empty, the default: no model.</summary>
    public string Endpoint { get; set; } = "";

    /// <summary>Which dialect the endpoint speaks. Default: Azure.</summary>
    public ModelApi Api { get; set; } = ModelApi.Azure;

    /// <summary>The key; empty when <see cref="ManagedIdentity"/> is used.</summary>
    public string ApiKey { get; set; } = "";

    /// <summary>Signs in as the machine's managed identity in place of a key. Default: false. Azure only.</summary>
    public bool ManagedIdentity { get; set; }

    /// <summary>The deployment (or model) that fits wording and condenses long questions; empty: neither is done.</summary>
    public string ChatDeployment { get; set; } = "";

    /// <summary>The deployment (or model) that makes embeddings; empty: finding stays lexical.</summary>
    public string EmbeddingDeployment { get; set; } = "";

    /// <summary>Length of the embeddings asked for; 0, the default: what the model gives. At most 3,072.</summary>
    [Range(0, 3072)]
    public int EmbeddingDimensions { get; set; }

    /// <summary>How long a question may wait for the model altogether before the plain card goes out. Default: 2.5 s; 0.2 to 10 s.</summary>
    [Range(typeof(TimeSpan), "00:00:00.2", "00:00:10", ConvertValueInInvariantCulture = true, ParseLimitsInInvariantCulture = true)]
    public TimeSpan TimeBudget { get; set; } = TimeSpan.FromSeconds(2.5);

    /// <summary>How many questions of one person a day may use the model. Default: 200; 0: none.</summary>
    [Range(0, 100_000)]
    public int QuestionsPerPersonAndDay { get; set; } = 200;

    /// <summary>Questions longer than this many characters are condensed before they are searched. Default: 160.</summary>
    [Range(40, 4000)]
    public int CondenseFrom { get; set; } = 160;

    /// <summary>How long the model is left alone after it has failed several times in a row. Default: 30 s; 1 s to 10 minutes.</summary>
    [Range(typeof(TimeSpan), "00:00:01", "00:10:00", ConvertValueInInvariantCulture = true, ParseLimitsInInvariantCulture = true)]
    public TimeSpan RestAfterFailures { get; set; } = TimeSpan.FromSeconds(30);

    /// <summary>Whether anything is configured at all.</summary>
    public bool IsOn => Endpoint.Length > 0;

    /// <inheritdoc />
    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        if (!IsOn)
        {
            return ApiKey.Length + ChatDeployment.Length + EmbeddingDeployment.Length == 0 && !ManagedIdentity
                ? []
                : [Problem($"{Section}__{nameof(Endpoint)} is missing: the other {Section} settings have no effect without it.", nameof(Endpoint))];
        }

        return Problems();
    }

    private IEnumerable<ValidationResult> Problems()
    {
        if (!Uri.TryCreate(Endpoint, UriKind.Absolute, out var address) || !(address.Scheme == Uri.UriSchemeHttps || (address.Scheme == Uri.UriSchemeHttp && address.IsLoopback)))
        {
            yield return Problem($"{Section}__{nameof(Endpoint)} must be an https address (http is taken on this machine only).", nameof(Endpoint));
        }

        if (ApiKey.Length > 0 == ManagedIdentity)
        {
            yield return Problem($"Set either {Section}__{nameof(ApiKey)} or {Section}__{nameof(ManagedIdentity)}=true.", nameof(ApiKey));
        }

        if (ManagedIdentity && Api != ModelApi.Azure)
        {
            yield return Problem($"{Section}__{nameof(ManagedIdentity)} goes with {Section}__{nameof(Api)}=Azure.", nameof(ManagedIdentity));
        }

        if (ChatDeployment.Length + EmbeddingDeployment.Length == 0)
        {
            yield return Problem($"Name {Section}__{nameof(ChatDeployment)}, {Section}__{nameof(EmbeddingDeployment)} or both.", nameof(ChatDeployment));
        }
    }

    private static ValidationResult Problem(string message, string member) => new(message, [member]);
}

/// <summary>Which dialect an endpoint speaks.</summary>
public enum ModelApi
{
    /// <summary>Azure OpenAI: deployments, <c>api-key</c> header.</summary>
    Azure,

    /// <summary>OpenAI and what is compatible with it: models, bearer key.</summary>
    OpenAI,
}
