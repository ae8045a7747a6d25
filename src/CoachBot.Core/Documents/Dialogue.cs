using System.Text.RegularExpressions;

namespace CoachBot.Core.Documents;

/// <summary>Who speaks in a line of a scene.</summary>
internal enum Speaker
{
    /// <summary>Nobody: the scene is told.</summary>
    Narrator,

    /// <summary>The customer.</summary>
    Customer,

    /// <summary>Somebody of the house.</summary>
    Staff,

    /// <summary>Somebody called by a name that does not say which side.</summary>
    Unknown,
}

/// <summary>One line of a scene.</summary>
/// <param name="Speaker">Who speaks.</param>
/// <param name="Name">The speaker as the document calls them; empty for the narrator.</param>
/// <param name="Text">What is said or told.</param>
internal sealed record Utterance(Speaker Speaker, string Name, string Text);

/// <summary>Reads lines such as 柜员:“您好!” and finds out which side speaks.</summary>
internal static partial class Dialogue
{
    /// <summary>Whether a line is spoken.</summary>
    public static bool IsLine(string line) => Parse(line).Speaker != Speaker.Narrator;

    /// <summary>The lines with every speaker on a side, as far as the scene tells.</summary>
    public static IReadOnlyList<Utterance> Read(IEnumerable<string> lines)
    {
        var told = lines.ToList();
        var parsed = told.ConvertAll(Parse);
        if (parsed.Count(line => line.Speaker != Speaker.Narrator) < 2 && !told.Exists(Spoken().IsMatch))
        {
            // 「群访客户:3人以上」 is a label; a talk without quotation marks has at least two lines.
            return told.ConvertAll(line => new Utterance(Speaker.Narrator, "", line));
        }

        var unknown = parsed.Where(line => line.Speaker == Speaker.Unknown).Select(line => line.Name).Distinct().ToList();
        if (unknown.Count == 0)
        {
            return parsed;
        }

        var customers = parsed.Exists(line => line.Speaker == Speaker.Customer);
        var staff = parsed.Exists(line => line.Speaker == Speaker.Staff);
        return parsed.ConvertAll(line => line.Speaker == Speaker.Unknown ? line with { Speaker = SideOf(line.Name) } : line);

        // Whoever comes to a counter speaks first, unless the other side is already known.
        Speaker SideOf(string name) => customers ? Speaker.Staff : staff || name == unknown[0] ? Speaker.Customer : Speaker.Staff;
    }

    /// <summary>Whether a told line speaks of what the customer does, and of nobody of the house.</summary>
    public static bool IsAboutCustomer(string line) =>
        CustomerName().IsMatch(line[..Math.Min(line.Length, 6)]) && !StaffName().IsMatch(line);

    private static Utterance Parse(string line)
    {
        if (Spoken().Match(line) is { Success: true } spoken)
        {
            var name = spoken.Groups["who"].Value.Trim();
            return new Utterance(Side(name), name, Unquoted(spoken.Groups["what"].Value));
        }

        if (Unmarked().Match(line) is { Success: true } unmarked && Side(unmarked.Groups["who"].Value) is var side and not Speaker.Unknown)
        {
            return new Utterance(side, unmarked.Groups["who"].Value, unmarked.Groups["what"].Value.Trim());
        }

        return new Utterance(Speaker.Narrator, "", line);
    }

    private static string Unquoted(string text)
    {
        var said = text.Trim();
        return said.EndsWith('”') && !said[..^1].Contains('“') ? said[..^1].Trim() : said.TrimEnd('"').Trim();
    }

    private static Speaker Side(string name) => StaffName().IsMatch(name) ? Speaker.Staff
        : CustomerName().IsMatch(name) ? Speaker.Customer
        : Speaker.Unknown;

    [GeneratedRegex(@"^(?<who>[^:：。!！?？,，;；]{1,24})[:：]\s*[“""]\s*(?<what>.+)$")]
    private static partial Regex Spoken();

    [GeneratedRegex(@"^(?<who>[^:：。!！?？,，;；“”""\s]{1,10})(?<!\d)[:：]\s*(?<what>[^\s“”].*)$")]
    private static partial Regex Unmarked();

    [GeneratedRegex("柜员|柜台|客户经理|大堂|经理|主管|管理员|引导员|员工|保安|服务|客服|热线|领班|主任|行长|职员|店员|^[热柜]$|teller|staff|manager|agent|clerk|guard|employee|officer|banker", RegexOptions.IgnoreCase)]
    private static partial Regex StaffName();

    [GeneratedRegex("客户|顾客|先生|小姐|女士|大爷|大妈|大娘|阿姨|太太|老人|^客$|customer|client|caller|^(?:mr|mrs|ms)\\b", RegexOptions.IgnoreCase)]
    private static partial Regex CustomerName();
}
