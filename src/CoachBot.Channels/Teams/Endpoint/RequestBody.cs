using System.Buffers;
using System.IO.Pipelines;
using System.Text.Json;
using CoachBot.Channels.Teams.Wire;
using Microsoft.AspNetCore.Http;

namespace CoachBot.Channels.Teams.Endpoint;

/// <summary>Reads an activity out of a request, no further than the limit.</summary>
internal static class RequestBody
{
    private static ReadOnlySpan<byte> ByteOrderMark => [0xEF, 0xBB, 0xBF];

    /// <summary>The activity; or the status that says why there is none.</summary>
    public static async ValueTask<(Activity? Activity, int Status)> ReadAsync(HttpRequest request, int most, CancellationToken cancel)
    {
        if (request.ContentLength > most)
        {
            return (null, StatusCodes.Status413PayloadTooLarge);
        }

        var reader = request.BodyReader;
        while (true)
        {
            var read = await reader.ReadAsync(cancel).ConfigureAwait(false);
            if (read.Buffer.Length > most)
            {
                reader.AdvanceTo(read.Buffer.End);
                return (null, StatusCodes.Status413PayloadTooLarge);
            }

            if (read.IsCompleted)
            {
                return (Parsed(reader, read.Buffer), StatusCodes.Status400BadRequest);
            }

            reader.AdvanceTo(read.Buffer.Start, read.Buffer.End);
        }
    }

    private static Activity? Parsed(PipeReader reader, ReadOnlySequence<byte> body)
    {
        var activity = Parse(body.IsSingleSegment ? body.FirstSpan : body.ToArray());
        reader.AdvanceTo(body.End);
        return activity;
    }

    /// <summary>The activity that the bytes are; null when they are none.</summary>
    public static Activity? Parse(ReadOnlySpan<byte> body)
    {
        try
        {
            return JsonSerializer.Deserialize(body.StartsWith(ByteOrderMark) ? body[ByteOrderMark.Length..] : body, ReadingJson.Default.Activity);
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException)
        {
            // Half a surrogate pair is valid JSON and no text: the reader says so with the second kind.
            return null;
        }
    }
}
