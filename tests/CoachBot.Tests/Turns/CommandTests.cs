using CoachBot.Core.Language;
using CoachBot.Core.Turns;
using Xunit;

namespace CoachBot.Tests.Turns;

public sealed class CommandTests : IAsyncDisposable
{
    private readonly TurnHouse _house = new();

    /// <summary>What is typed, and what sort of reply it gives.</summary>
    public static TheoryData<string, Type> Typed => new()
    {
        { "help", typeof(Reply.Help) }, { "Help!", typeof(Reply.Help) }, { "/help", typeof(Reply.Help) }, { "?", typeof(Reply.Help) }, { "hello", typeof(Reply.Help) },
        { "帮助", typeof(Reply.Help) }, { "幫助", typeof(Reply.Help) }, { "／帮助", typeof(Reply.Help) }, { "你好", typeof(Reply.Help) }, { "怎么用？", typeof(Reply.Help) },
        { "language", typeof(Reply.Settings) }, { "language zh-Hant", typeof(Reply.Settings) }, { "Language: English", typeof(Reply.Settings) }, { "answer in chinese", typeof(Reply.Settings) },
        { "语言 中文", typeof(Reply.Settings) }, { "語言 繁體", typeof(Reply.Settings) }, { "请用英文", typeof(Reply.Settings) }, { "/language auto", typeof(Reply.Settings) },
        { "here", typeof(Reply.Settings) }, { "customer is here", typeof(Reply.Settings) }, { "here off", typeof(Reply.Settings) }, { "客户在场", typeof(Reply.Settings) }, { "客戶來了", typeof(Reply.Settings) },
        { "search fake notes", typeof(Reply.Found) }, { "搜索 假钞", typeof(Reply.Found) }, { "搜索假钞", typeof(Reply.Found) }, { "/search", typeof(Reply.Found) }, { "搜尋", typeof(Reply.Answered) },
        { "tip", typeof(Reply.Tip) }, { "每日一言", typeof(Reply.Tip) }, { "今日一言", typeof(Reply.Tip) }, { "tip of the day", typeof(Reply.Tip) },
        { "practise", typeof(Reply.Notice) }, { "练习", typeof(Reply.Notice) },
        { "settings", typeof(Reply.Settings) }, { "设置", typeof(Reply.Settings) },
        { "new", typeof(Reply.Notice) }, { "/new", typeof(Reply.Notice) }, { "新对话", typeof(Reply.Notice) },
        { "who am I", typeof(Reply.Notice) }, { "我是谁", typeof(Reply.Notice) }, { "thanks!", typeof(Reply.Notice) }, { "谢谢", typeof(Reply.Notice) },
        { "forget me", typeof(Reply.Notice) }, { "忘记我", typeof(Reply.Notice) }, { "/nonsense", typeof(Reply.Notice) },

        // Sentences that begin like a command are questions.
        { "help, a customer is shouting at me", typeof(Reply.Answered) }, { "language barrier with a foreign customer", typeof(Reply.Answered) },
        { "here comes the customer again with his broken card", typeof(Reply.Answered) }, { "客户在场外等了很久", typeof(Reply.Answered) }, { "练习的时候客户来了", typeof(Reply.Answered) },
        { "new customer without an appointment", typeof(Reply.Answered) }, { "找谁投诉", typeof(Reply.Answered) }, { "find out who took her card", typeof(Reply.Answered) },
        { "customer has left his card in the machine", typeof(Reply.Answered) }, { "客户走了又回来骂人", typeof(Reply.Answered) }, { "tip the customer gave me, may I keep it", typeof(Reply.Answered) },
        { "设置密码时客户不愿意", typeof(Reply.Answered) }, { "谢谢都不说一句的客户", typeof(Reply.Answered) }, { "1/2 of the notes are torn", typeof(Reply.Answered) },
    };

    [Theory]
    [MemberData(nameof(Typed))]
    public async Task Said_CommandOrQuestion_IsTakenAsWhatItIs(string text, Type reply) => Assert.IsType(reply, await _house.SayAsync(text));

