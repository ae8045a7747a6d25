using CoachBot.Core.Privacy;
using Microsoft.Extensions.AI;

namespace CoachBot.Infrastructure.Search.Meaning;

/// <summary>
/// Embeds what has no embedding yet, in batches, each kept as soon as it is there: a run that was stopped goes on where it was.
/// Personal data in documents is masked before it is sent.
/// </summary>
internal sealed class EmbeddingRun(IEmbeddingGenerator<string, Embedding<float>> generator, IPersonalDataMask mask, TimeProvider time)
{
    private const int BatchSize = 64;
    private const int MostTries = 6;
    private static readonly TimeSpan FirstPause = TimeSpan.FromSeconds(1);

    /// <summary>Embeds the missing texts.</summary>
    /// <param name="texts">All texts.</param>
    /// <param name="file">Where embeddings are kept.</param>
    /// <param name="progress">Told the share done, 0 to 1.</param>
    /// <param name="cancel">Stops between batches; what was made is kept.</param>
    /// <returns>How many were made.</returns>
    /// <exception cref="FormatException">The model gives vectors of differing lengths.</exception>
    public async Task<int> RunAsync(IReadOnlyList<MeaningText> texts, EmbeddingFile file, IProgress<double>? progress, CancellationToken cancel)
    {
        var missing = texts.DistinctBy(text => text.Key).Where(text => file.Find(text.Key) is null).ToList();
        var made = 0;
        foreach (var batch in missing.Chunk(BatchSize))
        {
            var vectors = await EmbedAsync(batch, cancel);
            file.Add(batch.Zip(vectors, (text, vector) => (text.Key, vector)).ToList());
            made += batch.Length;
            progress?.Report((double)made / missing.Count);
        }

        return made;
    }

    private async Task<List<float[]>> EmbedAsync(MeaningText[] batch, CancellationToken cancel)
    {
        var sent = batch.Select(text => text.IsPassage ? mask.Mask(text.Text).Text : text.Text).ToList();
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                var answer = await generator.GenerateAsync(sent, cancellationToken: cancel);
                return answer.Count == batch.Length
                    ? answer.Select(embedding => Vectors.Unit(embedding.Vector.Span, 0)).ToList()
                    : throw new FormatException($"{answer.Count} embeddings came back for {batch.Length} texts.");
            }
            catch (Exception e) when (attempt < MostTries && !cancel.IsCancellationRequested && IsPassing(e))
            {
                await Task.Delay(FirstPause * Math.Pow(2, attempt - 1), time, cancel);
            }
        }
    }

    private static bool IsPassing(Exception error) => error switch
    {
        System.ClientModel.ClientResultException answered => answered.Status is 0 or 408 or 429 or >= 500,
        HttpRequestException or IOException or OperationCanceledException => true,
        _ => false,
    };
}
