using CoachBot.Channels.Cards;
using CoachBot.Channels.Text;
using CoachBot.Core.Coaching;
using CoachBot.Core.Drafting;
using CoachBot.Core.Language;
using CoachBot.Core.Resources;

namespace CoachBot.Channels.Slack.Blocks;

/// <summary>The counter card from the sentence to the source, in the order it has on every channel; each section knows only its own lines.</summary>
internal static class CounterCardBlocks
{
    /// <summary>The title and the parts asked for, in the fixed order.</summary>
    public static void Write(BlockWriter blocks, CounterCard content, CardPart part, Fold fold, string? question)
    {
        blocks.Header(content.Title);
        switch (part)
        {
            case CardPart.Say:
                Say(blocks, content, question);
                break;
            case CardPart.Do:
                Do(blocks, content);
                break;
            case CardPart.Avoid:
                Avoid(blocks, content);
                break;
            case CardPart.HandOver:
                HandOverOrSuperior(blocks, content);
                break;
            case CardPart.Otherwise:
                MoreToSay(blocks, content);
                HandOverOrSuperior(blocks, content);
                break;
            case CardPart.Why:
                Why(blocks, content, Fold.Open);
                break;
            default:
                Whole(blocks, content, fold, question);
                break;
        }

        if (content.HasHouseLines)
        {
            blocks.Aside(CardTexts.Get("HouseLegend", content.Language));
        }
    }

    private static void Whole(BlockWriter blocks, CounterCard content, Fold fold, string? question)
    {
        Situation(blocks, content, fold);
        Say(blocks, content, question);
        Do(blocks, content);
        if (fold != Fold.Brief)
        {
            Avoid(blocks, content);
        }

        HandOver(blocks, content);
        if (fold != Fold.Brief)
        {
            Why(blocks, content, fold);
        }
    }

    // A card without sentences and steps is an idea: then the situation is the answer.
    private static void Situation(BlockWriter blocks, CounterCard content, Fold fold)
    {
        if (content.OtherTrade is { } trade)
        {
            blocks.Aside(CardTexts.Get("OtherTrade", content.Language, trade));
        }

        if (fold == Fold.Open)
        {
            Heading(blocks, "Situation", content.Language);
        }

        if (fold == Fold.Open || content.Say.Count == 0)
        {
            blocks.Text(new Run(content.Situation));
        }
    }

    private static void Say(BlockWriter blocks, CounterCard content, string? question)
    {
        if (content.Say.Count == 0)
        {
            return;
        }

        Heading(blocks, "SayFirst", content.Language);
        blocks.Quote(Sentences(content.Say, content.Language, boldFirst: true));
        blocks.Buttons(CardButtons.Copy(content.Id, content.Language, question), CardButtons.Large(content.Id, content.Language, question));
    }

    private static void Do(BlockWriter blocks, CounterCard content)
    {
        if (content.Do.Count > 0)
        {
            Heading(blocks, "Do", content.Language);
            blocks.List(content.Do.Select(line => Line(line.Text, line.House, content.Language)), numbered: true);
        }
    }

    private static void Avoid(BlockWriter blocks, CounterCard content)
    {
        if (content.Avoid.Count > 0)
        {
            Heading(blocks, "Avoid", content.Language);
            blocks.List(content.Avoid.Select(item => Avoidance(item, content.Language)));
        }
    }

    private static Run[] Avoidance(CardAvoidance item, AnswerLanguage language)
    {
        var runs = new List<Run> { new("✕ ") };
        runs.AddRange(Line(item.Dont, item.House, language));
        if (item.Instead is { } better)
        {
            runs.Add(Run.Strong("\n→ " + better));
        }

        if (item.Why is { } why)
        {
            runs.Add(Run.Aside("\n" + why));
        }

        return [.. runs];
    }

    private static void HandOver(BlockWriter blocks, CounterCard content)
    {
        if (content.Escalate.Count > 0)
        {
            Heading(blocks, "HandOver", content.Language);
            blocks.List(content.Escalate.Select(item => Line(item.When, item.House, content.Language)
                .Append(Run.Strong("\n→ " + CardTexts.Get("HandOverTo", content.Language, item.To, item.Within))).ToArray()));
        }
    }

    private static void MoreToSay(BlockWriter blocks, CounterCard content)
    {
        if (content.Say.Count > 1)
        {
            Heading(blocks, "SecondSentence", content.Language);
            blocks.Quote(Sentences(content.Say.Skip(1), content.Language, boldFirst: true));
        }
    }

    private static void HandOverOrSuperior(BlockWriter blocks, CounterCard content)
    {
        if (content.Escalate.Count > 0)
        {
            HandOver(blocks, content);
            return;
        }

        blocks.Text(new Run(CardTexts.Get("NoHandOver", content.Language, CardTexts.Get("Superior", content.Language))));
    }

    private static void Why(BlockWriter blocks, CounterCard content, Fold fold)
    {
        Heading(blocks, "Why", content.Language);
        blocks.Text(new Run(content.Why));
        if (fold == Fold.Open && content.Note is { } note)
        {
            blocks.Aside(note);
        }

        if (content.Example)
        {
            blocks.Aside(CardTexts.Get("ExampleNote", content.Language));
        }

        blocks.Aside(string.Join(" · ", content.Sources.Append(content.Verification)));
    }

    private static void Heading(BlockWriter blocks, string name, AnswerLanguage language) => blocks.Heading(CardTexts.Get(name, language));

    // One sentence a paragraph; the first is the one to begin with.
    private static Run[] Sentences(IEnumerable<CardLine> lines, AnswerLanguage language, bool boldFirst) => lines.SelectMany((line, at) =>
        new[] { new Run((at == 0 ? "" : "\n") + CardText.Quote(line.Text, language), Bold: at == 0 && boldFirst) }
            .Concat(line.House ? [new Run(CardTexts.Get("HouseMark", language))] : [])).ToArray();

    private static Run[] Line(string text, bool house, AnswerLanguage language) =>
        house ? [new Run(text), new Run(CardTexts.Get("HouseMark", language))] : [new Run(text)];
}
