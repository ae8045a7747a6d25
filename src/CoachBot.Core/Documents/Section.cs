using CoachBot.Core.Documents.Cleaning;

namespace CoachBot.Core.Documents;

/// <summary>What stands under one heading.</summary>
/// <param name="Heading">The heading; with those above it that have no text of their own.</param>
/// <param name="Page">Where it begins.</param>
/// <param name="Blocks">Its text.</param>
internal sealed record Section(string Heading, int? Page, IReadOnlyList<Block> Blocks)
{
    private const int MostHeading = 120;

    /// <summary>The sections of a document, cleaned and in order.</summary>
    public static IEnumerable<Section> Of(Document document)
    {
        var blocks = TornLines.Join(CleanBlocks(document.Blocks));
        var isHeading = HeadingRules.Mark(blocks);
        var headings = new List<string>();
        var body = new List<Block>();
        for (var i = 0; i < blocks.Count; i++)
        {
            var isBreak = blocks[i].Text == GluedLines.Break;
            if (!isHeading[i] && !isBreak)
            {
                body.Add(blocks[i]);
                continue;
            }

            if (IsRepeated(blocks[i].Text, headings, body))
            {
                continue;
            }

            if (body.Count > 0 || (headings.Count > 0 && (isBreak || !IsBelow(blocks[i]))))
            {
                yield return Closed(headings, body);
                headings = [];
                body = [];
            }

            if (!isBreak)
            {
                headings.Add(blocks[i].Text);
            }
        }

        if (body.Count > 0 || headings.Count > 0)
        {
            yield return Closed(headings, body);
        }
    }

    private static IEnumerable<Block> CleanBlocks(IReadOnlyList<Block> blocks)
    {
        var running = PageFurniture.Running(blocks);
        var lines = blocks
            .Where(block => !running.Contains(RunningLines.FormOf(block.Text)))
            .SelectMany(block => PlainText.Lines(block.Text).Select(text => block with { Text = text }))
            .ToList();
        var broken = BrokenMarks.Show(lines.ConvertAll(line => line.Text));
        return lines
            .SelectMany(line => broken ? Items(line, BrokenMarks.Mend(line.Text).ToList()) : [line])
            .SelectMany(Unglued)
            .Select(line => line with { Text = PageFurniture.Strip(line.Text) })
            .Where(line => line.Text.Length > 0);
    }

    private static IEnumerable<Block> Unglued(Block line)
    {
        var wholeFile = GluedLines.IsWholeFile(line.Text);
        return line.Kind == BlockKind.TableRow
            ? [line]
            : Items(line, GluedLines.Items(line.Text)).SelectMany(item => GluedLines.Split(item.Text, wholeFile).Select(text => item with { Text = text }));
    }

    // What bullets hold apart are items of a list or lines of a scene, and no titles, however short.
    private static IEnumerable<Block> Items(Block block, IReadOnlyList<string> texts)
    {
        var beginsAsItem = block.Kind == BlockKind.Paragraph && GluedLines.IsItem(block.Text);
        return texts.Select((text, index) => block with
        {
            Text = text,
            Kind = beginsAsItem || (index > 0 && block.Kind != BlockKind.TableRow) ? BlockKind.ListItem : block.Kind,
        });
    }

    // Under a title stands a numbered or a styled heading; another plain title begins another article.
    private static bool IsBelow(Block heading) => heading.Kind == BlockKind.Heading || HeadingRules.IsNumbered(heading.Text);

    // Sites print a title two and three times; a scene's name comes back over its discussion.
    private static bool IsRepeated(string heading, List<string> headings, List<Block> body) =>
        headings.Contains(heading) && (body.Count == 0 || HeadingRules.IsNumbered(heading));

    private static Section Closed(List<string> headings, List<Block> body)
    {
        var heading = string.Join(" / ", headings);
        return body.Count > 0
            ? new Section(heading.Length > MostHeading ? headings[^1] : heading, body[0].Page, body)
            : new Section(headings[^1], null, headings.ConvertAll(text => new Block(BlockKind.Heading, text)));
    }
}
