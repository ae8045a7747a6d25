namespace CoachBot.Channels.Teams.Connector;

/// <summary>Asks the machine's own identity service for a token: that of App Service where there is one, else that of virtual machines.</summary>
internal sealed class ManagedIdentity(HttpClient http, TeamsOptions options, TokenAim aim, TimeProvider time, Func<string, string?> environment) : ITokenRequest
{
    private const string VirtualMachines = "http://169.254.169.254/metadata/identity/oauth2/token";
    private readonly string _query = $"resource={Uri.EscapeDataString(aim.Resource)}&client_id={Uri.EscapeDataString(options.AppId)}";

    public Task<AccessToken> RequestAsync(CancellationToken cancel) => TokenAnswer.AskAsync(http, Request, time, cancel);

    private HttpRequestMessage Request()
    {
        if (environment("IDENTITY_ENDPOINT") is { Length: > 0 } endpoint && environment("IDENTITY_HEADER") is { Length: > 0 } header)
        {
            var appService = new HttpRequestMessage(HttpMethod.Get, $"{endpoint}?api-version=2019-08-01&{_query}");
            appService.Headers.Add("X-IDENTITY-HEADER", header);
            return appService;
        }

        var address = options.TokenAddress.Length > 0 ? options.TokenAddress : VirtualMachines;
        var machine = new HttpRequestMessage(HttpMethod.Get, $"{address}?api-version=2018-02-01&{_query}");
        machine.Headers.Add("Metadata", "true");
        return machine;
    }
}
