using System.Net.Mime;
using System.Security.Cryptography;
using System.Text;
using System.Text.Encodings.Web;
using CoachBot.Channels.Slack.Door;
using CoachBot.Channels.Slack.Health;
using CoachBot.Channels.Slack.Manifests;
using CoachBot.Channels.Slack.Workspaces;
using CoachBot.Core.Installations;
using CoachBot.Core.Language;
using CoachBot.Core.Turns;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace CoachBot.Channels.Slack.Install;

/// <summary>The two pages of OAuth v2: off to Slack with a state, and back with a code.</summary>
internal sealed class InstallPages(
    ISecretStore secrets, InstallExchange exchange, InstalledWorkspaces workspaces, IOptions<SlackOptions> options, TimeProvider time, ILogger<InstallPages> log)
{
    private const string Cookie = "coachbot-slack-state";
    private const string StatePrefix = "slack/state/";
    private static readonly TimeSpan StateLife = TimeSpan.FromMinutes(10);
    private readonly SlackOptions _options = options.Value;

    /// <summary><c>GET /slack/oauth/install</c>.</summary>
    public async Task<IResult> BeginAsync(HttpContext context)
    {
        var state = RandomNumberGenerator.GetHexString(64, lowercase: true);
        await secrets.WriteAsync(NameOf(state), time.GetUtcNow().ToUnixTimeSeconds().ToString(System.Globalization.CultureInfo.InvariantCulture), context.RequestAborted);
        context.Response.Cookies.Append(Cookie, state, new CookieOptions { HttpOnly = true, Secure = true, SameSite = SameSiteMode.Lax, Path = "/", MaxAge = StateLife });
        return Results.Redirect(QueryHelpers.AddQueryString(new Uri(_options.ApiUrl, "/oauth/v2/authorize").AbsoluteUri, new Dictionary<string, string?>
        {
            ["client_id"] = _options.ClientId,
            ["scope"] = string.Join(',', SlackScopes.Bot),
            ["state"] = state,
            ["redirect_uri"] = exchange.RedirectUri,
        }));
    }

    /// <summary><c>GET /slack/oauth/callback</c>.</summary>
    public async Task<IResult> FinishAsync(HttpContext context)
    {
        var query = context.Request.Query;
        var cookie = context.Request.Cookies[Cookie];
        context.Response.Cookies.Delete(Cookie, new CookieOptions { Path = "/", Secure = true, HttpOnly = true, SameSite = SameSiteMode.Lax });
        if (query["state"] is not [{ Length: > 0 } state] || !await IsOursAsync(state, cookie, context.RequestAborted))
        {
            return Page(context, "InstallStale", StatusCodes.Status400BadRequest);
        }

        if (query["error"].Count > 0)
        {
            return Page(context, "InstallCancelled", StatusCodes.Status200OK);
        }

        return query["code"] is [{ Length: > 0 } code] && await exchange.ExchangeAsync(code, context.RequestAborted) is { } installation
            ? await SaveAsync(context, installation)
            : Page(context, "InstallRefused", StatusCodes.Status400BadRequest);
    }

    private async Task<IResult> SaveAsync(HttpContext context, SavedInstallation installation)
    {
        await workspaces.SaveAsync(installation, context.RequestAborted);
        log.Installed(installation.Workspace.Tenant);
        return Page(context, "Installed", StatusCodes.Status200OK);
    }

    // Good once, for ten minutes, in the browser it was given to.
    private async Task<bool> IsOursAsync(string state, string? cookie, CancellationToken cancel)
    {
        if (cookie is null || !CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(state), Encoding.UTF8.GetBytes(cookie)))
        {
            return false;
        }

        var begun = await secrets.ReadAsync(NameOf(state), cancel);
        await secrets.RemoveAsync(NameOf(state), cancel);
        return long.TryParse(begun, out var seconds) && time.GetUtcNow() - DateTimeOffset.FromUnixTimeSeconds(seconds) <= StateLife;
    }

    // Hashed: a state comes from outside, and a name may be removed by its beginning.
    private static string NameOf(string state) => StatePrefix + Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(state)));

    private static IResult Page(HttpContext context, string text, int status)
    {
        var language = MessageLanguage.OfTag(context.Request.Headers.AcceptLanguage.ToString().Split(',')[0]);
        var again = text is "Installed" ? "" : $"""<p><a href="install">{Html(DoorTexts.Get("StartAgain", language))}</a></p>""";
        var page = $$"""
            <!doctype html>
            <html lang="{{language.Code()}}"><meta charset="utf-8"><meta name="viewport" content="width=device-width">
            <title>{{Html(DoorTexts.Get("PageTitle", language))}}</title>
            <body style="font:1.1rem/1.6 system-ui,sans-serif;max-width:32rem;margin:15vh auto;padding:0 1rem">
            <h1>{{Html(DoorTexts.Get("PageTitle", language))}}</h1><p>{{Html(DoorTexts.Get(text, language))}}</p>{{again}}
            """;
        return Results.Content(page, MediaTypeNames.Text.Html, Encoding.UTF8, status);
    }

    private static string Html(string text) => HtmlEncoder.Default.Encode(text);
}
