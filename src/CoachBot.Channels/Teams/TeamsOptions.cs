using System.ComponentModel.DataAnnotations;

namespace CoachBot.Channels.Teams;

/// <summary>
/// How the bot is registered with Microsoft and whom it serves. Section <c>Teams</c>. Without any of it the endpoint is not there; with
/// half of it the host does not start.
/// </summary>
public sealed class TeamsOptions
{
    /// <summary>The name of the configuration section.</summary>
    public const string Section = "Teams";

    /// <summary>The bot's application (client) id, a GUID. Every token that reaches us must be made for it.</summary>
    public string AppId { get; set; } = "";

    /// <summary>How the bot is registered. Default: <see cref="TeamsAppType.SingleTenant"/>, what Azure makes today.</summary>
    public TeamsAppType AppType { get; set; } = TeamsAppType.SingleTenant;

    /// <summary>The tenant the bot is registered in, a GUID. Required for a single-tenant bot, and where permissions name groups: those are looked up in it.</summary>
    public string TenantId { get; set; } = "";

    /// <summary>The registration's secret. Required, or a certificate, unless the bot has a managed identity.</summary>
    public string ClientSecret { get; set; } = "";

    /// <summary>A file with the registration's certificate and its private key, .pfx or .pem; in place of a secret.</summary>
    public string CertificateFile { get; set; } = "";

    /// <summary>The password of the certificate's file; empty when it has none.</summary>
    public string CertificatePassword { get; set; } = "";

    /// <summary>The cloud the bot lives in. Default: <see cref="TeamsCloud.Public"/>.</summary>
    public TeamsCloud Cloud { get; set; } = TeamsCloud.Public;

    /// <summary>The tenants that are served in Teams. Default: a single-tenant bot serves its own, any other serves all.</summary>
    public IList<string> AllowedTenants { get; } = [];

    /// <summary>
    /// Hosts that answers may be sent to, besides Microsoft's own: names, compared whole. For testing in the Development environment also
    /// an address such as <c>http://127.0.0.1:5000</c>.
    /// </summary>
    public IList<string> ServiceHosts { get; } = [];

    /// <summary>Where the keys are described that the Bot Framework signs with. Default: the cloud's own address.</summary>
    public string MetadataAddress { get; set; } = "";

    /// <summary>Where our own tokens come from. Default: the cloud's own address for the tenant.</summary>
    public string TokenAddress { get; set; } = "";

    /// <summary>
    /// Microsoft Graph, which tells who belongs to a group that <c>Permissions</c> names. Default: the cloud's own address; the US Department of
    /// Defense has <c>https://dod-graph.microsoft.us</c>.
    /// </summary>
    public string GraphAddress { get; set; } = "";

    /// <summary>How long it is remembered who belongs to a group. Default: 5 minutes; at least 10 seconds, at most 30 minutes.</summary>
    [Range(typeof(TimeSpan), "00:00:10", "00:30:00", ConvertValueInInvariantCulture = true, ParseLimitsInInvariantCulture = true)]
    public TimeSpan GroupsKnownFor { get; set; } = TimeSpan.FromMinutes(5);

    /// <summary>
    /// Also take tokens that Entra issued to the programs of <see cref="AllowedCallers"/>: the Emulator with credentials, other agents.
    /// Default: no.
    /// </summary>
    public bool AcceptEntraTokens { get; set; }

    /// <summary>The application ids whose Entra tokens are taken. Default: the bot's own only.</summary>
    public IList<string> AllowedCallers { get; } = [];

    /// <summary>Where Entra's keys are described. Default: the cloud's own address.</summary>
    public string EntraMetadataAddress { get; set; } = "";

    /// <summary>
    /// Serve the local test tools without any token. Needs the Development environment, no credentials, and addresses that only this
    /// machine can reach. Default: no.
    /// </summary>
    public bool AnonymousLocal { get; set; }

    /// <summary>The largest request that is read, in bytes. Default: 1 MiB; at least 64 KiB, at most 16 MiB.</summary>
    [Range(64 * 1024, 16 * 1024 * 1024)]
    public int MaxBodyBytes { get; set; } = 1024 * 1024;

    /// <summary>How long an answer inside the request may take. Default: 4.5 s, as Teams gives up after five; at least 0.5 s, at most 15 s.</summary>
    [Range(typeof(TimeSpan), "00:00:00.5", "00:00:15", ConvertValueInInvariantCulture = true, ParseLimitsInInvariantCulture = true)]
    public TimeSpan InvokeTimeout { get; set; } = TimeSpan.FromSeconds(4.5);

    /// <summary>How long a turn may take whose replies are in the response. Default: 14 s, as channels give up after fifteen; at least 0.5 s, at most a minute.</summary>
    [Range(typeof(TimeSpan), "00:00:00.5", "00:01:00", ConvertValueInInvariantCulture = true, ParseLimitsInInvariantCulture = true)]
    public TimeSpan ExpectRepliesTimeout { get; set; } = TimeSpan.FromSeconds(14);

    /// <summary>How long one call to Teams may take. Default: 10 s; at least 1 s, at most a minute.</summary>
    [Range(typeof(TimeSpan), "00:00:01", "00:01:00", ConvertValueInInvariantCulture = true, ParseLimitsInInvariantCulture = true)]
    public TimeSpan CallTimeout { get; set; } = TimeSpan.FromSeconds(10);

    /// <summary>The longest wait for Teams to take a message before it goes back to the queue. Default: 5 s; at most a minute.</summary>
    [Range(typeof(TimeSpan), "00:00:00", "00:01:00", ConvertValueInInvariantCulture = true, ParseLimitsInInvariantCulture = true)]
    public TimeSpan LongestWait { get; set; } = TimeSpan.FromSeconds(5);

    /// <summary>Whether anything of a registration was given.</summary>
    internal bool HasCredentials =>
        new[] { AppId, ClientSecret, CertificateFile, TenantId }.Any(given => given.Length > 0) || AppType == TeamsAppType.ManagedIdentity;

    /// <summary>Whether Teams is to be served at all.</summary>
    internal bool IsWanted => HasCredentials || AnonymousLocal;
}

/// <summary>How a bot can be registered.</summary>
public enum TeamsAppType
{
    /// <summary>In one tenant.</summary>
    SingleTenant,

    /// <summary>In the Bot Framework's own tenant: older registrations.</summary>
    MultiTenant,

    /// <summary>As a managed identity; the host runs in Azure.</summary>
    ManagedIdentity,
}

/// <summary>The clouds of Microsoft.</summary>
public enum TeamsCloud
{
    /// <summary>The public one.</summary>
    Public,

    /// <summary>That of the government of the United States.</summary>
    UsGovernment,

    /// <summary>That of 21Vianet in China.</summary>
    China,
}
