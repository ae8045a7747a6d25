using System.Text.Json.Nodes;
using CoachBot.Channels.Slack.Blocks;
using CoachBot.Channels.Slack.Resources;
using CoachBot.Core.Language;

namespace CoachBot.Channels.Slack.Modals;

/// <summary>Puts modals together.</summary>
internal static class Modal
{
    /// <summary>A modal of blocks.</summary>
    /// <param name="callback">What its submission and its buttons are known by.</param>
    /// <param name="title">The name of its title in <c>SlackTexts</c>.</param>
    /// <param name="language">Its language.</param>
    /// <param name="blocks">What stands in it.</param>
    /// <param name="submit">The name of the words on its submit button; null for a modal without one.</param>
    /// <param name="carries">What comes back with everything done in it; at most 3,000 characters.</param>
    public static JsonObject Of(string callback, string title, AnswerLanguage language, JsonArray blocks, string? submit = null, string? carries = null)
    {
        var view = new JsonObject
        {
            ["type"] = "modal",
            ["callback_id"] = callback,
            ["title"] = BlockWriter.PlainText(SlackTexts.Get(title, language), BlockLimits.ViewTitle),
            ["close"] = BlockWriter.PlainText(SlackTexts.Get("Close", language), BlockLimits.ViewTitle),
            ["blocks"] = blocks,
        };
        if (submit is not null)
        {
            view["submit"] = BlockWriter.PlainText(SlackTexts.Get(submit, language), BlockLimits.ViewTitle);
        }

        if (carries is not null)
        {
            view["private_metadata"] = carries;
        }

        return view;
    }
}
