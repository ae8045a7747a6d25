using System.ClientModel;
using System.Text.Json;
using Azure;
using Microsoft.Extensions.AI;
using Polly;
using Polly.CircuitBreaker;

namespace CoachBot.Infrastructure.Drafting;

/// <summary>
/// Every call to the model goes through here: it turns whatever the other side does into "no answer", and leaves a failing model
/// alone for a while.
/// </summary>
internal sealed class ModelGate
{
    private readonly ResiliencePipeline _breaker;

    public ModelGate(TimeSpan rest, TimeProvider time)
    {
        _breaker = new ResiliencePipelineBuilder { TimeProvider = time }
            .AddCircuitBreaker(new CircuitBreakerStrategyOptions
            {
                ShouldHandle = new PredicateBuilder().Handle<Exception>(IsFailure),
                FailureRatio = 0.5,
                MinimumThroughput = 4,
                SamplingDuration = TimeSpan.FromSeconds(30),
                BreakDuration = rest,
            })
            .Build();
    }

    /// <summary>What the call gives; null when the model failed, was too slow, or is being left alone.</summary>
    /// <param name="call">The call.</param>
    /// <param name="caller">Cancelled by the caller himself: then nothing is counted against the model.</param>
    /// <param name="budget">Cancelled when the time budget is used up: that counts as a failure.</param>
    public async Task<T?> AskAsync<T>(Func<CancellationToken, Task<T>> call, CancellationToken caller, CancellationToken budget)
        where T : class
    {
        try
        {
            // The breaker counts a run-out budget as the model's failure, which it would not if it were handed the budget's token.
            return await _breaker.ExecuteAsync(async _ => await call(budget).WaitAsync(budget), caller);
        }
        catch (Exception e) when (e is BrokenCircuitException || IsFailure(e))
        {
            return null;
        }
    }

    private static bool IsFailure(Exception error) =>
        error is ClientResultException or RequestFailedException or HttpRequestException or IOException or JsonException or OperationCanceledException
            or InvalidOperationException or FormatException or ArgumentException or AggregateException;
}

/// <summary>Asks a chat model for JSON.</summary>
internal static class ModelChat
{
    private const int MostAnswerTokens = 900;

    /// <summary>The model's text for a prompt and its data.</summary>
    public static async Task<string> AskAsync(this IChatClient chat, Prompt prompt, string data, CancellationToken cancel)
    {
        var response = await chat.GetResponseAsync(
            [new ChatMessage(ChatRole.System, prompt.Text), new ChatMessage(ChatRole.User, data)],
            new ChatOptions { Temperature = 0, MaxOutputTokens = MostAnswerTokens, ResponseFormat = ChatResponseFormat.Json },
            cancel);
        return response.Text;
    }
}
