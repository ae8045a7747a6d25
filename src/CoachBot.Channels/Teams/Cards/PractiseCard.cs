using CoachBot.Channels.Cards;
using CoachBot.Channels.Text;
using CoachBot.Core.Practice;
using CoachBot.Core.Resources;
using CoachBot.Core.Turns;

namespace CoachBot.Channels.Teams.Cards;

/// <summary>A customer's line to answer, and then what was to be answered.</summary>
internal static class PractiseCard
{
    /// <summary>The card.</summary>
    public static void Write(CardWriter card, Reply.Practise reply)
    {
        var practice = reply.Practice;
        card.Heading("🎯 " + CardTexts.Get("PractiseHeading", practice.Language));
        card.After("small").Text(practice.Title, Look.Title);
        using (card.After("small").Box("emphasis"))
        {
            card.Text(CardText.Quote(practice.Drill.Customer, practice.Language), Look.Spoken);
        }

        if (reply.WithSolution)
        {
            Solution(card, practice);
            return;
        }

        card.After("small").Text(CardTexts.Get("PractiseAsk", practice.Language), Look.Aside);
        using var buttons = card.After("medium").Buttons();
        card.Button(CardButtons.OfCase(CardVerbs.Solution, practice.CaseId, practice.Language));
    }

    private static void Solution(CardWriter card, PracticeCard practice)
    {
        card.After("medium").Heading(CardTexts.Get("GoodAnswer", practice.Language), "good");
        foreach (var point in practice.Drill.Good)
        {
            using var row = card.After("small").Row("✓", Look.Good with { Bold = true });
            card.Text(point);
        }

        card.After("medium").Heading(CardTexts.Get("WrongAnswers", practice.Language), "attention");
        foreach (var wrong in practice.Drill.Wrong)
        {
            using var row = card.After("small").Row("✕", Look.Bad with { Bold = true });
            card.Text(CardText.Quote(wrong.Answer, practice.Language));
            card.After("none").Text(wrong.Why, Look.Aside);
        }

        using var buttons = card.After("medium").Buttons();
        card.Button(CardButtons.Show(practice.CaseId, practice.Language));
    }
}
