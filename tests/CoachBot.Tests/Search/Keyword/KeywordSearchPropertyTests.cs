using System.Diagnostics;
using CoachBot.Core.Language;
using CoachBot.Core.Search.Keyword;
using CoachBot.Infrastructure.Search.Keyword;
using CsCheck;
using Xunit;

namespace CoachBot.Tests.Search.Keyword;

[Collection(TimedTests.Name)]
public sealed class KeywordSearchPropertyTests
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(2);

    private static readonly KeywordPassage Chapter = new(
        "chapter#1", "chapter", null, 1, string.Concat(Enumerable.Repeat("客户😀投诉 ATM, the customer's card—", 2_000)), AnswerLanguage.Zh);

    private static readonly LuceneKeywordSearch Search = new(FirstPack.Pack, [Chapter]);

    private static readonly Gen<string> AnyText = Gen.Char.Array[0, 60].Select(characters => new string(characters));

    private static readonly string[] Pieces =
    [
        "\"", "“", "”", "「", "」", "(", ")", "（", "）", " ", " ", " ", "-", "－", "|", "OR", "或", "NOT", "AND", "or", "*", ":", "：", ",", "、",
        "role:", "tag:", "lang:en", "lang:zh-Hant", "kind:", "id:atm-*", "角色：", "不含:", "teller", "柜员", "atm", "假钞", "客户投诉", "取款机假钞",
        "counter*", "the", "customer", "50,000", "\uD83D", "\uDE00", "😀", "\0", "é", "客", "*", "don't", "first-contact",
    ];

    private static readonly Gen<string> Soup = Gen.Int[0, Pieces.Length - 1].Array[0, 40]
        .Select(picks => string.Concat(picks.Select(pick => Pieces[pick])));

    [Fact]
    public void Search_AnyUnicode_AnswersInOrder() => AnyText.Sample(Check, iter: 1_500, threads: 1);

    [Fact]
    public void Search_SyntaxSoup_AnswersInOrder() => Soup.Sample(Check, iter: 1_500, threads: 1);

    [Fact]
    public void Search_SoupWithinAnyPage_AnswersInOrder() =>
        Gen.Select(Soup, Gen.Int, Gen.Int).Sample((text, page, size) => Check(KeywordQueryParser.Parse(text, page, size)), iter: 300, threads: 1);

    [Theory]
    [InlineData("投")]
    [InlineData("客户投诉")]
    [InlineData("取款机假钞")]
    [InlineData("a")]
    [InlineData("a假")]
    [InlineData("a-")]
    [InlineData("customer ")]
    [InlineData("c* ")]
    [InlineData("(")]
    [InlineData("-(")]
    [InlineData("\"")]
    [InlineData("- ")]
    [InlineData("OR ")]
    [InlineData("a OR ")]
    [InlineData("NOT ")]
    [InlineData("role:teller ")]
    [InlineData("tag:a,")]
    [InlineData("id:a* ")]
    [InlineData("\uD83D")]
    [InlineData("*")]
    [InlineData("foo:")]
    public void Search_AMegabyteOf_AnswersInTime(string piece)
    {
        Search.Search(KeywordQueryParser.Parse("warm up"));
        Check(string.Concat(Enumerable.Repeat(piece, 1_000_000 / piece.Length)));
    }

    [Fact]
    public void Search_QueryMadeByHand_IsBoundedToo()
    {
        KeywordClause deep = new KeywordClause.Word(string.Concat(Enumerable.Repeat("a假", 5_000)));
        deep = new KeywordClause.Not(new KeywordClause.Any([deep, new KeywordClause.Phrase(new string('客', 50_000)), new KeywordClause.Word("")]));

        Check(new KeywordQuery { Clauses = [deep], Page = int.MaxValue, PageSize = int.MinValue });
    }

    private static void Check(string text) => Check(KeywordQueryParser.Parse(text));

    private static void Check(KeywordQuery query)
    {
        var watch = Stopwatch.StartNew();
        var results = Search.Search(query);
        Assert.True(watch.Elapsed < Patience, $"{watch.Elapsed} for {query}");

        Assert.True(results.Page >= 1 && results.Pages >= 1 && results.Total >= results.Hits.Count);
        Assert.All(results.Hints, hint => Assert.InRange(hint.In(query.Language).Length, 1, 800));
        foreach (var hit in results.Hits)
        {
            AssertInside(hit.Title, hit.TitleRanges);
            Assert.InRange(hit.Fragments.Count, 1, 3);
            foreach (var fragment in hit.Fragments)
            {
                AssertInside(fragment.Text, fragment.Ranges);
                Assert.False(char.IsLowSurrogate(fragment.Text[0]) || char.IsHighSurrogate(fragment.Text[^1]));
            }
        }
    }

    private static void AssertInside(string text, IReadOnlyList<TextRange> ranges)
    {
        var end = 0;
        foreach (var range in ranges)
        {
            Assert.True(range.Length > 0 && range.Start >= end && range.End <= text.Length);
            end = range.End;
        }
    }
}
