using CoachBot.Core.Drafting;
using CoachBot.Core.Knowledge;
using CoachBot.Core.Language;

namespace CoachBot.TestSupport;

/// <summary>Objects in one line, when only one of their fields matters; the rest is filled in and valid.</summary>
public static class Some
{
    /// <summary>A published case of low risk.</summary>
    public static Case Case(string id = "card-swallowed", Face? zh = null, Face? en = null, CaseRisk risk = CaseRisk.Low) => new()
    {
        Id = id,
        Kind = CaseKind.Case,
        Published = true,
        Roles = ["teller"],
        Domain = "bank",
        Tags = [id.Split('-')[0]],
        Covers = [id],
        Risk = risk,
        Zh = zh ?? Face("取款机吞卡", "客户的卡被机器吞了", "卡被吞了怎么办"),
        En = en ?? Face("The machine swallowed the card", "The cash machine kept the customer's card.", "card swallowed what now"),
        Sources = [new SourceReference("handbook", "3.2")],
        Review = new Review("training", null, new DateOnly(2027, 5, 31)),
    };

    /// <summary>A face with two sentences, two steps and something to avoid.</summary>
    public static Face Face(string title, string situation, params string[] asks) => new()
    {
        Title = title,
        Cue = title + "!",
        Situation = situation,
        Asks = asks,
        Say = [title + " 1", title + " 2"],
        Do = [situation + " 1", situation + " 2"],
        Avoid = [new Avoidance("?? " + title, ">> " + title, null)],
        Why = situation,
        Tip = title + ".",
    };

    /// <summary>Questions of two hands for one case or redirect.</summary>
    public static Alternates Alternates(string id, string[] zh, string[] en)
    {
        return new Alternates(id, [new("a", Half(zh, 0), Half(en, 0)), new("b", Half(zh, 1), Half(en, 1))]);

        static List<string> Half(string[] texts, int which) => texts.Where((_, at) => at % 2 == which).ToList();
    }

    /// <summary>A topic that is no coaching matter.</summary>
    public static Redirect Redirect(string id = "it-trouble", string to = "it-helpdesk") => new(
        id,
        to,
        new RedirectFace("电脑故障", "电脑故障不属于辅导内容，请向科技服务台报修。", ["系统登录不了", "打印机坏了找谁"]),
        new RedirectFace("Computer trouble", "Computers are not a coaching matter; ask the help desk.", ["cannot log in to the system", "who mends the printer"]));

    /// <summary>A risk signal that the given triggers raise.</summary>
    public static RiskSignal Signal(string id, string[] triggers, params string[] unless) =>
        new(id, "branch-manager", id + "：立即告诉负责人。", id + ": tell the manager at once.", triggers, unless);

    /// <summary>A card with every part filled.</summary>
    public static CounterCard Card(AnswerLanguage language = AnswerLanguage.En) => new()
    {
        Id = "card-swallowed",
        Language = language,
        Title = "the title",
        Situation = "the situation",
        Say = [new CardLine("say one", false), new CardLine("say two", false)],
        Do = [new CardLine("do one", false), new CardLine("do two", false)],
        Avoid = [new CardAvoidance("dont one", "instead one", null, false), new CardAvoidance("dont two", null, "because two", false)],
        Escalate = [new CardEscalation("when one", "the manager", "at once", false)],
        Why = "the point",
        Sources = ["Handbook: 3.2"],
        Verification = "Not yet verified",
    };

