using System.Security.Cryptography.X509Certificates;
using CoachBot.Channels.Teams.Authentication;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;

namespace CoachBot.Channels.Teams.Connector;

/// <summary>Asks Entra for a token, by secret or by certificate.</summary>
internal sealed class ClientCredentials(HttpClient http, TeamsOptions options, TokenAim aim, TimeProvider time) : ITokenRequest
{
    private readonly X509Certificate2? _certificate = CertificateOf(options);

    /// <summary>Where tokens come from.</summary>
    public string Address { get; } = options.TokenAddress.Length > 0
        ? options.TokenAddress
        : $"{Cloud.Of(options.Cloud).Login}/{aim.Tenant}/oauth2/v2.0/token";

    public Task<AccessToken> RequestAsync(CancellationToken cancel) => TokenAnswer.AskAsync(http, Request, time, cancel);

    private HttpRequestMessage Request()
    {
        var form = new Dictionary<string, string>
        {
            ["grant_type"] = "client_credentials",
            ["client_id"] = options.AppId,
            ["scope"] = $"{aim.Resource}/.default",
        };
        if (_certificate is null)
        {
            form["client_secret"] = options.ClientSecret;
        }
        else
        {
            form["client_assertion_type"] = "urn:ietf:params:oauth:client-assertion-type:jwt-bearer";
            form["client_assertion"] = Assertion(_certificate);
        }

        return new HttpRequestMessage(HttpMethod.Post, Address) { Content = new FormUrlEncodedContent(form) };
    }

    private string Assertion(X509Certificate2 certificate)
    {
        var now = time.GetUtcNow().UtcDateTime;
        return new JsonWebTokenHandler().CreateToken(new SecurityTokenDescriptor
        {
            Issuer = options.AppId,
            Audience = Address,
            NotBefore = now,
            Expires = now.AddMinutes(5),
            Claims = new Dictionary<string, object> { ["sub"] = options.AppId, ["jti"] = Guid.NewGuid().ToString() },
            SigningCredentials = new X509SigningCredentials(certificate, SecurityAlgorithms.RsaSha256),
        });
    }

    private static X509Certificate2? CertificateOf(TeamsOptions options)
    {
        if (options.CertificateFile.Length == 0)
        {
            return null;
        }

        return Path.GetExtension(options.CertificateFile).Equals(".pem", StringComparison.OrdinalIgnoreCase)
            ? X509Certificate2.CreateFromPemFile(options.CertificateFile)
            : X509CertificateLoader.LoadPkcs12FromFile(options.CertificateFile, options.CertificatePassword);
    }
}
