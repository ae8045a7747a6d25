using System.Globalization;
using CoachBot.Channels.Cards;
using CoachBot.Core.Coaching;
using CoachBot.Core.Language;
using CoachBot.Core.Resources;

namespace CoachBot.Channels.Slack.Blocks;

/// <summary>Cases to pick from: each with what sets it apart and a button of its own.</summary>
internal static class MatchBlocks
{
    /// <summary>The list, numbered as a typed number would pick.</summary>
    public static void Write(BlockWriter blocks, IEnumerable<Match> matches, AnswerLanguage language, string? question)
    {
        var number = 0;
        foreach (var match in matches)
        {
            number++;
            blocks.Entry(
                string.Create(CultureInfo.InvariantCulture, $"{number}. {match.Title}"),
                match.Cue,
                CardButtons.Show(match.Id, language, question, question is null ? null : CardTexts.Get("ThisOne", language)));
        }
    }
}
