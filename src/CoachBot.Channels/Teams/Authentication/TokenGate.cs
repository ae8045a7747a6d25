using CoachBot.Channels.Teams.Wire;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Primitives;

namespace CoachBot.Channels.Teams.Authentication;

/// <summary>The gate of a registered bot: nobody comes in without a token, and a token covers only what it says.</summary>
internal sealed class TokenGate(TokenCheck check, ServiceHosts hosts, TeamsOptions options) : IGate
{
    private readonly HashSet<string> _tenants = new(TenantsOf(options), StringComparer.OrdinalIgnoreCase);

    public ValueTask<Admission> AdmitAsync(HttpRequest request, CancellationToken cancel)
    {
        StringValues header = request.Headers.Authorization;
        return BearerHeader.TokenOf(header) is { } token
            ? check.CheckAsync(token, cancel)
            : ValueTask.FromResult<Admission>(new Admission.Refused(401, "header"));
    }

    public string? Objection(Caller caller, Activity activity)
    {
        if (caller.Kind == CallerKind.Connector && !SameService(caller.ServiceUrl, activity.ServiceUrl))
        {
            return "service-url";
        }

        if (caller.Kind == CallerKind.Connector && !caller.Endorsements.Contains(activity.ChannelId, StringComparer.Ordinal))
        {
            return "endorsement";
        }

        if (hosts.Allowed(activity.ServiceUrl) is null)
        {
            return "service-host";
        }

        return IsServed(activity) ? null : "tenant";
    }

    /// <summary>Whether both name the same address: scheme, host and port, and the path but for one slash at its end.</summary>
    internal static bool SameService(string? claimed, string? said)
    {
        if (!Uri.TryCreate(claimed, UriKind.Absolute, out var left) || !Uri.TryCreate(said, UriKind.Absolute, out var right))
        {
            return false;
        }

        return left.Scheme == right.Scheme && left.Port == right.Port && left.UserInfo == right.UserInfo && left.Query == right.Query
            && string.Equals(left.IdnHost, right.IdnHost, StringComparison.OrdinalIgnoreCase)
            && string.Equals(PathOf(left), PathOf(right), StringComparison.OrdinalIgnoreCase);
    }

    private static string PathOf(Uri uri) => uri.AbsolutePath.EndsWith('/') ? uri.AbsolutePath[..^1] : uri.AbsolutePath;

    private static IEnumerable<string> TenantsOf(TeamsOptions options) =>
        options.AllowedTenants.Count > 0 || options.AppType != TeamsAppType.SingleTenant ? options.AllowedTenants : [options.TenantId];

    private bool IsServed(Activity activity) =>
        _tenants.Count == 0
        || activity.ChannelId != ActivityWords.Teams
        || (ActivityWords.TenantOf(activity) is { } tenant && _tenants.Contains(tenant));
}
