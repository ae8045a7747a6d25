using CoachBot.Channels.Teams.Authentication;

namespace CoachBot.Channels.Teams.Connector;

/// <summary>What a token of ours is for.</summary>
/// <param name="Resource">Who takes it.</param>
/// <param name="Tenant">The tenant that issues it.</param>
internal sealed record TokenAim(string Resource, string Tenant)
{
    /// <summary>Sending to Teams; a registration of old gets its tokens from the Bot Framework's own tenant.</summary>
    public static TokenAim Teams(TeamsOptions options) =>
        new(Cloud.Of(options.Cloud).Resource, options.AppType == TeamsAppType.MultiTenant ? "botframework.com" : options.TenantId);

    /// <summary>Asking the directory, always the bank's own.</summary>
    public static TokenAim Graph(TeamsOptions options) => new(GraphOf(options), options.TenantId);

    /// <summary>Where the directory answers, without a slash at the end.</summary>
    public static string GraphOf(TeamsOptions options) =>
        options.GraphAddress.Length > 0 ? options.GraphAddress.TrimEnd('/') : Cloud.Of(options.Cloud).Graph;
}
