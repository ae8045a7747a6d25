using System.Text;

namespace CoachBot.Infrastructure.Documents;

/// <summary>
/// Finds out how a text file is encoded: a byte order mark decides; then strict UTF-8; then UTF-16 by its zeros; then GB18030,
/// if what it gives looks like Chinese; then Western text with a few curly quotes. Anything else is refused, not guessed.
/// </summary>
internal static class TextDecoding
{
    private const double FewestCommonPairs = 0.85;
    private const double FewestUsual = 0.9;
    private const double MostControls = 0.001;

    private static readonly Encoding Gb18030 = CodePagesEncodingProvider.Instance.GetEncoding("gb18030")!;
    private static readonly Encoding Western = CodePagesEncodingProvider.Instance.GetEncoding(1252)!;

    /// <summary>The text, or null when no encoding fits.</summary>
    public static string? Decode(byte[] bytes)
    {
        if (ByMark(bytes) is { } marked)
        {
            return IsText(marked.Replace("\uFFFD", "", StringComparison.Ordinal)) ? marked : null;
        }

        var text = Utf8(bytes) ?? Utf16(bytes) ?? Chinese(bytes) ?? FewQuotes(bytes);
        return text is not null && IsText(text) ? text : null;
    }

    private static string? ByMark(byte[] bytes) => bytes switch
    {
        [0xEF, 0xBB, 0xBF, .. var rest] => Encoding.UTF8.GetString(rest),
        [0xFF, 0xFE, 0x00, 0x00, .. var rest] => Encoding.UTF32.GetString(rest),
        [0x00, 0x00, 0xFE, 0xFF, .. var rest] => new UTF32Encoding(bigEndian: true, byteOrderMark: false).GetString(rest),
        [0xFF, 0xFE, .. var rest] => Encoding.Unicode.GetString(rest),
        [0xFE, 0xFF, .. var rest] => Encoding.BigEndianUnicode.GetString(rest),
        _ => null,
    };

    private static string? Utf8(byte[] bytes)
    {
        if (Array.IndexOf(bytes, (byte)0) >= 0)
        {
            return null;
        }

        try
        {
            return new UTF8Encoding(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true).GetString(bytes);
        }
        catch (DecoderFallbackException)
        {
            return null;
        }
    }

    // Without a mark, UTF-16 shows by the zeros of its spaces, digits and line ends; of the two byte orders one gives sense.
    private static string? Utf16(byte[] bytes)
    {
        if (bytes.Length % 2 != 0 || Array.IndexOf(bytes, (byte)0) < 0)
        {
            return null;
        }

        string[] orders = [Encoding.Unicode.GetString(bytes), Encoding.BigEndianUnicode.GetString(bytes)];
        return orders.Where(text => text.Count(IsUsual) >= text.Length * FewestUsual).MaxBy(text => text.Count(IsUsual));
    }

    private static bool IsUsual(char character) => character is (>= ' ' and <= '~') or '\n' or '\r' or '\t'
        or (>= '\u4E00' and <= '\u9FFF') or (>= '\u3000' and <= '\u303F') or (>= '\uFF00' and <= '\uFFEF') or (>= '\u2010' and <= '\u2030');

    private static string? Chinese(byte[] bytes)
    {
        var (pairs, common, stray) = CountPairs(bytes);
        return pairs > 0 && common >= pairs * FewestCommonPairs && stray <= 1 + (pairs / 1000) ? Gb18030.GetString(bytes) : null;
    }

    // Nearly all of a real text lies in the rows of GB 2312: punctuation in A1 to A9, characters in B0 to F7.
    private static (int Pairs, int Common, int Stray) CountPairs(byte[] bytes)
    {
        var (pairs, common, stray) = (0, 0, 0);
        for (var i = 0; i < bytes.Length; i++)
        {
            if (bytes[i] < 0x80)
            {
                stray += bytes[i] == 0 ? 10 : 0;
                continue;
            }

            var second = i + 1 < bytes.Length ? bytes[i + 1] : (byte)0;
            if (bytes[i] is 0x80 or 0xFF || second is < 0x30 or 0x7F or 0xFF)
            {
                stray++;
                continue;
            }

            pairs++;
            common += bytes[i] is (>= 0xA1 and <= 0xA9) or (>= 0xB0 and <= 0xF7) && second >= 0xA1 ? 1 : 0;
            i += second < 0x40 ? 3 : 1;
        }

        return (pairs, common, stray);
    }

    private static string? FewQuotes(byte[] bytes)
    {
        var high = bytes.Count(value => value >= 0x80);
        return bytes.Length >= 40 && high * 20 <= bytes.Length ? Western.GetString(bytes) : null;
    }

    private static bool IsText(string text)
    {
        var controls = text.Count(character => character == '\uFFFD' || (char.IsControl(character) && character is not ('\n' or '\r' or '\t' or '\f' or '\v')));
        return controls <= text.Length * MostControls;
    }
}
