using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace CoachBot.TestSupport.Teams;

/// <summary>A key that tokens are signed with, and its public half as an issuer publishes it.</summary>
public sealed class MintKey(string id, params string[]? endorsements) : IDisposable
{
    private readonly Lazy<RSA> _own = new(() => RSA.Create(2048));

    /// <summary>Its id.</summary>
    public string Id { get; } = id;

    /// <summary>The key: one of its own, or one that several share, as making one takes its time.</summary>
    public RSA Rsa => Shared ?? _own.Value;

    /// <summary>A key made elsewhere.</summary>
    public RSA? Shared { get; init; }

    /// <summary>The entry of a key set; no endorsements at all when they are null.</summary>
    public JsonObject Published()
    {
        var numbers = Rsa.ExportParameters(false);
        var entry = new JsonObject
        {
            ["kty"] = "RSA",
            ["use"] = "sig",
            ["kid"] = Id,
            ["n"] = Base64Url.EncodeToString(numbers.Modulus),
            ["e"] = Base64Url.EncodeToString(numbers.Exponent),
        };
        if (endorsements is not null)
        {
            entry["endorsements"] = new JsonArray([.. endorsements.Select(channel => (JsonNode)channel)]);
        }

        return entry;
    }

    /// <inheritdoc />
    public void Dispose()
    {
        if (_own.IsValueCreated)
        {
            _own.Value.Dispose();
        }
    }
}

/// <summary>Makes tokens, good ones and forged ones.</summary>
public static class TokenMint
{
    /// <summary>The payload of a token as the Bot Framework makes it.</summary>
    public static JsonObject Payload(string audience, string? serviceUrl, DateTimeOffset now, string issuer = "https://api.botframework.com")
    {
        var payload = new JsonObject
        {
            ["iss"] = issuer,
            ["aud"] = audience,
            ["nbf"] = now.AddMinutes(-1).ToUnixTimeSeconds(),
            ["exp"] = now.AddHours(1).ToUnixTimeSeconds(),
        };
        if (serviceUrl is not null)
        {
            payload["serviceurl"] = serviceUrl;
        }

        return payload;
    }

    /// <summary>A token signed with RS256, or with another hash of the same family.</summary>
    public static string Sign(JsonObject payload, MintKey key, string? keyId = null, string algorithm = "RS256", bool withKeyId = true)
    {
        var header = new JsonObject { ["alg"] = algorithm, ["typ"] = "JWT" };
        if (withKeyId)
        {
            header["kid"] = keyId ?? key.Id;
        }

        return Sign(header, payload, key);
    }

    /// <summary>A token with a header of one's own.</summary>
    public static string Sign(JsonObject header, JsonObject payload, MintKey key)
    {
        var hash = header["alg"]?.GetValue<string>() switch
        {
            "RS384" => HashAlgorithmName.SHA384,
            "RS512" => HashAlgorithmName.SHA512,
            _ => HashAlgorithmName.SHA256,
        };
        var content = Content(header, payload);
        return $"{content}.{Base64Url.EncodeToString(key.Rsa.SignData(Encoding.ASCII.GetBytes(content), hash, RSASignaturePadding.Pkcs1))}";
    }

    /// <summary>A token signed with a shared secret.</summary>
    public static string SignWithSecret(JsonObject payload, string secret, string? keyId = null)
    {
        var header = new JsonObject { ["alg"] = "HS256", ["typ"] = "JWT" };
        if (keyId is not null)
        {
            header["kid"] = keyId;
        }

        var content = Content(header, payload);
        return $"{content}.{Base64Url.EncodeToString(HMACSHA256.HashData(Encoding.UTF8.GetBytes(secret), Encoding.ASCII.GetBytes(content)))}";
    }

    /// <summary>A token without a signature.</summary>
    public static string WithoutSignature(JsonObject payload) => Content(new JsonObject { ["alg"] = "none", ["typ"] = "JWT" }, payload) + ".";

    private static string Content(JsonObject header, JsonObject payload) => $"{Encode(header)}.{Encode(payload)}";

    private static string Encode(JsonObject part) => Base64Url.EncodeToString(JsonSerializer.SerializeToUtf8Bytes(part));
}
