using System.Text.Json;
using Microsoft.IdentityModel.Tokens;

namespace CoachBot.Channels.Teams.Authentication;

/// <summary>A public key, and the channels it may sign for.</summary>
/// <param name="Key">The key.</param>
/// <param name="Endorsements">Channel ids; empty when the key names none.</param>
internal sealed record SigningKey(SecurityKey Key, IReadOnlyList<string> Endorsements)
{
    /// <summary>The RSA signing keys of a published set; keys of other kinds are left out.</summary>
    public static IReadOnlyList<SigningKey> From(string keySet)
    {
        var keys = new List<SigningKey>();
        foreach (var published in new JsonWebKeySet(keySet).Keys)
        {
            if (published.Kty == JsonWebAlgorithmsKeyTypes.RSA && published.Use != "enc" && !string.IsNullOrEmpty(published.N))
            {
                var numbers = new System.Security.Cryptography.RSAParameters
                {
                    Modulus = Base64UrlEncoder.DecodeBytes(published.N),
                    Exponent = Base64UrlEncoder.DecodeBytes(published.E),
                };
                keys.Add(new SigningKey(new RsaSecurityKey(numbers) { KeyId = published.Kid }, EndorsementsOf(published)));
            }
        }

        return keys;
    }

    private static List<string> EndorsementsOf(JsonWebKey published) =>
        published.AdditionalData.TryGetValue("endorsements", out var value) && value is JsonElement { ValueKind: JsonValueKind.Array } list
            ? [.. list.EnumerateArray().Where(item => item.ValueKind == JsonValueKind.String).Select(item => item.GetString()!)]
            : [];
}

/// <summary>The keys of one moment.</summary>
/// <param name="Keys">The keys.</param>
/// <param name="LoadedAt">When they were fetched.</param>
internal sealed record KeySet(IReadOnlyList<SigningKey> Keys, DateTimeOffset LoadedAt)
{
    /// <summary>Whether a key of that id is there.</summary>
    public bool Knows(string? id) => !string.IsNullOrEmpty(id) && Keys.Any(key => key.Key.KeyId == id);
}
