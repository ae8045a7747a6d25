namespace CoachBot.Tests.Parity;

/// <summary>Something a person does on every channel.</summary>
internal abstract record Step
{
    private Step()
    {
    }

    /// <summary>A text is typed.</summary>
    public sealed record Say(string Text) : Step;

    /// <summary>A button of the last card is pressed.</summary>
    /// <param name="Verb">What it stands for.</param>
    /// <param name="Typed">What is typed at the command line for the same; null where it has nothing like it.</param>
    /// <param name="At">Which of several, counted from 0.</param>
    public sealed record Press(string Verb, string? Typed, int At = 0) : Step;
}

/// <summary>A conversation that is held on every channel.</summary>
internal sealed record Conversation(string Name, params Step[] Steps)
{
    public override string ToString() => Name;
}

/// <summary>The thirty conversations.</summary>
internal static class Conversations
{
    public static IReadOnlyList<Conversation> All { get; } =
    [
        Talk("an answer in English", "customer says ATM gave fake notes"),
        Talk("an answer in Chinese", "客户说取款机吐了假钞怎么办"),
        Talk("an answer in Traditional Chinese", "客戶說提款機吐了假鈔怎麼辦"),
        Talk("what to say", "customer says ATM gave fake notes", "what exactly do I say"),
        Talk("what to do", "cheque filled in wrong", "what do I do"),
        Talk("what not to say", "customer says ATM gave fake notes", "what must I not say"),
        Talk("whom to tell", "customer says ATM gave fake notes", "who do I tell"),
        Talk("why", "customer says ATM gave fake notes", "why"),
        Talk("and if he refuses", "customer says ATM gave fake notes", "and if he refuses?"),
        Talk("说什么", "客户说取款机吐了假钞怎么办", "具体怎么说"),
        Talk("为什么", "吞卡了", "为什么"),
        Talk("交给谁", "客户说取款机吐了假钞怎么办", "找谁"),
        Talk("為什麼", "客戶說提款機吐了假鈔怎麼辦", "為什麼"),
        Talk("换成中文", "customer says ATM gave fake notes", "换成中文"),
        Talk("in English", "客户说取款机吐了假钞怎么办", "in English"),
        Talk("a choice in Chinese, and its number", "客户生气", "2"),
        Talk("a choice in English, and its number", "elderly customer wants to transfer money to a stranger", "1"),
        Talk("a number that is not there", "客户生气", "9"),
        Talk("nothing fits in English", "zebra stripes on the moon"),
        Talk("nothing fits in Chinese", "月亮上的斑马条纹"),
        Talk("a redirect in English", "what is the deposit rate today"),
        Talk("a redirect in Chinese", "请假找谁"),
        Talk("an alert above a card", "customer threatens me"),
        Talk("an alert above a card in Chinese", "记者来采访"),
        Talk("an alert without a card", "a man says he will kill himself in the lobby"),
        Talk("the next question", "吞卡了", "customer threatens me", "why"),
        Talk("nothing is open", "what exactly do I say"),
        new("translated by button", new Step.Say("customer says ATM gave fake notes"), new Step.Press("translate", "换成中文")),
        new("picked by button", new Step.Say("客户生气"), new Step.Press("show", "2", At: 1), new Step.Say("为什么")),
        new("the whole procedure, and not helpful", new Step.Say("cheque filled in wrong"), new Step.Press("full", null), new Step.Press("unhelpful", null)),
    ];

    private static Conversation Talk(string name, params string[] texts) => new(name, [.. texts.Select(text => new Step.Say(text))]);
}
