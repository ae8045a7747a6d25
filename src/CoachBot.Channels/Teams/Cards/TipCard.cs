using CoachBot.Channels.Cards;
using CoachBot.Core.Language;
using CoachBot.Core.Resources;
using CoachBot.Core.Turns;

namespace CoachBot.Channels.Teams.Cards;

/// <summary>A tip: the daily post, or one asked for.</summary>
internal static class TipCard
{
    /// <summary>The card.</summary>
    public static void Write(CardWriter card, Reply.Tip reply)
    {
        card.Heading("💡 " + CardTexts.Get("Tip", reply.Spoken));
        for (var at = 0; at < reply.Lessons.Count; at++)
        {
            var lesson = reply.Lessons[at];
            card.After(at == 0 ? "small" : "medium", line: at > 0).Text(lesson.Title, Look.Title);
            card.After("small").Text(lesson.Text);
        }

        using var buttons = card.After("medium").Buttons();
        card.Button(CardButtons.Show(reply.CaseId, reply.Spoken));
        if (reply.HasDrill)
        {
            card.Button(CardButtons.OfCase(CardVerbs.Practise, reply.CaseId, reply.Spoken));
        }

        card.Button(CardButton.Of(CardButtons.Label(CardVerbs.AnotherTip, reply.Spoken), CardVerbs.AnotherTip, (CardData.Language, reply.Spoken.Code())));
    }
}
