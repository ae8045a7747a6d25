using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;

namespace CoachBot.Channels.Teams;

/// <summary>Everything that is wrong with the settings of Teams, all at once, before the host starts.</summary>
internal sealed class TeamsOptionsCheck(IHostEnvironment environment, IConfiguration configuration) : IValidateOptions<TeamsOptions>
{
    public ValidateOptionsResult Validate(string? name, TeamsOptions options)
    {
        var problems = Problems(options).ToList();
        return problems.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(problems);
    }

    private IEnumerable<string> Problems(TeamsOptions options)
    {
        if (!options.IsWanted)
        {
            return [];
        }

        var own = options.AnonymousLocal ? OfLocalMode(options) : Missing(options);
        return own.Concat(Addresses(options)).Concat(Hosts(options));
    }

    private static IEnumerable<string> Missing(TeamsOptions options)
    {
        if (options.AppId.Length == 0)
        {
            yield return "Teams__AppId is missing: the application id of the bot's registration.";
        }
        else if (!Guid.TryParse(options.AppId, out _))
        {
            yield return "Teams__AppId is not a GUID.";
        }

        if (options.AppType == TeamsAppType.SingleTenant && options.TenantId.Length == 0)
        {
            yield return "Teams__TenantId is missing: the tenant of a single-tenant bot (or set Teams__AppType to MultiTenant or ManagedIdentity).";
        }

        if (options.AppType != TeamsAppType.ManagedIdentity && options.ClientSecret.Length == 0 && options.CertificateFile.Length == 0)
        {
            yield return "Teams__ClientSecret is missing (or Teams__CertificateFile).";
        }

        if (options.CertificateFile.Length > 0 && !File.Exists(options.CertificateFile))
        {
            yield return $"Teams__CertificateFile names a file that is not there: {options.CertificateFile}";
        }
    }

    private IEnumerable<string> OfLocalMode(TeamsOptions options)
    {
        if (!environment.IsDevelopment())
        {
            yield return "Teams__AnonymousLocal works in the Development environment only (ASPNETCORE_ENVIRONMENT=Development).";
        }

        if (options.HasCredentials)
        {
            yield return "Teams__AnonymousLocal and a registration (Teams__AppId, Teams__TenantId, Teams__ClientSecret, Teams__CertificateFile, a managed identity) exclude each other.";
        }

        foreach (var address in LocalAddresses.NotLoopback(configuration))
        {
            yield return $"Teams__AnonymousLocal serves this machine only, but the host would listen on {address}.";
        }
    }

    private static IEnumerable<string> Addresses(TeamsOptions options)
    {
        (string Name, string Value)[] addresses =
        [
            (nameof(options.MetadataAddress), options.MetadataAddress),
            (nameof(options.TokenAddress), options.TokenAddress),
            (nameof(options.EntraMetadataAddress), options.EntraMetadataAddress),
            (nameof(options.GraphAddress), options.GraphAddress),
        ];
        return addresses
            .Where(address => address.Value.Length > 0 && !LocalAddresses.IsHttpsOrLoopback(address.Value))
            .Select(address => $"Teams__{address.Name} must begin with https:// (http:// only for this machine).");
    }

    private IEnumerable<string> Hosts(TeamsOptions options)
    {
        foreach (var host in options.ServiceHosts)
        {
            var isAddress = host.Contains("://", StringComparison.Ordinal);
            if (isAddress && !(environment.IsDevelopment() && LocalAddresses.IsLoopback(host)))
            {
                yield return $"Teams__ServiceHosts takes names of hosts; an address of this machine is for the Development environment only: {host}";
            }
            else if (!isAddress && Uri.CheckHostName(host) != UriHostNameType.Dns)
            {
                yield return $"Teams__ServiceHosts holds what is no name of a host: {host}";
            }
        }
    }
}
