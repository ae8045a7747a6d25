using CoachBot.Core.Documents;
using Xunit;

namespace CoachBot.Tests.Documents;

public sealed class PassageCutterTests
{
    [Fact]
    public void Cut_Deck_OnePassageAScene()
    {
        var passages = Cut(MadeUpText.Deck);

        Assert.Equal(["雨伞架的故事", "情景一:客户在门口滑倒", "情景二:客户嫌号码跳得慢", "第三章雨天值班的安排"], passages.Select(passage => passage.Heading));
        Assert.Equal(["deck#1", "deck#2", "deck#3", "deck#4"], passages.Select(passage => passage.Id));
    }

    [Fact]
    public void Cut_BrokenQuotesAndBullets_AreMended()
    {
        var passage = Assert.Single(Cut("小赵:“请坐。? ? 老郑:“我找?小吴?,他在吗?” ? 小赵:?他马上来。? ? 老郑:“好。?"));

        Assert.Equal("小赵:“请坐。”\n老郑:“我找“小吴”,他在吗?”\n小赵:“他马上来。”\n老郑:“好。”", passage.Text);
    }

    [Fact]
    public void Cut_QuestionMarksOfAnUndamagedText_Stay() =>
        Assert.Equal("你好吗?我很好。要喝水吗?要。", Assert.Single(Cut("你好吗?我很好。要喝水吗?要。")).Text);

    [Fact]
    public void Cut_LongText_IsCutAtSentenceEnds()
    {
        var passages = Cut(string.Concat(Enumerable.Repeat("每天早上先检查门厅,再打开叫号机。", 200)));

        Assert.True(passages.Count > 2);
        Assert.All(passages, passage => Assert.EndsWith("。", passage.Text, StringComparison.Ordinal));
        Assert.Single(passages.Select(passage => passage.Section).Distinct());
    }

    [Fact]
    public void Cut_GluedSlides_LoseTheirNumbers()
    {
        var deck = string.Concat(Enumerable.Range(2, 20).Select(number => $"这一页讲的是门厅里的安排,请在上班前10分钟看一遍{number}"));

        var passages = Cut(deck);

        Assert.Equal(20, passages.Count);
        Assert.All(passages, passage => Assert.Contains("上班前10分钟", passage.Heading + passage.Text, StringComparison.Ordinal));
        Assert.DoesNotContain(passages, passage => passage.Text.Contains("11", StringComparison.Ordinal));
    }

    [Fact]
    public void Cut_HeadersAndFootersOfPages_Vanish()
    {
        var blocks = Enumerable.Range(1, 5).SelectMany(page => new[]
        {
            new Block(BlockKind.Paragraph, "某支行内部培训", page),
            new Block(BlockKind.Paragraph, $"第{page}天要学的是怎样和客户打招呼,怎样请客户坐下。", page),
            new Block(BlockKind.Paragraph, $"- {page} -", page),
        });

        var text = string.Concat(PassageCutter.Cut(new Document("deck", blocks.ToList())).Select(passage => passage.Heading + passage.Text));

        Assert.DoesNotContain("某支行", text, StringComparison.Ordinal);
        Assert.DoesNotContain("- 3 -", text, StringComparison.Ordinal);
        Assert.Contains("第5天", text, StringComparison.Ordinal);
    }

    private static IReadOnlyList<Passage> Cut(params string[] lines) =>
        PassageCutter.Cut(new Document("deck", lines.Select(line => new Block(BlockKind.Paragraph, line)).ToList()));
}