    [Theory]
    [InlineData("language zh", AnswerLanguage.Zh)]
    [InlineData("语言 英文", AnswerLanguage.En)]
    [InlineData("language traditional", AnswerLanguage.ZhHant)]
    [InlineData("language auto", null)]
    public async Task Language_Named_IsKept(string text, AnswerLanguage? language)
    {
        await _house.SayAsync("language en");
        await _house.SayAsync(text);

        Assert.Equal(language, (await _house.Preferences.ReadAsync(_house.Person, CancellationToken.None)).Language);
    }

    [Theory]
    [InlineData("here off")]
    [InlineData("customer has left")]
    [InlineData("客户走了")]
    public async Task Here_Off_EndsIt(string text)
    {
        await _house.SayAsync("customer is here");
        Assert.True((await _house.Preferences.ReadAsync(_house.Person, CancellationToken.None)).CustomerIsHere);

        await _house.SayAsync(text);

        Assert.False((await _house.Preferences.ReadAsync(_house.Person, CancellationToken.None)).CustomerIsHere);
    }

    [Fact]
    public async Task Search_PageAtTheEnd_IsThatPage()
    {
        var found = Assert.IsType<Reply.Found>(await _house.SayAsync("搜索 客户 第2页"));

        Assert.Equal("客户", found.Query);
        Assert.True(found.Results.Total > 0);
    }

    [Fact]
    public async Task ForgetMe_Confirmed_DeletesAndSaysWhat()
    {
        await _house.SayAsync("fake notes");
        await _house.SayAsync("forget me");
        Assert.Single(_house.Log.Questions);

        var notice = Assert.IsType<Reply.Notice>(await _house.SayAsync("忘记我 确认"));

        Assert.Empty(_house.Log.Questions);
        Assert.Contains("1", notice.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task New_AfterACase_ForgetsIt()
    {
        _house.Fake.Finding(("atm-fake-notes", 0.9));
        await _house.SayAsync("fake notes");
        await _house.SayAsync("新对话");

        Assert.IsType<Reply.Notice>(await _house.SayAsync("why"));
    }

    [Fact]
    public async Task Gaps_ToAnybody_AreRefusedKindly_AndShownToTrainers()
    {
        await _house.SayAsync("a llama in the vault");
        Assert.Contains("training", ((Reply.Notice)await _house.SayAsync("gaps")).Text, StringComparison.Ordinal);

        await using var trained = new TurnHouse(settings: ("Permissions:Trainers:0", "teller-1"));
        await trained.SayAsync("a llama in the vault");
        Assert.Contains("llama", ((Reply.Notice)await trained.SayAsync("gaps")).Text, StringComparison.Ordinal);
        Assert.Contains(((Reply.Help)await trained.SayAsync("help")).Lines, line => line.Usage == "gaps");
        Assert.DoesNotContain(((Reply.Help)await _house.SayAsync("help")).Lines, line => line.Usage == "gaps");
    }

    [Fact]
    public async Task Staff_Named_OthersAreRefused()
    {
        await using var house = new TurnHouse(settings: ("Permissions:Staff:0", "teller-2"));

        Assert.IsType<Reply.Notice>(await house.SayAsync("fake notes"));
        Assert.Empty(house.Log.Questions);
        house.Person = house.Person with { Id = "teller-2" };
        Assert.IsType<Reply.Answered>(await house.SayAsync("fake notes"));
    }

    [Fact]
    public async Task ForgetOther_ByAnAdministrator_DeletesThatPersonsRows()
    {
        await using var house = new TurnHouse(settings: ("Permissions:Administrators:0", "boss"));
        await house.SayAsync("fake notes");
        house.Person = house.Person with { Id = "boss" };

        await house.SayAsync("forget person teller-1");

        Assert.Empty(house.Log.Questions);
    }

    public ValueTask DisposeAsync() => _house.DisposeAsync();
}
