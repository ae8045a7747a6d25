namespace CoachBot.Core.Privacy.Finding;

/// <summary>What stands around a number and tells what it means.</summary>
internal static class Context
{
    private const int LongestFiller = 14;

    // What may stand between a word and its number.
    private static readonly string[] Fillers =
        ["号码", "号", "是", "为", "尾号", "number", "num", "no", "nr", "is", "was", "后", "的", "打", "至", "到", "to", "on", "at", "in", "her", "his", "their"];

    private static readonly string[] UnitsAfter =
    [
        "元", "块", "万", "亿", "千", "百", "港币", "港元", "美元", "美金", "澳门元", "澳元", "台币", "欧元", "日元", "英镑", "人民币", "塊",
        "rmb", "cny", "usd", "hkd", "sgd", "mop", "twd", "eur", "dollar", "yuan", "%", "笔", "张", "份", "个", "位", "名", "岁", "天", "年", "月", "日", "点", "分", "秒", "倍", "次", "股", "克",
    ];

    private static readonly string[] SignsBefore = ["¥", "￥", "$", "€", "£", "rmb", "cny", "usd", "hkd", "sgd", "mop", "人民币", "港币", "美元"];

    /// <summary>Whether one of the words stands right before a number, but for a colon or a filler.</summary>
    public static bool Before(NumberWindow window, IReadOnlyList<string> words)
    {
        var at = window.Start;
        for (var round = 0; round < 4 && window.Start - at <= LongestFiller; round++)
        {
            at = BackOverMarks(window.Draft, at);
            if (EndsWithAny(window.Draft, at, words) > 0)
            {
                return true;
            }

            var filler = EndsWithAny(window.Draft, at, Fillers);
            if (filler == 0)
            {
                return false;
            }

            at -= filler;
        }

        return false;
    }

    /// <summary>Whether a number counts something: money, people, days.</summary>
    public static bool IsAmount(NumberWindow window)
    {
        var after = window.End;
        while (window.Draft[after] == ' ' && after - window.End < 2)
        {
            after++;
        }

        return UnitsAfter.Any(unit => window.Draft.Has(after, unit))
            || EndsWithAny(window.Draft, BackOverSpaces(window.Draft, window.Start), SignsBefore) > 0
            || (window.Draft[window.End] is '.' or ',' && char.IsAsciiDigit(window.Draft[window.End + 1]))
            || (window.Draft[window.Start - 1] is '.' or ',' && char.IsAsciiDigit(window.Draft[window.Start - 2]));
    }

    private static int BackOverMarks(MaskDraft draft, int at)
    {
        var start = at;
        while (start - at < 4 && draft[at - 1] is ' ' or ':' or '#' or '.' or '=' or '(' or '"' or '“' or '「' or '\'' or '\u00A0' or ',' or '、' or '/' or '-')
        {
            at--;
        }

        return at;
    }

    private static int BackOverSpaces(MaskDraft draft, int at) => draft[at - 1] == ' ' ? at - 1 : at;

    // The length of the longest word that ends at a place; a Latin word must stand alone.
    private static int EndsWithAny(MaskDraft draft, int end, IReadOnlyList<string> words)
    {
        var longest = 0;
        foreach (var word in words)
        {
            var alone = !char.IsAsciiLetter(word[0]) || !char.IsAsciiLetter(draft[end - word.Length - 1]);
            longest = word.Length > longest && alone && draft.Has(end - word.Length, word) ? word.Length : longest;
        }

        return longest;
    }
}
