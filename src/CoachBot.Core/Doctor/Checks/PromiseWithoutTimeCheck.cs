using System.Text.RegularExpressions;
using CoachBot.Core.Doctor.Words;
using CoachBot.Core.Knowledge;

namespace CoachBot.Core.Doctor.Checks;

/// <summary>A promise in what is said, such as "we will call you back", without a time: the customer cannot hold anybody to it.</summary>
internal sealed partial class PromiseWithoutTimeCheck : ICaseCheck
{
    /// <inheritdoc />
    public string Name => "promise-without-time";

    /// <inheritdoc />
    public IEnumerable<Symptom> Examine(CheckUp checkUp) =>
        from @case in checkUp.Pack.Cases
        from spoken in SpokenFace.Of(@case)
        from line in spoken.Face.Say.Index()
        from sentence in Clauses.Sentences(line.Item)
        where IsPromise(sentence, spoken.IsChinese) && !HasTime(sentence, spoken.IsChinese)
        select new Symptom(@case.Id, Name, ProblemSeverity.Warning, DoctorTexts.Get("NoTime", spoken.Language, line.Index + 1, sentence));

    private static bool IsPromise(string sentence, bool chinese) => (chinese ? ChinesePromise() : EnglishPromise()).IsMatch(sentence);

    private static bool HasTime(string sentence, bool chinese) => (chinese ? ChineseTime() : EnglishTime()).IsMatch(sentence);

    // Asking the customer to wait a moment is no promise; saying that something comes later is.
    [GeneratedRegex("尽快|尽早|(?<!请您?)稍后|稍晚|过后(?!悔)|改天|晚点|回头(?=给|跟|再|告|联|我)|给您?回(电|话|复|音)|再?回(电|复)您|给您?(个)?(答复|回复|准信|结果|消息)|答复您|回复您|联系您|通知您|打(电话)?给您|给您打电话|有(了)?(消息|结果|进展).{0,6}(就|马上|立即|第一时间)")]
    private static partial Regex ChinesePromise();

    [GeneratedRegex("""[\[［][^\]］]*[\]］]|[0-9０-９XＸ一二三四五六七八九十两半几数]+(个)?(分钟|小时|刻钟|点|时|秒|天|日|号|周|工作日|月|年)|今天|今晚|明天|明早|后天|当天|当日|上午|中午|下午|下班前|本周|这周|周[一二三四五六日]|星期|现在就|这就|马上|立刻|立即|当场""")]
    private static partial Regex ChineseTime();

    [GeneratedRegex("""\b(?:as soon as (?:possible|i can|we can)|shortly|in due course|at some point|(?:i|we|he|she|they|someone|somebody|colleague|manager)(?:'ll|’ll| will| can| shall) (?:\w+ )?(?:(?:call|ring|phone|contact|inform|notify|update) you|get back|be in touch|be back to you|let you know|come back to you|write to you|answer you))\b""", RegexOptions.IgnoreCase)]
    private static partial Regex EnglishPromise();

    [GeneratedRegex("""\[[^\]]*\]|\b(?:\d+|x|one|two|three|four|five|ten|fifteen|twenty|thirty|half|a|an)[\s-]+(?:\w+\s)?(?:minutes?|hours?|days?|weeks?|months?|am|pm)\b|\b(?:\d{1,2}(?:[.:]\d\d)?\s?(?:am|pm)|noon|today|the same day|days? ahead|tonight|tomorrow|this (?:morning|afternoon|evening|week)|(?:mon|tues|wednes|thurs|fri|satur|sun)day|right now|right away|at once|immediately|now|the moment)\b""", RegexOptions.IgnoreCase)]
    private static partial Regex EnglishTime();
}
