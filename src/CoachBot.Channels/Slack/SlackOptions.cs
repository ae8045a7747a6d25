using System.ComponentModel.DataAnnotations;

namespace CoachBot.Channels.Slack;

/// <summary>
/// How Slack is reached (section <c>Slack</c>). Without any of it Slack is not served. One workspace needs <see cref="BotToken"/>, many need
/// <see cref="ClientId"/>, <see cref="ClientSecret"/>, <see cref="AppId"/> and <see cref="PublicUrl"/>; both need <see cref="SigningSecret"/>,
/// or <see cref="AppToken"/> for Socket Mode.
/// </summary>
public sealed class SlackOptions : IValidatableObject
{
    /// <summary>The section of the settings.</summary>
    public const string Section = "Slack";

    /// <summary>The bot's token (<c>xoxb-...</c>) of the one workspace that is served. Leave out where many install the app.</summary>
    public string? BotToken { get; set; }

    /// <summary>The secret Slack signs each request with. Without it no request can be trusted; Socket Mode needs none.</summary>
    public string? SigningSecret { get; set; }

    /// <summary>The app-level token (<c>xapp-...</c>, scope <c>connections:write</c>): turns Socket Mode on and the request addresses off.</summary>
    public string? AppToken { get; set; }

    /// <summary>The app's id (<c>A...</c>). For one workspace it is learnt from Slack.</summary>
    public string? AppId { get; set; }

    /// <summary>The OAuth client's id, where many workspaces install the app.</summary>
    public string? ClientId { get; set; }

    /// <summary>The OAuth client's secret.</summary>
    public string? ClientSecret { get; set; }

    /// <summary>The address people's browsers reach this host at, https, without a path: what OAuth returns to.</summary>
    public Uri? PublicUrl { get; set; }

    /// <summary>Slack's Web API. Default: <c>https://slack.com/api/</c>; GovSlack has its own. Plain http for loopback only.</summary>
    public Uri ApiUrl { get; set; } = new("https://slack.com/api/");

    /// <summary>The oldest signed request that is accepted, and how far ahead its clock may be. Default: 5 minutes. Bounds: 1 second to 10 minutes.</summary>
    [Range(typeof(TimeSpan), "00:00:01", "00:10:00")]
    public TimeSpan MaxRequestAge { get; set; } = TimeSpan.FromMinutes(5);

    /// <summary>How many sockets are held in Socket Mode. Default: 2, so that one may be renewed. Bounds: 1 to 10, Slack's own.</summary>
    [Range(1, 10)]
    public int SocketConnections { get; set; } = 2;

    /// <summary>Whether people of other companies are answered in shared channels. Default: no; what a bank teaches its staff is its own matter.</summary>
    public bool AnswerOutsiders { get; set; }

    /// <summary>Whether there is anything to serve at all.</summary>
    internal bool IsSet => new[] { BotToken, SigningSecret, AppToken, ClientId, ClientSecret }.Any(text => !string.IsNullOrWhiteSpace(text));

    /// <summary>Whether Slack calls through a socket of ours instead of our addresses.</summary>
    internal bool IsSocketMode => !string.IsNullOrWhiteSpace(AppToken);

    /// <summary>Whether workspaces install the app by themselves.</summary>
    internal bool IsDistributed => string.IsNullOrWhiteSpace(BotToken);

    /// <inheritdoc />
    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        if (!IsSet)
        {
            yield break;
        }

        foreach (var (name, why) in Missing())
        {
            yield return new ValidationResult($"{Section}:{name} is missing: {why}.", [name]);
        }

        foreach (var (name, why) in Wrong())
        {
            yield return new ValidationResult($"{Section}:{name} {why}.", [name]);
        }
    }

    private IEnumerable<(string Name, string Why)> Missing()
    {
        var settings = new (string Name, string? Value, bool Needed, string Why)[]
        {
            (nameof(SigningSecret), SigningSecret, !IsSocketMode, "without it no request can be trusted (or set AppToken for Socket Mode)"),
            (nameof(ClientId), ClientId, IsDistributed, "set BotToken for one workspace, or ClientId and ClientSecret for many"),
            (nameof(ClientSecret), ClientSecret, IsDistributed, "set BotToken for one workspace, or ClientId and ClientSecret for many"),
            (nameof(AppId), AppId, IsDistributed, "an installation of another app must be told from ours"),
            (nameof(PublicUrl), PublicUrl?.ToString(), IsDistributed, "OAuth has to return somewhere"),
        };
        return settings.Where(setting => setting.Needed && string.IsNullOrWhiteSpace(setting.Value)).Select(setting => (setting.Name, setting.Why));
    }

    private IEnumerable<(string Name, string Why)> Wrong()
    {
        var settings = new (string Name, bool Wrong, string Why)[]
        {
            (nameof(BotToken), !IsDistributed && BotToken!.StartsWith("xapp-", StringComparison.Ordinal), "is an app-level token; the bot's own begins with xoxb-"),
            (nameof(BotToken), !IsDistributed && ClientId is { Length: > 0 }, "and ClientId exclude each other: one workspace, or many"),
            (nameof(AppToken), IsSocketMode && !AppToken!.StartsWith("xapp-", StringComparison.Ordinal), "begins with xapp-"),
            (nameof(PublicUrl), PublicUrl is { } url && !IsSafe(url), "must be https"),
            (nameof(ApiUrl), !IsSafe(ApiUrl), "must be https"),
            (nameof(ApiUrl), IsSafe(ApiUrl) && !ApiUrl.AbsolutePath.EndsWith('/'), "must end with a slash"),
        };
        return settings.Where(setting => setting.Wrong).Select(setting => (setting.Name, setting.Why));
    }

    private static bool IsSafe(Uri url) => url.IsAbsoluteUri && (url.Scheme == Uri.UriSchemeHttps || (url.Scheme == Uri.UriSchemeHttp && url.IsLoopback));
}
