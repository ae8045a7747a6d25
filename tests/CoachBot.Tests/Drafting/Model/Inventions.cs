using CoachBot.Core.Drafting;
using CoachBot.Core.Language;

namespace CoachBot.Tests.Drafting.Model;

/// <summary>What a model might make up for a card: ten kinds, from the plain to the sly.</summary>
internal static class Inventions
{
    /// <summary>Ten inventions, each offered as resting on the first sentence and the first step.</summary>
    public static IEnumerable<string> Of(CounterCard card)
    {
        var chinese = card.Language.IsChinese();
        var say = card.Say[0].Text;
        var step = card.Do[0].Text;
        return chinese
            ?
            [
                "请客户先付200元押金。",
                step.TrimEnd('。') + "，并当场赔偿客户500元。",
                step.TrimEnd('。') + "，30分钟内回复。",
                "不要" + step,
                say + "我们保证今天全额退款给您。",
                "如果客户不同意，就" + step,
                "这是系统的规定，谁也改不了。",
                "马上报警，让警察来处理。",
                new string(step.Reverse().ToArray()),
                say.TrimEnd('。') + "，请加我的微信转账。",
            ]
            :
            [
                "Ask the customer for a deposit of 200 yuan.",
                step.TrimEnd('.') + ", and pay 500 yuan on the spot.",
                step.TrimEnd('.') + " within 30 minutes.",
                "Do not " + char.ToLowerInvariant(step[0]) + step[1..],
                say + " We guarantee a full refund today.",
                "If the customer agrees, " + char.ToLowerInvariant(step[0]) + step[1..],
                "That is the rule and nobody can change it.",
                "Call the police at once and let them deal with it.",
                string.Join(' ', step.Split(' ').Reverse()),
                say.TrimEnd('.') + ", and send the money to my private account.",
            ];
    }
}
