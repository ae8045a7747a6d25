using System.Buffers;
using System.Net.Mime;
using CoachBot.Channels.Slack.Health;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Microsoft.Net.Http.Headers;

namespace CoachBot.Channels.Slack.Door;

/// <summary>
/// Lets only genuine requests of Slack through, in the order size, content type, headers, time, signature; nothing is parsed before. What is behind it
/// finds the body as <see cref="SignedBody"/>.
/// </summary>
internal sealed class SignedRequestFilter(IOptions<SlackOptions> options, SlackCounters counters, TimeProvider time, ILogger<SignedRequestFilter> log) : IEndpointFilter
{
    private const int MostBytes = 1024 * 1024;
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);
    private readonly SlackOptions _options = options.Value;

    /// <inheritdoc />
    public async ValueTask<object?> InvokeAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        var request = context.HttpContext.Request;
        var limit = context.HttpContext.Features.Get<IHttpMaxRequestBodySizeFeature>();
        if (limit is { IsReadOnly: false })
        {
            limit.MaxRequestBodySize = MostBytes;
        }

        if (request.ContentLength > MostBytes)
        {
            return Results.StatusCode(StatusCodes.Status413PayloadTooLarge);
        }

        if (KindOf(request) is not { } kind)
        {
            return Results.StatusCode(StatusCodes.Status415UnsupportedMediaType);
        }

        byte[] body;
        try
        {
            body = await ReadAsync(request, context.HttpContext.RequestAborted);
        }
        catch (BadHttpRequestException e)
        {
            return Results.StatusCode(e.StatusCode);
        }
        catch (TimeoutException)
        {
            return Results.StatusCode(StatusCodes.Status408RequestTimeout);
        }

        if (!IsGenuine(request, body))
        {
            return kind == BodyKind.Form && FormFields.Read(body)?.GetValueOrDefault("ssl_check") is ["1"] ? Results.Ok() : Refuse();
        }

        context.HttpContext.Features.Set(new SignedBody(body, kind));
        return await next(context);
    }

    private bool IsGenuine(HttpRequest request, byte[] body) =>
        request.Headers[SlackSignature.TimestampHeader] is [{ Length: > 0 } timestamp]
        && request.Headers[SlackSignature.Header] is [{ Length: > 0 } signature]
        && SlackSignature.IsGenuine(_options.SigningSecret!, _options.MaxRequestAge, timestamp, body, signature, time.GetUtcNow());

    private IResult Refuse()
    {
        counters.Refused();
        log.Refused();
        return Results.StatusCode(StatusCodes.Status401Unauthorized);
    }

    private static BodyKind? KindOf(HttpRequest request) =>
        !MediaTypeHeaderValue.TryParse(request.ContentType, out var type) ? null
        : type.MediaType.Equals(MediaTypeNames.Application.Json, StringComparison.OrdinalIgnoreCase) ? BodyKind.Json
        : type.MediaType.Equals(MediaTypeNames.Application.FormUrlEncoded, StringComparison.OrdinalIgnoreCase) ? BodyKind.Form
        : null;

    private async Task<byte[]> ReadAsync(HttpRequest request, CancellationToken aborted)
    {
        using var patience = new CancellationTokenSource(Patience, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(aborted, patience.Token);
        try
        {
            while (true)
            {
                var read = await request.BodyReader.ReadAsync(either.Token);
                if (read.Buffer.Length > MostBytes)
                {
                    throw new BadHttpRequestException("Too large", StatusCodes.Status413PayloadTooLarge);
                }

                if (read.IsCompleted)
                {
                    var body = read.Buffer.ToArray();
                    request.BodyReader.AdvanceTo(read.Buffer.End);
                    return body;
                }

                request.BodyReader.AdvanceTo(read.Buffer.Start, read.Buffer.End);
            }
        }
        catch (OperationCanceledException) when (patience.IsCancellationRequested && !aborted.IsCancellationRequested)
        {
            throw new TimeoutException();
        }
    }
}

/// <summary>A request's body, its signature checked.</summary>
/// <param name="Bytes">As it came.</param>
/// <param name="Kind">What it says it is.</param>
internal sealed record SignedBody(byte[] Bytes, BodyKind Kind);

/// <summary>What a body says it is.</summary>
internal enum BodyKind
{
    /// <summary>JSON.</summary>
    Json,

    /// <summary>A form.</summary>
    Form,
}
