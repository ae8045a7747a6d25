using System.Globalization;
using CoachBot.Channels.Cards;
using CoachBot.Core.Language;
using CoachBot.Core.Resources;
using CoachBot.Core.Search.Keyword;
using CoachBot.Core.Turns;

namespace CoachBot.Channels.Teams.Cards;

/// <summary>A page of the trainers' search.</summary>
internal static class FoundCard
{
    /// <summary>The card.</summary>
    public static void Write(CardWriter card, Reply.Found reply)
    {
        var results = reply.Results;
        card.Text(
            results.Total == 0 ? CardTexts.Get("FoundNothing", reply.Spoken, reply.Query) : CardTexts.Get("Found", reply.Spoken, results.Total, reply.Query),
            Look.Title);
        if (results.Pages > 1)
        {
            card.After("none").Text(CardTexts.Get("Page", reply.Spoken, results.Page, results.Pages), Look.Aside);
        }

        foreach (var hint in results.Hints)
        {
            card.After("small").Text(hint.In(reply.Spoken), Look.Aside);
        }

        foreach (var hit in results.Hits)
        {
            Hit(card, hit, reply.Spoken);
        }

        Pages(card, reply);
    }

    /// <summary>A piece of a text with what was searched for marked.</summary>
    public static Run[] Marked(string text, IReadOnlyList<TextRange> ranges, Look look)
    {
        var runs = new List<Run>();
        var at = 0;
        foreach (var range in ranges)
        {
            Add(text[at..range.Start], marked: false);
            Add(text[range.Start..range.End], marked: true);
            at = range.End;
        }

        Add(text[at..], marked: false);
        return [.. runs];

        void Add(string piece, bool marked)
        {
            if (piece.Length > 0)
            {
                runs.Add(new Run(piece, look, marked));
            }
        }
    }

    private static void Hit(CardWriter card, KeywordHit hit, AnswerLanguage language)
    {
        using var box = card.After("medium").Box("emphasis");
        card.Text(Marked(hit.Title, hit.TitleRanges, Look.Strong));
        card.After("none").Text(Tail(hit, language), Look.Aside);
        if (hit.Fragments is [var best, ..])
        {
            card.After("small").Text([
                new Run(best.CutBefore ? "…" : ""), .. Marked(best.Text, best.Ranges, Look.Plain), new Run(best.CutAfter ? "…" : "")]);
        }

        if (hit.Document is null && hit.Published)
        {
            using var buttons = card.After("small").Buttons();
            card.Button(CardButtons.Show(hit.Id, hit.Language));
        }
    }

    private static string Tail(KeywordHit hit, AnswerLanguage language)
    {
        var kind = hit.Document is { } document ? document : CardTexts.Get("Kind." + hit.Kind, language);
        var page = hit.Page is { } number ? string.Create(CultureInfo.InvariantCulture, $" · {number}") : "";
        return kind + page + (hit.Published ? "" : " · " + CardTexts.Get("Draft", language));
    }

    private static void Pages(CardWriter card, Reply.Found reply)
    {
        if (reply.Results.Pages == 1)
        {
            return;
        }

        using var buttons = card.After("medium").Buttons();
        if (reply.Results.Page > 1)
        {
            card.Button(Page("PreviousPage", reply, reply.Results.Page - 1));
        }

        if (reply.Results.Page < reply.Results.Pages)
        {
            card.Button(Page("NextPage", reply, reply.Results.Page + 1));
        }
    }

    private static CardButton Page(string label, Reply.Found reply, int page) => CardButton.Of(
        CardTexts.Get(label, reply.Spoken),
        CardVerbs.Search,
        (CardData.Text, reply.Query),
        (CardData.Page, page.ToString(CultureInfo.InvariantCulture)),
        (CardData.Language, reply.Spoken.Code()));
}
