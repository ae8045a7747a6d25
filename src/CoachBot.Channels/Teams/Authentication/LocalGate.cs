using System.Net;
using CoachBot.Channels.Teams.Wire;
using Microsoft.AspNetCore.Http;

namespace CoachBot.Channels.Teams.Authentication;

/// <summary>
/// The gate of the local mode: no token is asked for and none is looked at; the request must come from this machine, straight and not
/// from a web page, and answers go to this machine only.
/// </summary>
internal sealed class LocalGate(ServiceHosts hosts) : IGate
{
    private static readonly Admission s_admitted = new Admission.Admitted(Caller.Local);
    private static readonly string[] s_forwarding = ["Forwarded", "X-Forwarded-For", "X-Forwarded-Host", "X-Forwarded-Proto", "X-Real-IP", "X-Original-Host"];

    public ValueTask<Admission> AdmitAsync(HttpRequest request, CancellationToken cancel) =>
        ValueTask.FromResult(Refusal(request) is { } reason ? new Admission.Refused(403, reason) : s_admitted);

    public string? Objection(Caller caller, Activity activity)
    {
        var answersInResponse = activity.Type == ActivityWords.Invoke || activity.DeliveryMode == ActivityWords.ExpectReplies;
        return hosts.Allowed(activity.ServiceUrl) is not null || (activity.ServiceUrl is null && answersInResponse) ? null : "service-host";
    }

    private static string? Refusal(HttpRequest request)
    {
        if (request.HttpContext.Connection.RemoteIpAddress is not { } remote || !IPAddress.IsLoopback(remote))
        {
            return "remote";
        }

        if (s_forwarding.Any(request.Headers.ContainsKey))
        {
            return "forwarded";
        }

        if (!IsThisMachine(request.Host.Host))
        {
            return "host";
        }

        return request.Headers.Origin.All(origin => origin is not null && LocalAddresses.IsLoopback(origin)) ? null : "origin";
    }

    private static bool IsThisMachine(string host) =>
        host.Equals("localhost", StringComparison.OrdinalIgnoreCase)
        || (IPAddress.TryParse(host.Trim('[', ']'), out var address) && IPAddress.IsLoopback(address));
}
