using System.Globalization;
using CoachBot.Core.Coaching;
using CoachBot.Core.Drafting;
using CoachBot.Core.Language;
using CoachBot.Core.Resources;

namespace CoachBot.Channels.Text;

/// <summary>A counter card as lines of text.</summary>
internal static class CardText
{
    /// <summary>The card, or the part of it that was asked for.</summary>
    public static List<TextLine> Of(CounterCard card, CardPart part)
    {
        var lines = new List<TextLine> { new(TextStyle.Title, "", card.Title) };
        lines.AddRange(part switch
        {
            CardPart.Say => [.. Say(card)],
            CardPart.Do => [.. Do(card)],
            CardPart.Avoid => [.. Avoid(card)],
            CardPart.HandOver => [.. HandOverOrSuperior(card)],
            CardPart.Otherwise => [.. MoreToSay(card), .. HandOverOrSuperior(card)],
            CardPart.Why => [.. Why(card)],
            _ => [.. Situation(card), .. Say(card), .. Do(card), .. Avoid(card), .. HandOver(card), .. Why(card)],
        });
        if (card.HasHouseLines)
        {
            lines.Add(new TextLine(TextStyle.Faint, "", CardTexts.Get("HouseLegend", card.Language)));
        }

        return lines;
    }

    // A card without sentences and steps is an idea: then the situation is the answer.
    private static IEnumerable<TextLine> Situation(CounterCard card)
    {
        if (card.OtherTrade is { } trade)
        {
            yield return new TextLine(TextStyle.Faint, "", CardTexts.Get("OtherTrade", card.Language, trade));
        }

        if (card.Say.Count == 0)
        {
            yield return new TextLine(TextStyle.Plain, "", card.Situation);
        }
    }

    private static IEnumerable<TextLine> Say(CounterCard card) => Section("SayFirst", card, card.Say.Select((line, at) =>
        new TextLine(TextStyle.Say, at == 0 ? "  > " : "    ", Quote(line.Text, card.Language) + House(line.House, card.Language))));

    private static IEnumerable<TextLine> Do(CounterCard card) => Section("Do", card, card.Do.Select((line, at) =>
        new TextLine(TextStyle.Plain, string.Create(CultureInfo.InvariantCulture, $"  {at + 1}. "), line.Text + House(line.House, card.Language))));

    private static IEnumerable<TextLine> Avoid(CounterCard card) => Section("Avoid", card, card.Avoid.SelectMany(item => new[]
    {
        new TextLine(TextStyle.Dont, "  x ", item.Dont + House(item.House, card.Language)),
        item.Instead is { } better ? new TextLine(TextStyle.Better, "    → ", better) : null,
        item.Why is { } why ? new TextLine(TextStyle.Faint, "    ", why) : null,
    }.OfType<TextLine>()));

    private static IEnumerable<TextLine> HandOver(CounterCard card) => Section("HandOver", card, card.Escalate.SelectMany(item => new TextLine[]
    {
        new(TextStyle.Plain, "  - ", item.When + House(item.House, card.Language)),
        new(TextStyle.Heading, "    → ", CardTexts.Get("HandOverTo", card.Language, item.To, item.Within)),
    }));

    private static IEnumerable<TextLine> MoreToSay(CounterCard card) => Section("SecondSentence", card, card.Say.Skip(1).Select(line =>
        new TextLine(TextStyle.Say, "    ", Quote(line.Text, card.Language) + House(line.House, card.Language))));

    private static List<TextLine> HandOverOrSuperior(CounterCard card) => card.Escalate.Count > 0
        ? [.. HandOver(card)]
        : [TextLine.Blank, new TextLine(TextStyle.Plain, "", CardTexts.Get("NoHandOver", card.Language, CardTexts.Get("Superior", card.Language)))];

    private static IEnumerable<TextLine> Why(CounterCard card)
    {
        var lines = new List<TextLine> { new(TextStyle.Plain, "  ", card.Why) };
        if (card.Note is { } note)
        {
            lines.Add(new TextLine(TextStyle.Faint, "  ", note));
        }

        if (card.Example)
        {
            lines.Add(new TextLine(TextStyle.Faint, "  ", CardTexts.Get("ExampleNote", card.Language)));
        }

        return Section("Why", card, lines).Concat(Section("Source", card, card.Sources.Append(card.Verification)
            .Select(source => new TextLine(TextStyle.Faint, "  ", source))));
    }

    private static IEnumerable<TextLine> Section(string heading, CounterCard card, IEnumerable<TextLine> content)
    {
        var lines = content.ToList();
        return lines.Count == 0 ? [] : [TextLine.Blank, new(TextStyle.Heading, "", CardTexts.Get(heading, card.Language)), .. lines];
    }

    internal static string Quote(string text, AnswerLanguage language) => language == AnswerLanguage.En ? $"“{text}”" : $"「{text}」";

    private static string House(bool house, AnswerLanguage language) => house ? CardTexts.Get("HouseMark", language) : "";
}
