using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace CoachBot.Channels.Teams.Manifests;

/// <summary>
/// The page that the app's entry in Teams links to: what the bot does, what it keeps, what it is for. A bank that has pages of its own names
/// them when it packs the app.
/// </summary>
internal static class AboutPage
{
    /// <summary>Where it is.</summary>
    public const string Path = "/about";

    private static readonly Lazy<string> Html = new(Read);

    /// <summary>Maps the page; it says nothing that not everybody may read.</summary>
    public static void MapAbout(this IEndpointRouteBuilder routes) => routes.MapGet(Path, (HttpContext context) =>
    {
        context.Response.Headers.ContentSecurityPolicy = "default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'none'";
        context.Response.Headers.XContentTypeOptions = "nosniff";
        return Results.Content(Html.Value, "text/html; charset=utf-8");
    });

    private static string Read()
    {
        using var stream = typeof(AboutPage).Assembly.GetManifestResourceStream("CoachBot.Channels.Teams.Manifests.about.html")!;
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }
}