    /// <summary>The small pack that most tests answer from: four published cases, one draft, two redirects, two hands.</summary>
    public static KnowledgePack Pack() => new()
    {
        Cases = [FakeNotes(), CardSwallowed(), QueueJumper(), Filming(), Draft()],
        Alternates =
        [
            Alternates(
                "atm-fake-notes",
                ["客户说取款机吐了假钞", "他拿两张号码相同的票子来闹", "机器出假币客户要赔偿", "客人讲柜员机畀假钞", "钞票是假的说是我们机器取的", "验钞机过不了他就骂"],
                ["customer says atm gave fake notes", "two notes with the same number from our machine", "counterfeit money from the cashpoint", "he wants compensation for fake bills", "bogus banknotes dispensed", "his notes fail the counting machine"]),
            Alternates(
                "card-swallowed",
                ["取款机吞卡客户很急", "卡卡在机器里拿不出来", "外地人的卡被吞了要赶火车", "吞卡以后多久能取回", "机器不退卡怎么办", "他行的卡给吞了"],
                ["atm swallowed the card", "machine kept her card", "card stuck in the atm and he has a train to catch", "when does he get the swallowed card back", "card retained by the machine", "card of another bank captured"]),
            Alternates(
                "queue-jumper",
                ["有人插队后面的人骂起来", "熟人不想排队要先办", "客户要我给他插个队", "不取号直接冲到窗口", "排在后面的人喊不公平", "朋友叫我先给他办"],
                ["someone jumped the queue", "friend wants to be served first", "he pushes to the front of the line", "people shout that it is unfair", "customer without a ticket at the window", "jumping the line and others complain"]),
            Alternates(
                "filmed-in-lobby",
                ["客户举着手机对着我拍", "大厅里有人录视频", "他说要把录像发到网上", "有人在直播我们柜台", "能不能不让他录", "顾客拍我的工牌"],
                ["customer is filming me with a phone", "someone records a video in the lobby", "he will post the clip online", "live streaming our counter", "can I ask him to stop recording", "she takes a picture of my badge"]),
            Alternates(
                "flooded-vault",
                ["金库漏水怎么办", "库房进水了"],
                ["water in the vault", "the vault is flooded"]),
            Alternates(
                "it-trouble",
                ["电脑开不了机", "密码被锁登录不上系统", "网络断了报给谁", "显示器黑屏"],
                ["my computer does not start", "password locked cannot log in", "the network is down whom to call", "my screen is black"]),
        ],
        Redirects = [Redirect(), Leave()],
        Glossary =
        [
            new Concept(["取款机", "柜员机", "提款机"], ["atm", "cash machine", "cashpoint"]),
            new Concept(["假钞", "假币", "伪钞"], ["fake notes", "counterfeit", "bogus banknote", "fake bill"]),
            new Concept(["吞卡", "不退卡"], ["swallow the card", "keep the card", "captured card"]),
            new Concept(["插队", "加塞"], ["jump the queue", "cut in line", "queue jumper"]),
        ],
        Signals =
        [
            Signal("media", ["记者", "电视台", "发+网上", "reporter", "go to the media", "post+online"], "记者节"),
            Signal("filming", ["对着+拍", "录视频", "film+me", "filming", "live stream"], "dont film", "别拍"),
        ],
        SignalExamples = [],
        Outside = [new("今天天气怎么样"), new("讲个笑话"), new("红烧肉怎么做"), new("what is the weather today"), new("tell me a joke"), new("how to cook noodles")],
        FollowUps =
        [
            new(FollowUpAims.Say, ["what do i say", "wording", "怎么说", "话术"]),
            new(FollowUpAims.Do, ["what do i do", "the steps", "怎么做", "步骤"]),
            new(FollowUpAims.Avoid, ["what not to say", "不能说什么"]),
            new(FollowUpAims.HandOver, ["who do i tell", "who do i call", "找谁", "告诉谁"]),
            new(FollowUpAims.Why, ["why", "为什么"]),
            new(FollowUpAims.Refused, ["he still refuses", "he does not agree", "他不同意", "他还是不肯"]),
            new(FollowUpAims.Whole, ["show the card again", "再看一遍"]),
            new(FollowUpAims.Others, ["the others", "other cases", "其他案例", "不是这个"]),
            new(FollowUpAims.InEnglish, ["in english", "english", "英文"]),
            new(FollowUpAims.InChinese, ["in chinese", "chinese", "中文", "简体"]),
            new(FollowUpAims.InTraditional, ["in traditional", "traditional chinese", "繁体", "繁体中文"]),
            new(FollowUpAims.Filler, ["please", "and", "then", "ok", "请", "那", "那么", "呢", "啊", "应该"]),
        ],
        People = new Dictionary<string, Person>
        {
            ["branch-manager"] = new("网点负责人", "branch manager", "8001"),
            ["press-office"] = new("新闻宣传部门", "press office", null),
            ["it-helpdesk"] = new("科技服务台", "IT help desk", null),
            ["human-resources"] = new("人力资源部", "human resources", null),
            ["training"] = new("培训部", "training", null),
        },
        Documents = new Dictionary<string, Titles> { ["handbook"] = new("柜台手册", "Counter handbook") },
        Passages = [],
        Fingerprint = "some-pack",
    };

