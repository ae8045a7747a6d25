using System.Text;
using System.Text.RegularExpressions;
using AngleSharp.Dom;
using AngleSharp.Html.Parser;
using CoachBot.Core.Documents;
using Document = CoachBot.Core.Documents.Document;

namespace CoachBot.Infrastructure.Documents;

/// <summary>Reads web pages: what stands in the page's text, not its navigation, header and footer.</summary>
internal sealed partial class HtmlReader : IDocumentReader
{
    // A page nested deeper is no page; a parser needs quadratic time for it.
    private const int DeepestNesting = 400;
    private const int MostCharacters = 4_000_000;
    private const int MarkedBytes = 2_048;

    private static readonly HashSet<string> Silent =
        ["SCRIPT", "STYLE", "NAV", "HEADER", "FOOTER", "ASIDE", "NOSCRIPT", "TEMPLATE", "HEAD", "FORM", "BUTTON", "SELECT", "SVG", "IFRAME"];

    private static readonly HashSet<string> Apart =
        ["P", "DIV", "SECTION", "ARTICLE", "MAIN", "UL", "OL", "DL", "DT", "DD", "TABLE", "TBODY", "THEAD", "BLOCKQUOTE", "PRE", "FIGURE", "FIGCAPTION", "BODY", "HR", "BR", "LI", "TR", "H1", "H2", "H3", "H4", "H5", "H6"];

    /// <inheritdoc />
    public IReadOnlyList<string> Endings { get; } = [".html", ".htm"];

    /// <inheritdoc />
    public DocumentOutcome Read(string name, byte[] content, ReadingPulse pulse)
    {
        if (Decode(content) is not { } text)
        {
            return new DocumentOutcome.Refused(RefusalReason.UnknownEncoding);
        }

        if (text.Length > MostCharacters)
        {
            return new DocumentOutcome.Refused(RefusalReason.TooLarge);
        }

        if (Nesting(text) > DeepestNesting)
        {
            return new DocumentOutcome.Refused(RefusalReason.Broken);
        }

        pulse.Beat();
        var page = new HtmlParser().ParseDocument(text);
        pulse.Beat();
        return page.Body is null
            ? new DocumentOutcome.Refused(RefusalReason.Empty)
            : new DocumentOutcome.Read(new Document(name, new Walk(pulse).Through(page.Body)));
    }

    // What the page says of itself counts only where the bytes do not decide it.
    private static string? Decode(byte[] content)
    {
        var head = Encoding.Latin1.GetString(content, 0, Math.Min(content.Length, MarkedBytes));
        return Charset().Match(head) is { Success: true } said && said.Groups[1].Value.StartsWith("gb", StringComparison.OrdinalIgnoreCase)
            ? CodePagesEncodingProvider.Instance.GetEncoding("gb18030")!.GetString(content)
            : TextDecoding.Decode(content);
    }

    // Elements that close themselves when the next begins are not counted.
    private static int Nesting(string text)
    {
        var (depth, deepest) = (0, 0);
        foreach (var tag in Tag().EnumerateMatches(text))
        {
            depth = Math.Max(0, depth + (text[tag.Index + 1] == '/' ? -1 : 1));
            deepest = Math.Max(deepest, depth);
        }

        return deepest;
    }

    [GeneratedRegex(@"charset\s*=\s*[""']?\s*([a-zA-Z0-9_-]+)")]
    private static partial Regex Charset();

    [GeneratedRegex(@"</?(?!(?:p|li|td|th|tr|dt|dd|option|br|hr|img|input|meta|link|col|area|base|source|wbr|html|head|body|thead|tbody)\b)[a-z]", RegexOptions.IgnoreCase)]
    private static partial Regex Tag();

    private sealed class Walk(ReadingPulse pulse)
    {
        private readonly List<Block> _blocks = [];
        private readonly StringBuilder _text = new();
        private BlockKind _kind = BlockKind.Paragraph;

        public List<Block> Through(IElement body)
        {
            Visit(body);
            Close();
            return _blocks;
        }

        private void Visit(INode node)
        {
            foreach (var child in node.ChildNodes)
            {
                if (child is IText text)
                {
                    _text.Append(Spaces().Replace(text.Data, " "));
                }
                else if (child is IElement element && !Silent.Contains(element.TagName))
                {
                    Enter(element);
                }
            }
        }

        private void Enter(IElement element)
        {
            if (!Apart.Contains(element.TagName))
            {
                Visit(element);
                return;
            }

            Close();
            var outer = _kind;
            _kind = KindOf(element.TagName) ?? _kind;
            if (element.TagName == "TR")
            {
                _text.Append(string.Join(" | ", element.Children.Select(cell => Spaces().Replace(cell.TextContent, " ").Trim())));
            }
            else
            {
                Visit(element);
            }

            Close();
            _kind = outer;
        }

        private void Close()
        {
            var text = _text.ToString().Trim();
            _text.Clear();
            if (text.Length > 0)
            {
                pulse.Beat(text.Length);
                _blocks.Add(new Block(_kind, text));
            }
        }

        private static BlockKind? KindOf(string tag) => tag switch
        {
            ['H', >= '1' and <= '6'] => BlockKind.Heading,
            "LI" => BlockKind.ListItem,
            "TR" => BlockKind.TableRow,
            _ => null,
        };
    }

    [GeneratedRegex(@"\s+")]
    private static partial Regex Spaces();
}
