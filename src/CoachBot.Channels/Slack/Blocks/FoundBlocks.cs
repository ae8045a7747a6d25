using System.Globalization;
using CoachBot.Channels.Cards;
using CoachBot.Core.Language;
using CoachBot.Core.Resources;
using CoachBot.Core.Search.Keyword;
using CoachBot.Core.Turns;

namespace CoachBot.Channels.Slack.Blocks;

/// <summary>A page of the trainers' search.</summary>
internal static class FoundBlocks
{
    private const int LongestFragment = 600;

    // Six characters for each Chinese one within a button's value.
    private const int LongestQuery = 250;

    /// <summary>The blocks, with buttons to the neighbouring pages.</summary>
    public static void Write(BlockWriter blocks, Reply.Found reply)
    {
        Page(blocks, reply.Query, reply.Results, reply.Spoken);
        blocks.Buttons(Pages(reply));
    }

    /// <summary>What was found, without a way to turn the page.</summary>
    public static void Page(BlockWriter blocks, string query, KeywordResults results, AnswerLanguage spoken)
    {
        blocks.Header(results.Total == 0 ? CardTexts.Get("FoundNothing", spoken, query) : CardTexts.Get("Found", spoken, results.Total, query));
        if (results.Pages > 1)
        {
            blocks.Aside(CardTexts.Get("Page", spoken, results.Page, results.Pages));
        }

        foreach (var hint in results.Hints)
        {
            blocks.Aside(hint.In(spoken));
        }

        foreach (var hit in results.Hits)
        {
            Hit(blocks, hit, spoken);
        }
    }

    private static void Hit(BlockWriter blocks, KeywordHit hit, AnswerLanguage spoken)
    {
        var runs = new List<Run> { Run.Strong(hit.Title), Run.Aside("\n" + Tail(hit, spoken)) };
        if (hit.Fragments is [var best, ..])
        {
            runs.Add(new Run(best.CutBefore ? "\n…" : "\n"));
            runs.AddRange(Marked(TextCut.To(best.Text, LongestFragment), best.Ranges));
            runs.Add(new Run(best.CutAfter ? "…" : ""));
        }

        blocks.Text([.. runs]);
        if (hit.Document is null && hit.Published)
        {
            blocks.Buttons(CardButtons.Show(hit.Id, hit.Language));
        }
    }

    /// <summary>A piece of a text with what was searched for in bold.</summary>
    public static IEnumerable<Run> Marked(string text, IReadOnlyList<TextRange> ranges)
    {
        var at = 0;
        foreach (var range in ranges.Where(range => range.End <= text.Length))
        {
            yield return new Run(text[at..range.Start]);
            yield return Run.Strong(text[range.Start..range.End]);
            at = range.End;
        }

        yield return new Run(text[at..]);
    }

    private static string Tail(KeywordHit hit, AnswerLanguage language)
    {
        var kind = hit.Document ?? CardTexts.Get("Kind." + hit.Kind, language);
        var page = hit.Page is { } number ? string.Create(CultureInfo.InvariantCulture, $" · {number}") : "";
        return kind + page + (hit.Published ? "" : " · " + CardTexts.Get("Draft", language));
    }

    private static IEnumerable<CardButton> Pages(Reply.Found reply)
    {
        if (reply.Results.Page > 1)
        {
            yield return Turn("PreviousPage", reply, reply.Results.Page - 1);
        }

        if (reply.Results.Page < reply.Results.Pages)
        {
            yield return Turn("NextPage", reply, reply.Results.Page + 1);
        }
    }

    private static CardButton Turn(string label, Reply.Found reply, int page) => CardButton.Of(
        CardTexts.Get(label, reply.Spoken),
        CardVerbs.Search,
        (CardData.Text, TextCut.To(reply.Query, LongestQuery)),
        (CardData.Page, page.ToString(CultureInfo.InvariantCulture)),
        (CardData.Language, reply.Spoken.Code()));
}
