using System.Globalization;
using CoachBot.Channels.Cards;
using CoachBot.Channels.Text;
using CoachBot.Core.Coaching;
using CoachBot.Core.Drafting;
using CoachBot.Core.Language;
using CoachBot.Core.Resources;

namespace CoachBot.Channels.Teams.Cards;

/// <summary>The counter card from the sentence to the source; each section knows only its own lines.</summary>
internal static class CounterCardBody
{
    /// <summary>The title and the parts asked for, in the fixed order.</summary>
    public static void Write(CardWriter card, CounterCard content, CardPart part, Fold fold, string? question)
    {
        card.After("medium").Text(content.Title, Look.Title);
        switch (part)
        {
            case CardPart.Say:
                Say(card, content, question);
                break;
            case CardPart.Do:
                Do(card, content);
                break;
            case CardPart.Avoid:
                Avoid(card, content);
                break;
            case CardPart.HandOver:
                HandOverOrSuperior(card, content);
                break;
            case CardPart.Otherwise:
                MoreToSay(card, content);
                HandOverOrSuperior(card, content);
                break;
            case CardPart.Why:
                Why(card, content, Fold.Open);
                break;
            default:
                Whole(card, content, fold, question);
                break;
        }

        if (content.HasHouseLines)
        {
            card.Text(CardTexts.Get("HouseLegend", content.Language), Look.Aside);
        }
    }

    private static void Whole(CardWriter card, CounterCard content, Fold fold, string? question)
    {
        Situation(card, content, fold);
        Say(card, content, question);
        Do(card, content);
        if (fold != Fold.Brief)
        {
            Avoid(card, content);
        }

        HandOver(card, content);
        if (fold != Fold.Brief)
        {
            Why(card, content, fold);
        }
    }

    // A card without sentences and steps is an idea: then the situation is the answer.
    private static void Situation(CardWriter card, CounterCard content, Fold fold)
    {
        if (content.OtherTrade is { } trade)
        {
            card.Text(CardTexts.Get("OtherTrade", content.Language, trade), Look.Aside);
        }

        if (fold == Fold.Open)
        {
            Heading(card, "Situation", content.Language);
        }

        if (fold == Fold.Open || content.Say.Count == 0)
        {
            card.After("small").Text(content.Situation);
        }
    }

    private static void Say(CardWriter card, CounterCard content, string? question)
    {
        if (content.Say.Count == 0)
        {
            return;
        }

        using var box = card.After("medium").Box("emphasis");
        card.Heading(CardTexts.Get("SayFirst", content.Language));
        for (var at = 0; at < content.Say.Count; at++)
        {
            card.After(at == 0 ? "small" : "medium").Text(Line(Quote(content.Say[at].Text, content.Language), content.Say[at].House, content.Language, at == 0 ? Look.Spoken : default));
        }

        using var buttons = card.After("medium").Buttons();
        card.Button(CardButtons.Copy(content.Id, content.Language, question));
        card.Button(CardButtons.Large(content.Id, content.Language, question));
    }

    private static void Do(CardWriter card, CounterCard content)
    {
        if (content.Do.Count == 0)
        {
            return;
        }

        Heading(card, "Do", content.Language);
        for (var at = 0; at < content.Do.Count; at++)
        {
            using var row = card.After("small").Row(string.Create(CultureInfo.InvariantCulture, $"{at + 1}."));
            card.Text(Line(content.Do[at].Text, content.Do[at].House, content.Language));
        }
    }

    private static void Avoid(CardWriter card, CounterCard content)
    {
        if (content.Avoid.Count == 0)
        {
            return;
        }

        Heading(card, "Avoid", content.Language, "attention");
        foreach (var item in content.Avoid)
        {
            using var row = card.After("small").Row("✕", Look.Bad with { Bold = true });
            card.Text(Line(item.Dont, item.House, content.Language));
            if (item.Instead is { } better)
            {
                card.After("none").Text(new Run("→ ", Look.Good with { Bold = true }), new Run(better, Look.Good));
            }

            if (item.Why is { } why)
            {
                card.After("none").Text(why, Look.Aside);
            }
        }
    }

    private static void HandOver(CardWriter card, CounterCard content)
    {
        if (content.Escalate.Count == 0)
        {
            return;
        }

        Heading(card, "HandOver", content.Language);
        foreach (var item in content.Escalate)
        {
            using var row = card.After("small").Row("▲", new Look(Color: "warning", Bold: true));
            card.Text(Line(item.When, item.House, content.Language));
            card.After("none").Text("→ " + CardTexts.Get("HandOverTo", content.Language, item.To, item.Within), Look.Strong);
        }
    }

    private static void MoreToSay(CardWriter card, CounterCard content)
    {
        if (content.Say.Count < 2)
        {
            return;
        }

        using var box = card.After("medium").Box("emphasis");
        card.Heading(CardTexts.Get("SecondSentence", content.Language));
        foreach (var line in content.Say.Skip(1))
        {
            card.After("small").Text(Line(Quote(line.Text, content.Language), line.House, content.Language, Look.Spoken));
        }
    }

    private static void HandOverOrSuperior(CardWriter card, CounterCard content)
    {
        if (content.Escalate.Count > 0)
        {
            HandOver(card, content);
            return;
        }

        card.After("medium").Text(CardTexts.Get("NoHandOver", content.Language, CardTexts.Get("Superior", content.Language)));
    }

    private static void Why(CardWriter card, CounterCard content, Fold fold)
    {
        Heading(card, "Why", content.Language);
        card.After("small").Text(content.Why);
        if (fold == Fold.Open && content.Note is { } note)
        {
            card.After("small").Text(note, Look.Aside);
        }

        if (content.Example)
        {
            card.After("small").Text(CardTexts.Get("ExampleNote", content.Language), Look.Aside);
        }

        card.After("small").Text(string.Join(" · ", content.Sources.Append(content.Verification)), Look.Aside);
    }

    private static void Heading(CardWriter card, string name, AnswerLanguage language, string color = "accent") =>
        card.After("medium").Heading(CardTexts.Get(name, language), color);

    private static Run[] Line(string text, bool house, AnswerLanguage language, Look look = default) =>
        house ? [new Run(text, look), new Run(CardTexts.Get("HouseMark", language), Look.Aside)] : [new Run(text, look)];

    private static string Quote(string text, AnswerLanguage language) => CardText.Quote(text, language);
}