    private static Case FakeNotes() => Case("atm-fake-notes", risk: CaseRisk.High) with
    {
        Zh = new Face
        {
            Title = "客户称取款机付了假钞",
            Cue = "客户说机器吐出假钞，要求赔偿",
            Situation = "客户拿着两张号码相同的钞票，说是本行取款机取出来的假钞。",
            Asks = ["客户说我们的取款机吐出假钱", "两张一样号码的钞票说是取款机取的"],
            Say = ["遇到这种事谁都会着急，我陪您到里面坐下慢慢说。", "取款都有录像，我陪您一起看。"],
            Do = ["把客户引离大厅。", "钞票过点钞机。", "一起看录像。"],
            Avoid = [new("「不可能是我们机器出的。」", "先安抚，再查", null), new("赔钱了事", null, "查清再谈")],
            Escalate = [new("客户扬言找媒体", "press-office", "立即"), new("安抚不住", "branch-manager", "立即")],
            Why = "查明之前既不认错也不否认。",
            Tip = "客户说取款机出假钞，先安抚再验钞、看录像。",
        },
        En = new Face
        {
            Title = "Customer says the ATM paid out fake notes",
            Cue = "the customer blames our machine for fake notes",
            Situation = "A customer shows two notes with the same number and says our cash machine paid out fake notes.",
            Asks = ["customer says our ATM dispensed fake money", "two notes with the same serial number from our machine"],
            Say = ["Anybody would be upset by this. Please come inside and tell me the whole story.", "The withdrawal is on video; let us watch it together."],
            Do = ["Lead the customer out of the hall.", "Put the notes through the counting machine.", "Watch the video together."],
            Avoid = [new("“It cannot be our machine.”", "Calm first, then check", null), new("Paying to keep the peace", null, "Check first")],
            Escalate = [new("The customer threatens to go to the media", "press-office", "at once"), new("He cannot be calmed", "branch-manager", "at once")],
            Why = "Until the facts are clear neither admit nor deny.",
            Tip = "When fake notes are blamed on our ATM: calm, test the notes, watch the video.",
        },
        Example = true,
        House = ["say", "do.3", "escalate.1.within"],
        Related = ["card-swallowed"],
    };

    private static Case CardSwallowed() => Case();

    private static Case QueueJumper() => Case(
        "queue-jumper",
        Face("有人插队", "一位客户不取号，插队到窗口，后面的人不满。", "客户插队怎么办", "熟人要先办业务"),
        Face("Somebody jumps the queue", "A customer pushes to the window without a ticket and the others complain.", "what if a customer jumps the queue", "a friend wants to be served first"));

    private static Case Filming() => Case(
        "filmed-in-lobby",
        Face("客户在大厅拍摄", "客户拿手机对着柜台录视频，说要发到网上。", "客户拍我怎么办", "有人在大厅录视频"),
        Face("A customer films in the lobby", "A customer holds up a phone, records the counter and says the video goes online.", "customer is filming the counter", "someone records us in the lobby"));

    private static Case Draft() => Case(
        "flooded-vault",
        Face("金库进水", "夜里下雨，金库漏水。", "金库漏水怎么办"),
        Face("Water in the vault", "It rained at night and the vault is flooded.", "the vault is flooded")) with { Published = false };

    private static Redirect Leave() => new(
        "leave-and-shifts",
        "human-resources",
        new RedirectFace("请假和排班", "请假和排班不属于辅导内容，请问人力资源部。", ["年假还剩几天", "怎么调班"]),
        new RedirectFace("Leave and shifts", "Leave is not a coaching matter; ask human resources.", ["how many days of annual leave are left", "how to swap a shift"]));
}
