namespace CoachBot.Core.Privacy.Finding;

/// <summary>What stands around a number and tells what it means.</summary>
internal static class Context
{
    private static readonly string[] UnitsAfter =
    [
        "元", "块", "万", "亿", "千", "百", "港币", "港元", "美元", "美金", "澳门元", "澳元", "台币", "欧元", "日元", "英镑", "人民币", "塊",
        "rmb", "cny", "usd", "hkd", "sgd", "mop", "twd", "eur", "dollar", "yuan", "%", "笔", "张", "份", "个", "位", "名", "岁", "天", "年", "月", "日", "点", "分", "秒", "倍", "次", "股", "克",
    ];

    private static readonly string[] SignsBefore = ["¥", "￥", "$", "€", "£", "rmb", "cny", "usd", "hkd", "sgd", "mop", "人民币", "港币", "美元"];

    /// <summary>Whether a number counts something: money, people, days.</summary>
    public static bool IsAmount(NumberWindow window)
    {
        var after = window.End;
        while (window.Draft[after] == ' ' && after - window.End < 2)
        {
            after++;
        }

        return UnitsAfter.Any(unit => window.Draft.Has(after, unit))
            || WordsBefore.EndsWithAny(window.Draft, BackOverSpaces(window.Draft, window.Start), SignsBefore) > 0
            || (window.Draft[window.End] is '.' or ',' && char.IsAsciiDigit(window.Draft[window.End + 1]))
            || (window.Draft[window.Start - 1] is '.' or ',' && char.IsAsciiDigit(window.Draft[window.Start - 2]));
    }

    private static int BackOverSpaces(MaskDraft draft, int at) => draft[at - 1] == ' ' ? at - 1 : at;
}
