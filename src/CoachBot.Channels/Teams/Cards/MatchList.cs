using System.Globalization;
using CoachBot.Channels.Cards;
using CoachBot.Core.Coaching;
using CoachBot.Core.Language;
using CoachBot.Core.Resources;

namespace CoachBot.Channels.Teams.Cards;

/// <summary>Cases to pick from: each with what sets it apart and a button of its own.</summary>
internal static class MatchList
{
    /// <summary>The list, numbered as a typed number would pick.</summary>
    public static void Write(CardWriter card, IEnumerable<Match> matches, AnswerLanguage language, string? question)
    {
        var number = 0;
        foreach (var match in matches)
        {
            number++;
            using var box = card.After("small").Box("emphasis");
            card.Text(string.Create(CultureInfo.InvariantCulture, $"{number}. {match.Title}"), Look.Strong);
            card.After("small").Text(match.Cue);
            using var buttons = card.After("small").Buttons();
            card.Button(CardButtons.Show(match.Id, language, question, question is null ? null : CardTexts.Get("ThisOne", language)));
        }
    }
}
