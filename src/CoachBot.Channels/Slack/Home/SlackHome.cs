using System.Text.Json.Nodes;
using CoachBot.Channels.Cards;
using CoachBot.Channels.Slack.Blocks;
using CoachBot.Channels.Slack.Modals;
using CoachBot.Channels.Slack.Resources;
using CoachBot.Core.Coaching;
using CoachBot.Core.Language;
using CoachBot.Core.Preferences;
using CoachBot.Core.Questions;
using CoachBot.Core.Turns;
using CoachBot.Core.Turns.Handling;

namespace CoachBot.Channels.Slack.Home;

/// <summary>The app's Home: two ways in, today's tip, the cases the person was shown last, language and mode.</summary>
internal sealed class SlackHome(IQuestionLog log, IPreferenceStore preferences, Coach coach, Greeting greeting, TimeProvider time) : ISlackHome
{
    private const int MostRecent = 5;

    /// <inheritdoc />
    public async Task<JsonObject> RenderAsync(PersonKey person, string? locale, CancellationToken cancel)
    {
        var chosen = await preferences.ReadAsync(person, cancel);
        var language = chosen.Language ?? MessageLanguage.OfTag(locale);
        var recent = (await log.RecentCasesAsync(person, MostRecent, cancel)).Select(id => coach.Match(id, 1, language)).OfType<Match>().ToList();

        var blocks = new BlockWriter(BlockLimits.ViewBlocks, CardWindow.ActionName);
        WaysIn(blocks, language);
        Tip(blocks, language);
        Recent(blocks, recent, language);
        blocks.Line();
        SettingsBlocks.Write(blocks, new Reply.Settings(chosen, language));
        return new JsonObject { ["type"] = "home", ["blocks"] = blocks.End() };
    }

    private static void WaysIn(BlockWriter blocks, AnswerLanguage language)
    {
        blocks.Header(SlackTexts.Get("HomeTitle", language));
        blocks.Text(new Run(SlackTexts.Get("HomeIntro", language)));
        blocks.Add(Inputs.Row(
            null,
            Inputs.Button($"{OpenWindow.ActionName}/{OpenWindow.Ask}", SlackTexts.Get("AskNow", language), OpenWindow.Ask),
            Inputs.Button($"{OpenWindow.ActionName}/{OpenWindow.Search}", SlackTexts.Get("SearchCases", language), OpenWindow.Search)));
    }

    private void Tip(BlockWriter blocks, AnswerLanguage language)
    {
        if (HomeTip.Of(coach.Pack, time.GetLocalNow(), language) is { } tip)
        {
            blocks.Line();
            TipBlocks.Write(blocks, tip);
        }
    }

    private void Recent(BlockWriter blocks, List<Match> recent, AnswerLanguage language)
    {
        blocks.Line();
        blocks.Header(SlackTexts.Get("RecentCases", language));
        foreach (var match in recent)
        {
            blocks.Entry(match.Title, match.Cue, CardButtons.Show(match.Id, language));
        }

        if (recent.Count == 0)
        {
            blocks.Text(new Run(SlackTexts.Get("NoRecent", language)));
            blocks.Buttons(greeting.Examples(language).Select(example => CardButton.Of(example, CardVerbs.Ask, (CardData.Text, example))));
        }
    }
}
