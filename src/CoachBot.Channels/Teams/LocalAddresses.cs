using Microsoft.Extensions.Configuration;

namespace CoachBot.Channels.Teams;

/// <summary>Which addresses only this machine can reach.</summary>
internal static class LocalAddresses
{
    private static readonly string[] s_portSettings = ["http_ports", "https_ports"];

    /// <summary>Whether it is an http(s) address of this machine.</summary>
    public static bool IsLoopback(string address) => Uri.TryCreate(address, UriKind.Absolute, out var uri) && IsLoopback(uri);

    /// <summary>Whether it is an http(s) address of this machine.</summary>
    public static bool IsLoopback(Uri uri) =>
        uri.IsLoopback && uri.UserInfo.Length == 0 && (uri.Scheme == Uri.UriSchemeHttp || uri.Scheme == Uri.UriSchemeHttps);

    /// <summary>Whether it may be asked for keys or tokens.</summary>
    public static bool IsHttpsOrLoopback(string address) =>
        Uri.TryCreate(address, UriKind.Absolute, out var uri) && (uri.Scheme == Uri.UriSchemeHttps || IsLoopback(uri));

    /// <summary>The addresses the host would listen on by its settings and that others could reach.</summary>
    public static IEnumerable<string> NotLoopback(IConfiguration configuration)
    {
        var urls = configuration["urls"] ?? "";
        var ports = urls.Length > 0 ? [] : s_portSettings.Where(ports => !string.IsNullOrEmpty(configuration[ports])).ToArray();
        var endpoints = configuration.GetSection("Kestrel:Endpoints").GetChildren().Select(endpoint => endpoint["Url"] ?? "");
        return urls.Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
            .Concat(endpoints)
            .Where(address => !IsLoopback(address))
            .Concat(ports);
    }
}
