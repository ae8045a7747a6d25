using CoachBot.Core.Language;
using CoachBot.Core.Search.Keyword;
using Xunit;

namespace CoachBot.Tests.Search.Keyword;

public sealed class KeywordQueryParserTests
{
    [Theory]
    [InlineData("", "")]
    [InlineData("   \t\n", "")]
    [InlineData("atm cash", "atm cash")]
    [InlineData("atm AND cash", "atm cash")]
    [InlineData("atm, cash; queue", "atm cash queue")]
    [InlineData("取款机，假钞。", "取款机 假钞")]
    [InlineData("\"fake notes\" atm", "\"fake notes\" atm")]
    [InlineData("“fake notes”", "\"fake notes\"")]
    [InlineData("＂fake notes＂", "\"fake notes\"")]
    [InlineData("「假钞」『取款机』", "\"假钞\" \"取款机\"")]
    [InlineData("atm\"fake notes\"cash", "atm \"fake notes\" cash")]
    [InlineData("a OR b", "(a OR b)")]
    [InlineData("a OR b OR c d", "(a OR b OR c) d")]
    [InlineData("a b OR c", "a (b OR c)")]
    [InlineData("a | b||c", "(a OR b OR c)")]
    [InlineData("存折｜支票", "(存折 OR 支票)")]
    [InlineData("存折 或 支票", "(存折 OR 支票)")]
    [InlineData("存折 或者 支票", "(存折 OR 支票)")]
    [InlineData("ＡＴＭ ＯＲ cash", "(ＡＴＭ OR cash)")]
    [InlineData("或许", "或许")]
    [InlineData("(a b) OR c", "((a b) OR c)")]
    [InlineData("（a OR b） c", "(a OR b) c")]
    [InlineData("-fraud", "-fraud")]
    [InlineData("－诈骗 现金", "-诈骗 现金")]
    [InlineData("−fraud –cash", "-fraud -cash")]
    [InlineData("--fraud", "-fraud")]
    [InlineData("NOT fraud", "-fraud")]
    [InlineData("cash NOT -fraud", "cash -fraud")]
    [InlineData("不含:假钞 取款机", "-假钞 取款机")]
    [InlineData("不含 假钞", "-假钞")]
    [InlineData("-\"fake notes\"", "-\"fake notes\"")]
    [InlineData("-(a OR b)", "-(a OR b)")]
    [InlineData("after-hours", "after-hours")]
    [InlineData("counter*", "counter*")]
    [InlineData("counter＊", "counter*")]
    [InlineData("50,000", "50,000")]
    [InlineData("10:30", "10 30")]
    [InlineData("客户说：我要投诉", "客户说 我要投诉")]
    [InlineData("role:teller", "role:teller")]
    [InlineData("ROLE:Teller", "role:teller")]
    [InlineData("role：teller", "role:teller")]
    [InlineData("ｒｏｌｅ：ｔｅｌｌｅｒ", "role:teller")]
    [InlineData("role: teller", "role:teller")]
    [InlineData("role:teller,call-agent", "role:teller role:call-agent")]
    [InlineData("角色：柜员、信贷员", "role:teller role:loan-officer")]
    [InlineData("角色:櫃員", "role:teller")]
    [InlineData("role:\"lobby manager\"", "role:lobby-manager")]
    [InlineData("-role:teller", "-role:teller")]
    [InlineData("-(role:teller)", "-role:teller")]
    [InlineData("role:teller OR role:any", "role:teller role:any")]
    [InlineData("tag:atm kind:rule lang:en", "tag:atm kind:rule lang:en")]
    [InlineData("tags:ATM", "tag:atm")]
    [InlineData("tag:\"reward points\"", "tag:reward-points")]
    [InlineData("kind:passage", "kind:passage")]
    [InlineData("语言:繁体", "lang:zh-Hant")]
    [InlineData("verified:是", "verified:yes")]
    [InlineData("状态:草稿 风险:高 领域:银行", "status:draft risk:high domain:bank")]
    [InlineData("(tag:atm 假钞)", "假钞 tag:atm")]
    [InlineData("source:六步 id:atm-* covers:x", "source:六步 id:atm-* covers:x")]
    public void Parse_WellFormed_IsUnderstoodWithoutHints(string text, string understood)
    {
        var query = KeywordQueryParser.Parse(text);

        Assert.Equal(understood, query.ToString());
        Assert.Empty(query.Hints);
    }

