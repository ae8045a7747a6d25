using Microsoft.Extensions.Primitives;

namespace CoachBot.Channels.Teams.Authentication;

/// <summary>The token of a request.</summary>
internal static class BearerHeader
{
    /// <summary>Longer tokens are not looked at.</summary>
    public const int LongestToken = 16 * 1024;

    private const string Scheme = "Bearer ";

    /// <summary>The token of exactly one header of the form <c>Bearer TOKEN</c>; null otherwise.</summary>
    public static string? TokenOf(StringValues header)
    {
        if (header.Count != 1 || header[0] is not { } value || !value.StartsWith(Scheme, StringComparison.OrdinalIgnoreCase))
        {
            return null;
        }

        var token = value.AsSpan(Scheme.Length);
        return token.Length is > 0 and <= LongestToken && !token.ContainsAny(' ', '\t', ',') ? token.ToString() : null;
    }
}
