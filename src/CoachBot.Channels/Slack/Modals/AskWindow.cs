using System.Text.Json.Nodes;
using CoachBot.Channels.Slack.Blocks;
using CoachBot.Channels.Slack.Resources;
using CoachBot.Core.Language;

namespace CoachBot.Channels.Slack.Modals;

/// <summary>The window to ask in; the answer takes its place.</summary>
internal static class AskWindow
{
    /// <summary>What it is known by: the shortcut and the window.</summary>
    public const string CallbackId = "coach_ask";

    /// <summary>The input's <c>block_id</c>.</summary>
    public const string Block = "question";

    /// <summary>The input's <c>action_id</c>.</summary>
    public const string Action = "ask/question";

    /// <summary>Characters a question may have here.</summary>
    public const int MostCharacters = 1000;

    /// <summary>The window.</summary>
    public static JsonObject View(AnswerLanguage language) => Modal.Of(
        CallbackId,
        "ModalAsk",
        language,
        [
            new JsonObject
            {
                ["type"] = "input",
                ["block_id"] = Block,
                ["label"] = BlockWriter.PlainText(SlackTexts.Get("AskLabel", language), BlockLimits.Text / 2),
                ["hint"] = BlockWriter.PlainText(SlackTexts.Get("AskHint", language), BlockLimits.Text / 2),
                ["element"] = new JsonObject
                {
                    ["type"] = "plain_text_input",
                    ["action_id"] = Action,
                    ["multiline"] = true,
                    ["max_length"] = MostCharacters,
                    ["focus_on_load"] = true,
                    ["placeholder"] = BlockWriter.PlainText(SlackTexts.Get("AskPlaceholder", language), BlockLimits.Header),
                },
            },
        ],
        submit: "Submit.ask",
        carries: language.Code());
}
