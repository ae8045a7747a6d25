using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace CoachBot.Channels.Slack.Door;

/// <summary>Slack's signature, scheme <c>v0</c>: HMAC-SHA256 over the timestamp and the body as they came, byte for byte.</summary>
internal static class SlackSignature
{
    /// <summary>The header with the signature.</summary>
    public const string Header = "X-Slack-Signature";

    /// <summary>The header with the time of signing, in Unix seconds.</summary>
    public const string TimestampHeader = "X-Slack-Request-Timestamp";

    /// <summary>Whether a request is Slack's own and of now. Both ways in time: a clock ahead is as wrong as a replay.</summary>
    public static bool IsGenuine(string secret, TimeSpan maxAge, string timestamp, ReadOnlySpan<byte> body, string signature, DateTimeOffset now) =>
        long.TryParse(timestamp, NumberStyles.None, CultureInfo.InvariantCulture, out var sent)
        && Math.Abs(now.ToUnixTimeSeconds() - sent) <= maxAge.TotalSeconds
        && CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(Of(secret, timestamp, body)), Encoding.UTF8.GetBytes(signature));

    /// <summary>The signature of a body.</summary>
    public static string Of(string secret, string timestamp, ReadOnlySpan<byte> body)
    {
        using var hash = IncrementalHash.CreateHMAC(HashAlgorithmName.SHA256, Encoding.UTF8.GetBytes(secret));
        hash.AppendData("v0:"u8);
        hash.AppendData(Encoding.UTF8.GetBytes(timestamp));
        hash.AppendData(":"u8);
        hash.AppendData(body);
        return "v0=" + Convert.ToHexStringLower(hash.GetHashAndReset());
    }
}
