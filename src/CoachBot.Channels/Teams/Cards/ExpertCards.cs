using CoachBot.Core.Resources;
using CoachBot.Core.Turns;

namespace CoachBot.Channels.Teams.Cards;

/// <summary>A question on its way to a person, and that person's answer on its way back.</summary>
internal static class ExpertCards
{
    /// <summary>For the experts' channel.</summary>
    public static void Write(CardWriter card, Reply.ExpertWanted reply)
    {
        card.Heading("🙋 " + CardTexts.Get("ExpertWanted", reply.Spoken));
        using (card.After("small").Box("emphasis"))
        {
            card.Text(reply.Question.Text, Look.Title);
        }

        card.After("small").Text(CardTexts.Get("ExpertHowTo", reply.Spoken), Look.Strong);
        var cases = reply.Question.Nearest.Where(match => match.IsCase).ToList();
        if (cases.Count > 0)
        {
            card.After("medium").Heading(CardTexts.Get("Nearest", reply.Spoken));
            MatchList.Write(card, cases, reply.Spoken, question: null);
        }
    }

    /// <summary>For the person who asked.</summary>
    public static void Write(CardWriter card, Reply.ExpertAnswered reply)
    {
        // A name may hold anything, so it cannot stand in a heading of ours.
        if (reply.By is { } name)
        {
            card.Text("👤 " + CardTexts.Get("ExpertAnsweredBy", reply.Spoken, name), Look.Title);
        }
        else
        {
            card.Heading("👤 " + CardTexts.Get("ExpertAnswered", reply.Spoken), "good");
        }

        card.After("small").Text(CardTexts.Get("YouAsked", reply.Spoken, reply.Question), Look.Aside);
        using (card.After("small").Box("emphasis"))
        {
            TalkCards.Paragraphs(card, reply.Text);
        }

        card.After("small").Text(CardTexts.Get("ExpertIsPerson", reply.Spoken), Look.Aside);
    }
}
