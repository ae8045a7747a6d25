using System.ClientModel;
using System.ClientModel.Primitives;
using Azure.AI.OpenAI;
using Azure.Identity;
using Microsoft.Extensions.AI;
using OpenAI;

namespace CoachBot.Infrastructure.Drafting;

/// <summary>The clients of the configured endpoint.</summary>
/// <param name="Chat">Fits and condenses; null when no chat deployment is named.</param>
/// <param name="Embeddings">Makes embeddings; null when no deployment for them is named.</param>
internal sealed record ModelClients(IChatClient? Chat, IEmbeddingGenerator<string, Embedding<float>>? Embeddings)
{
    /// <summary>Makes the clients; nothing is sent yet.</summary>
    public static ModelClients Of(AzureOpenAIOptions options)
    {
        var client = Client(options);
        return new ModelClients(
            options.ChatDeployment.Length == 0 ? null : client.GetChatClient(options.ChatDeployment).AsIChatClient(),
            options.EmbeddingDeployment.Length == 0
                ? null
                : client.GetEmbeddingClient(options.EmbeddingDeployment).AsIEmbeddingGenerator(options.EmbeddingDimensions == 0 ? null : options.EmbeddingDimensions));
    }

    private static OpenAIClient Client(AzureOpenAIOptions options)
    {
        var address = new Uri(options.Endpoint);

        // A person waits: one attempt, and the plain card when it fails. What runs without a person (embedding the pack) tries again itself.
        var once = new ClientRetryPolicy(maxRetries: 0);
        if (options.Api == ModelApi.OpenAI)
        {
            return new OpenAIClient(new ApiKeyCredential(options.ApiKey), new OpenAIClientOptions { Endpoint = address, RetryPolicy = once });
        }

        var azure = new AzureOpenAIClientOptions { RetryPolicy = once };
        return options.ManagedIdentity
            ? new AzureOpenAIClient(address, new ManagedIdentityCredential(ManagedIdentityId.SystemAssigned), azure)
            : new AzureOpenAIClient(address, new ApiKeyCredential(options.ApiKey), azure);
    }
}
