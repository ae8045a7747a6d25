namespace CoachBot.Channels.Teams.Authentication;

/// <summary>The fixed addresses and names of one cloud.</summary>
/// <param name="Issuer">Who signs the tokens of channels.</param>
/// <param name="Metadata">Where its keys are described.</param>
/// <param name="EntraMetadata">Where Entra's keys are described.</param>
/// <param name="Login">Entra's own address.</param>
/// <param name="Resource">What our tokens for Teams are for.</param>
/// <param name="Graph">Where the directory answers.</param>
internal sealed record Cloud(string Issuer, string Metadata, string EntraMetadata, string Login, string Resource, string Graph)
{
    private static readonly Cloud s_public = new(
        "https://api.botframework.com",
        "https://login.botframework.com/v1/.well-known/openidconfiguration",
        "https://login.microsoftonline.com/common/v2.0/.well-known/openid-configuration",
        "https://login.microsoftonline.com",
        "https://api.botframework.com",
        "https://graph.microsoft.com");

    private static readonly Cloud s_usGovernment = new(
        "https://api.botframework.us",
        "https://login.botframework.azure.us/v1/.well-known/openidconfiguration",
        "https://login.microsoftonline.us/cab8a31a-1906-4287-a0d8-4eef66b95f6e/v2.0/.well-known/openid-configuration",
        "https://login.microsoftonline.us",
        "https://api.botframework.us",
        "https://graph.microsoft.us");

    private static readonly Cloud s_china = new(
        "https://api.botframework.azure.cn",
        "https://login.botframework.azure.cn/v1/.well-known/openidconfiguration",
        "https://login.partner.microsoftonline.cn/common/v2.0/.well-known/openid-configuration",
        "https://login.partner.microsoftonline.cn",
        "https://api.botframework.azure.cn",
        "https://microsoftgraph.chinacloudapi.cn");

    /// <summary>The cloud of that name.</summary>
    public static Cloud Of(TeamsCloud cloud) => cloud switch
    {
        TeamsCloud.UsGovernment => s_usGovernment,
        TeamsCloud.China => s_china,
        _ => s_public,
    };
}
