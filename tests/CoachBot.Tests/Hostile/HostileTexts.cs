using System.Text;

namespace CoachBot.Tests.Hostile;

/// <summary>Texts that nobody should type and somebody will; the same number always gives the same text.</summary>
internal static class HostileTexts
{
    private const int Megabyte = 1_000_000;
    private const int OneIsHugeIn = 400;

    private static readonly string[] Scraps =
    [
        "\"", "“", "”", "「", "(", ")", "（", "[", "]", "{", "}", "<", ">", "&", "%s", "${x}", "{0}", "\\", "/", "//", "--", "-", "－", "+", "~", "^", "*", "?", "？",
        "OR", "AND", "NOT", "或", "不含:", "role:", "tag:", "kind:", "lang:zh-Hant", "id:*", ":", "：", ",", "、", "|", "||", "!", "'", "' OR 1=1 --", "<script>", "]]>",
        "柜员", "客户", "假钞", "取款机", "投诉", "投訴", "teller", "customer", "ATM", "queue", "the", "wasn't", "媒体", "报警", "kill", "17.5", "50,000", "62220212345678901234",
        "\uD83D", "\uDE00", "😀", "👨‍👩‍👧‍👦", "\0", "\u0001", "\u200B", "\u202E", "\uFEFF", "\uFFFF", "é", "e\u0301", "ﷺ", "Ａ１", "ß", "İ", "𠮷", "\r", "\n", "\t", "\u2028", " ", " ", " ",
    ];

    private static readonly string[] Repeated =
    [
        "a", "客", "客户投诉", " ", "\"", "(", "-(", "*", "a*b", "? ", "OR ", "tag:", "\uD800", "\uDC00", "e\u0301", "\u0301", "😀", "1", "don't ", "取款机吐假钞怎么办", "\0", "\n", "aA1客",
    ];

    /// <summary>The text of a number.</summary>
    public static string Of(Random random) => random.Next(OneIsHugeIn) == 0 ? Filled(random, Megabyte) : random.Next(6) switch
    {
        0 => Units(random, random.Next(80)),
        1 => Characters(random, random.Next(80)),
        2 or 3 => Soup(random, random.Next(40)),
        4 => Filled(random, random.Next(3_000)),
        _ => Soup(random, 300),
    };

    // Any 16 bits: most of the planes' surrogates stand alone.
    private static string Units(Random random, int length) => string.Create(length, random, (text, source) =>
    {
        for (var at = 0; at < text.Length; at++)
        {
            text[at] = source.Next(4) == 0 ? (char)source.Next(0xD800, 0xE000) : (char)source.Next(0x10000);
        }
    });

    private static string Characters(Random random, int count)
    {
        var text = new StringBuilder();
        while (text.Length < count)
        {
            text.Append(Rune.TryCreate(random.Next(0x110000), out var rune) ? rune.ToString() : "");
        }

        return text.ToString();
    }

    private static string Soup(Random random, int count) => string.Concat(Enumerable.Range(0, count).Select(_ => Scraps[random.Next(Scraps.Length)]));

    private static string Filled(Random random, int length)
    {
        var piece = Repeated[random.Next(Repeated.Length)];
        return string.Concat(Enumerable.Repeat(piece, 1 + (length / piece.Length)));
    }
}
