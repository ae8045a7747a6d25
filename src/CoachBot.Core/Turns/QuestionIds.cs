using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;

namespace CoachBot.Core.Turns;

/// <summary>
/// Ids of remembered questions: 26 letters and digits that sort by time (Crockford's base 32: ten for the milliseconds, sixteen from
/// the message's own id). A turn that is run again after a crash finds its question instead of asking it twice.
/// </summary>
public static class QuestionIds
{
    private const string Digits = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
    private const int TimeDigits = 10;
    private const int Length = 26;

    /// <summary>The id of the question that a message asks.</summary>
    public static string Of(IncomingMessage message)
    {
        var time = message.ReceivedAt.ToUnixTimeMilliseconds();
        var seed = string.Join('\n', message.Address.Conversation.Channel, message.Address.Conversation.Tenant, message.Id);
        return string.Create(Length, (time, seed), static (id, from) =>
        {
            Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
            SHA256.HashData(Encoding.UTF8.GetBytes(from.seed), hash);
            Write(id[..TimeDigits], (ulong)from.time);
            Write(id[TimeDigits..18], BinaryPrimitives.ReadUInt64LittleEndian(hash));
            Write(id[18..], BinaryPrimitives.ReadUInt64LittleEndian(hash[8..]));
        });
    }

    private static void Write(Span<char> digits, ulong value)
    {
        for (var at = digits.Length - 1; at >= 0; at--)
        {
            digits[at] = Digits[(int)(value & 31)];
            value >>= 5;
        }
    }
}
