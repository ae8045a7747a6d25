namespace CoachBot.Channels.Teams.Authentication;

/// <summary>
/// The addresses that answers, and with them our token, may go to. A name counts whole: <c>trafficmanager.net</c> is shared by all of
/// Azure's customers, and anybody can register a name that ends like Microsoft's.
/// </summary>
internal sealed class ServiceHosts(IEnumerable<string> more, bool localOnly)
{
    private static readonly string[] s_microsoft =
    [
        "smba.trafficmanager.net", "smba.infra.gcc.teams.microsoft.com", "smba.infra.gov.teams.microsoft.us", "smba.infra.dod.teams.microsoft.us",
    ];

    private static readonly string[] s_microsoftDomains = ["botframework.com", "botframework.us", "botframework.azure.cn"];

    private readonly HashSet<string> _names = new(s_microsoft.Concat(more.Where(host => !IsAddress(host))), StringComparer.OrdinalIgnoreCase);
    private readonly List<Uri> _addresses = [.. more.Where(IsAddress).Select(address => new Uri(address))];

    /// <summary>The address, when answers may go there; else null.</summary>
    public Uri? Allowed(string? serviceUrl)
    {
        if (string.IsNullOrEmpty(serviceUrl) || !Uri.TryCreate(serviceUrl, UriKind.Absolute, out var uri)
            || uri.UserInfo.Length > 0 || uri.Query.Length > 0 || uri.Fragment.Length > 0)
        {
            return null;
        }

        return IsAllowed(uri) ? uri : null;
    }

    private bool IsAllowed(Uri uri)
    {
        if (localOnly)
        {
            return LocalAddresses.IsLoopback(uri);
        }

        if (_addresses.Exists(address => address.Scheme == uri.Scheme && address.IdnHost == uri.IdnHost && address.Port == uri.Port))
        {
            return true;
        }

        return uri.Scheme == Uri.UriSchemeHttps && uri.IsDefaultPort && uri.HostNameType == UriHostNameType.Dns && IsKnown(uri.IdnHost);
    }

    private bool IsKnown(string host) =>
        _names.Contains(host)
        || s_microsoftDomains.Any(domain => host.Length > domain.Length
            && host[^(domain.Length + 1)] == '.' && host.EndsWith(domain, StringComparison.OrdinalIgnoreCase));

    private static bool IsAddress(string host) => host.Contains("://", StringComparison.Ordinal);
}
