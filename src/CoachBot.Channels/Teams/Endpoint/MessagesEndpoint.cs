using CoachBot.Channels.Teams.Authentication;
using CoachBot.Channels.Teams.Messages;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace CoachBot.Channels.Teams.Endpoint;

/// <summary>
/// <c>POST /api/messages</c>. The order of its checks: who asks, by the head alone; what kind of body; how large; whether it is an activity;
/// whether the caller may say it. Only then does anything happen.
/// </summary>
internal sealed class MessagesEndpoint(IGate gate, Door door, TeamsOptions options, IHostApplicationLifetime lifetime, ILogger<MessagesEndpoint> log)
{
    private const string Json = "application/json";

    /// <summary>Answers one request.</summary>
    public async Task HandleAsync(HttpContext context)
    {
        try
        {
            await AnswerAsync(context).ConfigureAwait(false);
        }
        catch (BadHttpRequestException e)
        {
            Refuse(context, e.StatusCode);
        }
        catch (OperationCanceledException) when (lifetime.ApplicationStopping.IsCancellationRequested)
        {
            Refuse(context, StatusCodes.Status503ServiceUnavailable);
        }
#pragma warning disable CA1031 // The edge: whatever went wrong behind it, the channel gets a bare 500 and comes again.
        catch (Exception e) when (!context.RequestAborted.IsCancellationRequested)
#pragma warning restore CA1031
        {
            log.RequestFailed(e);
            Refuse(context, StatusCodes.Status500InternalServerError);
        }
    }

    private async Task AnswerAsync(HttpContext context)
    {
        var admission = await gate.AdmitAsync(context.Request, context.RequestAborted).ConfigureAwait(false);
        if (admission is not Admission.Admitted { Caller: var caller })
        {
            var refused = (Admission.Refused)admission;
            log.RequestRefused(refused.Status, refused.Reason);
            Refuse(context, refused.Status);
            return;
        }

        if (StatusOfHead(context.Request) is { } status)
        {
            Refuse(context, status);
            return;
        }

        var (activity, broken) = await RequestBody.ReadAsync(context.Request, options.MaxBodyBytes, context.RequestAborted).ConfigureAwait(false);
        if (activity is null || ActivityShape.IsBroken(activity))
        {
            Refuse(context, broken);
            return;
        }

        if (gate.Objection(caller, activity) is { } objection)
        {
            log.RequestRefused(StatusCodes.Status403Forbidden, objection);
            Refuse(context, StatusCodes.Status403Forbidden);
            return;
        }

        await WriteAsync(context.Response, await door.TakeAsync(activity, caller, lifetime.ApplicationStopping).ConfigureAwait(false)).ConfigureAwait(false);
    }

    private int? StatusOfHead(HttpRequest request)
    {
        if (lifetime.ApplicationStopping.IsCancellationRequested)
        {
            return StatusCodes.Status503ServiceUnavailable;
        }

        var encoding = request.Headers.ContentEncoding;
        var isPlain = encoding.Count == 0 || (encoding.Count == 1 && "identity".Equals(encoding[0], StringComparison.OrdinalIgnoreCase));
        return isPlain && IsJson(request.ContentType) ? null : StatusCodes.Status415UnsupportedMediaType;
    }

    private static bool IsJson(string? type)
    {
        var kind = type.AsSpan();
        var end = kind.IndexOf(';');
        return (end < 0 ? kind : kind[..end]).Trim().Equals(Json, StringComparison.OrdinalIgnoreCase);
    }

    private static void Refuse(HttpContext context, int status)
    {
        if (context.Response.HasStarted)
        {
            context.Abort();
            return;
        }

        context.Response.StatusCode = status;
        if (status == StatusCodes.Status401Unauthorized)
        {
            context.Response.Headers.WWWAuthenticate = "Bearer";
        }
        else if (status == StatusCodes.Status413PayloadTooLarge)
        {
            // The rest of what they send is not read.
            context.Response.Headers.Connection = "close";
        }
    }

    private static async Task WriteAsync(HttpResponse response, DoorAnswer answer)
    {
        response.StatusCode = answer.Status;
        if (answer.Status == StatusCodes.Status503ServiceUnavailable)
        {
            response.Headers.RetryAfter = "2";
        }

        if (answer.Body is { } body)
        {
            response.ContentType = "application/json; charset=utf-8";
            response.ContentLength = body.Length;
            await response.BodyWriter.WriteAsync(body).ConfigureAwait(false);
        }
    }
}
