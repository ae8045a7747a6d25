using System.Text.Json.Nodes;
using CoachBot.Channels.Slack.Blocks;
using CoachBot.Core.Language;
using CoachBot.Core.Turns;

namespace CoachBot.Channels.Slack.Modals;

/// <summary>A reply in a window: private, large, and gone when it is closed.</summary>
internal static class CardWindow
{
    /// <summary>What the window is known by.</summary>
    public const string CallbackId = "coach_card";

    /// <summary>The first part of the <c>action_id</c> of its buttons, on the Home too.</summary>
    public const string ActionName = "view";

    /// <summary>A window is its person's own, wherever it was opened.</summary>
    public static readonly SlackPlace Place = new(ChatScope.Personal, OnlyAsker: false, Asker: null);

    /// <summary>The window.</summary>
    public static JsonObject View(Reply reply) => Modal.Of(
        CallbackId,
        reply is Reply.Answered { Answer.Card: not null } ? "ModalCard" : "ModalNotice",
        reply.Language,
        SlackBlocks.Blocks(reply, Place, BlockLimits.ViewBlocks, ActionName),
        carries: reply.Language.Code());
}