    [Theory]
    [InlineData("\"fake notes", "fake notes", KeywordHintKind.UnclosedQuote)]
    [InlineData("fake\"", "fake", KeywordHintKind.UnclosedQuote)]
    [InlineData("「假钞", "假钞", KeywordHintKind.UnclosedQuote)]
    [InlineData("假钞」", "假钞", KeywordHintKind.UnclosedQuote)]
    [InlineData("(a b", "(a b)", KeywordHintKind.StrayBracket)]
    [InlineData("a) b", "a b", KeywordHintKind.StrayBracket)]
    [InlineData(")))a", "a", KeywordHintKind.StrayBracket)]
    [InlineData("OR", "", KeywordHintKind.LoneOperator)]
    [InlineData("a OR", "a", KeywordHintKind.LoneOperator)]
    [InlineData("OR a", "a", KeywordHintKind.LoneOperator)]
    [InlineData("a OR OR b", "(a OR b)", KeywordHintKind.LoneOperator)]
    [InlineData("(a OR) b", "a b", KeywordHintKind.LoneOperator)]
    [InlineData("NOT", "", KeywordHintKind.LoneOperator)]
    [InlineData("a - b", "a b", KeywordHintKind.LoneOperator)]
    [InlineData("a NOT", "a", KeywordHintKind.LoneOperator)]
    [InlineData("cash or cheque", "(cash OR cheque)", KeywordHintKind.SmallOr)]
    [InlineData("foo:bar", "foo bar", KeywordHintKind.UnknownField)]
    [InlineData("rol:teller", "role:teller", KeywordHintKind.FieldReadAs)]
    [InlineData("role:tellr", "role:teller", KeywordHintKind.ValueReadAs)]
    [InlineData("role:cashier a", "a", KeywordHintKind.UnknownValue)]
    [InlineData("kind:", "", KeywordHintKind.MissingValue)]
    [InlineData("a OR kind:rule", "a kind:rule", KeywordHintKind.FilterInOr)]
    [InlineData("co*ter", "co*", KeywordHintKind.StarInside)]
    [InlineData("*feit", "feit", KeywordHintKind.StarInside)]
    [InlineData("😀", "", KeywordHintKind.NothingToFind)]
    [InlineData("\"%%\" a", "a", KeywordHintKind.NothingToFind)]
    public void Parse_NotQuiteRight_IsTakenSensiblyAndSaid(string text, string understood, KeywordHintKind hint)
    {
        var query = KeywordQueryParser.Parse(text);

        Assert.Equal(understood, query.ToString());
        Assert.Equal([hint], query.Hints.Select(said => said.Kind));
    }

    [Theory]
    [InlineData("假钞", AnswerLanguage.Zh)]
    [InlineData("假鈔 ATM", AnswerLanguage.ZhHant)]
    [InlineData("fake notes", AnswerLanguage.En)]
    [InlineData("role:teller 假钞", AnswerLanguage.Zh)]
    [InlineData("角色:柜员", AnswerLanguage.Zh)]
    [InlineData("role:teller", AnswerLanguage.En)]
    [InlineData("lang:en 假钞", AnswerLanguage.En)]
    [InlineData("lang:zh fake", AnswerLanguage.Zh)]
    [InlineData("lang:zh-Hant fake", AnswerLanguage.ZhHant)]
    [InlineData("lang:zh,en fake", AnswerLanguage.En)]
    public void Parse_Language_IsThatOfTheWordsUnlessChosen(string text, AnswerLanguage expected) =>
        Assert.Equal(expected, KeywordQueryParser.Parse(text).Language);

    [Fact]
    public void Parse_UnknownValue_NamesTheAllowedOnesInBothLanguages()
    {
        var hint = Assert.Single(KeywordQueryParser.Parse("role:cashier").Hints);

        Assert.Contains("lobby-manager, teller, personal-banker", hint.In(AnswerLanguage.En), StringComparison.Ordinal);
        Assert.Contains("可用：lobby-manager", hint.In(AnswerLanguage.Zh), StringComparison.Ordinal);
        Assert.Contains("該條件已忽略", hint.In(AnswerLanguage.ZhHant), StringComparison.Ordinal);
    }

    [Fact]
    public void In_EveryHint_HasASentenceInEachLanguage()
    {
        foreach (var hint in Enum.GetValues<KeywordHintKind>().Select(kind => new KeywordHint(kind, ["a", "b", "c"])))
        {
            Assert.NotEqual(hint.In(AnswerLanguage.En), hint.In(AnswerLanguage.Zh));
        }
    }

    [Fact]
    public void Allowed_ClosedFields_AreThoseOfTheCaseFormat()
    {
        foreach (var field in Enum.GetValues<KeywordField>().Where(field => field.Allowed().Count > 0))
        {
            Assert.Equal(KeywordFields.FormatCodes(field).Order(), field.Allowed().Order());
        }
    }

    [Fact]
    public void Parse_BeyondTheBounds_ReadsUpToThem()
    {
        var query = KeywordQueryParser.Parse(string.Concat(Enumerable.Repeat("word ", 300_000)), page: -3, pageSize: 1_000);

        Assert.Equal(KeywordQueryParser.MostWords, query.Clauses.Count);
        Assert.Equal([KeywordHintKind.TooLong, KeywordHintKind.TooManyWords], query.Hints.Select(hint => hint.Kind));
        Assert.Equal((1, KeywordQueryParser.MostPageSize), (query.Page, query.PageSize));
    }
}
