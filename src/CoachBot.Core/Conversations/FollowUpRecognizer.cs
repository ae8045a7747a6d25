using System.Globalization;
using System.Text.RegularExpressions;
using CoachBot.Core.Knowledge;
using CoachBot.Core.Language;

namespace CoachBot.Core.Conversations;

/// <summary>
/// Tells a follow-up from a new question: a message is a follow-up when nothing is left of it after one known phrase and
/// the words that carry nothing are taken away.
/// </summary>
internal sealed partial class FollowUpRecognizer
{
    private const int LongestFollowUp = 80;
    private const int LongestContinuation = 60;
    private readonly List<(string Aim, List<string> Phrases)> _aims;
    private readonly List<string> _fillers;

    public FollowUpRecognizer(IReadOnlyList<FollowUpPhrases> phrases)
    {
        _aims = phrases.Where(row => row.Aim != FollowUpAims.Filler).Select(row => (row.Aim, Longest(row.Phrases))).ToList();
        _fillers = Longest(phrases.Where(row => row.Aim == FollowUpAims.Filler).SelectMany(row => row.Phrases));
    }

    /// <summary>The follow-up that a message is, or null for a question of its own.</summary>
    public FollowUp? Recognize(string message)
    {
        var text = Plain(message);
        if (text.Length is 0 or > LongestFollowUp)
        {
            return null;
        }

        if (Number(text) is { } number)
        {
            return new FollowUp.Pick(number);
        }

        var aim = _aims.Find(row => row.Phrases.Exists(phrase => Rest(text, phrase) is { } rest && IsNothing(rest))).Aim;
        return aim switch
        {
            null => text.Length <= LongestContinuation && Continuation().IsMatch(text) ? new FollowUp.Continue() : null,
            FollowUpAims.InEnglish => new FollowUp.Translate(AnswerLanguage.En),
            FollowUpAims.InChinese => new FollowUp.Translate(AnswerLanguage.Zh),
            FollowUpAims.InTraditional => new FollowUp.Translate(AnswerLanguage.ZhHant),
            _ => new FollowUp.Ask(aim),
        };
    }

    private static int? Number(string text)
    {
        var match = NumberPattern().Match(text);
        if (!match.Success)
        {
            return null;
        }

        var word = match.Groups["n"].Value;
        var at = Array.FindIndex(Numerals, numerals => numerals.Contains(word));
        return at >= 0 ? at + 1 : int.TryParse(word, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;
    }

    private static readonly string[][] Numerals =
    [
        ["一", "①", "first", "one"], ["二", "②", "second", "two"], ["三", "③", "third", "three"],
        ["四", "④", "fourth", "four"], ["五", "⑤", "fifth", "five"],
    ];

    [GeneratedRegex("^(?:选|选择|第|the|no|number|option|case|#| )*(?<n>[1-9]|[一二三四五①②③④⑤]|first|second|third|fourth|fifth|one|two|three|four|five)(?:个|号|条|种|项|吧|那个|one|please|st|nd|rd|th| )*$")]
    private static partial Regex NumberPattern();

    [GeneratedRegex("^(?:and |but |so |then )?(?:if|what if|what about|how about|and when) |^(?:那|那么|但|但是|然后)?(?:如果|要是|假如|万一|若)|^(?:那|那么)他|^(?:那|那么)她")]
    private static partial Regex Continuation();

    private bool IsNothing(string rest)
    {
        foreach (var filler in _fillers)
        {
            while (Rest(rest, filler) is { } shorter)
            {
                rest = shorter;
            }
        }

        return string.IsNullOrWhiteSpace(rest);
    }

    // The text without the phrase, or null when it does not stand there; Latin phrases only as whole words.
    private static string? Rest(string text, string phrase)
    {
        for (var at = text.IndexOf(phrase, StringComparison.Ordinal); at >= 0; at = text.IndexOf(phrase, at + 1, StringComparison.Ordinal))
        {
            if (IsWhole(text, at, phrase.Length))
            {
                return text.Remove(at, phrase.Length).Insert(at, " ");
            }
        }

        return null;
    }

    private static bool IsWhole(string text, int at, int length) =>
        (at == 0 || !char.IsAsciiLetterOrDigit(text[at]) || !char.IsAsciiLetterOrDigit(text[at - 1]))
        && (at + length == text.Length || !char.IsAsciiLetterOrDigit(text[at + length - 1]) || !char.IsAsciiLetterOrDigit(text[at + length]));

    private static List<string> Longest(IEnumerable<string> phrases) =>
        phrases.Select(Plain).Where(phrase => phrase.Length > 0).Distinct().OrderByDescending(phrase => phrase.Length).ToList();

    private static string Plain(string text) => Marks().Replace(TextFolding.Fold(text), " ").Trim();

    [GeneratedRegex("[\\p{P}\\p{S}\\s-[#①②③④⑤']]+")]
    private static partial Regex Marks();
}
