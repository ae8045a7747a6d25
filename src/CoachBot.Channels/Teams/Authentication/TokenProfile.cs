using Microsoft.IdentityModel.JsonWebTokens;

namespace CoachBot.Channels.Teams.Authentication;

/// <summary>One kind of token that is taken: who may issue it, which keys sign it, and who may present it.</summary>
/// <param name="Kind">What it vouches for.</param>
/// <param name="Issuers">Who may issue it, compared exactly.</param>
/// <param name="Keys">The keys.</param>
/// <param name="Callers">The application ids that may present it; null: the token names none.</param>
internal sealed record TokenProfile(CallerKind Kind, IReadOnlySet<string> Issuers, KeyRing Keys, IReadOnlySet<string>? Callers)
{
    private static readonly string[] s_microsoftTenants =
    [
        "d6d49420-f39b-4df7-a1dc-d59a935871db", "f8cdef31-a31e-4b4a-93e4-5f571e91255a", "cab8a31a-1906-4287-a0d8-4eef66b95f6e", "69e9b82d-4842-4902-8d1e-abc5b98a55e8",
    ];

    /// <summary>The tokens of channels.</summary>
    public static TokenProfile Connector(Cloud cloud, KeyRing keys) =>
        new(CallerKind.Connector, new HashSet<string>(StringComparer.Ordinal) { cloud.Issuer }, keys, null);

    /// <summary>The tokens that Entra issues: those of Microsoft's bot tenants and of the bot's own, in both of their forms.</summary>
    public static TokenProfile Entra(TeamsOptions options, Cloud cloud, KeyRing keys)
    {
        var tenants = options.TenantId.Length > 0 ? [.. s_microsoftTenants, options.TenantId] : s_microsoftTenants;
        var issuers = tenants.SelectMany(tenant => new[] { $"https://sts.windows.net/{tenant}/", $"{cloud.Login}/{tenant}/v2.0" });
        return new(
            CallerKind.Entra,
            issuers.ToHashSet(StringComparer.Ordinal),
            keys,
            options.AllowedCallers.Append(options.AppId).ToHashSet(StringComparer.OrdinalIgnoreCase));
    }

    /// <summary>Whether the program that presents the token may: <c>appid</c> of a first, <c>azp</c> of a second version.</summary>
    public bool AllowsCallerOf(JsonWebToken token)
    {
        if (Callers is null)
        {
            return true;
        }

        var caller = Claim(token, "ver") switch
        {
            "1.0" or "" => Claim(token, "appid"),
            "2.0" => Claim(token, "azp"),
            _ => null,
        };
        return !string.IsNullOrEmpty(caller) && Callers.Contains(caller);
    }

    private static string? Claim(JsonWebToken token, string name) => token.TryGetPayloadValue<string>(name, out var value) ? value : null;
}
