using CoachBot.Channels.Teams.Wire;
using CoachBot.Core.Turns;

namespace CoachBot.Channels.Teams.Messages;

/// <summary>What a person said or did with an activity.</summary>
internal static class ContentReader
{
    /// <summary>The content of a message, an edit or a reaction; null where there is nothing to answer.</summary>
    public static MessageContent? Read(Activity activity) => activity.Type switch
    {
        _ when activity.From!.Id == activity.Recipient?.Id => null,
        ActivityWords.Message => Said(activity),
        ActivityWords.MessageUpdate => Edited(activity),
        ActivityWords.MessageReaction => Reacted(activity),
        _ => null,
    };

    private static MessageContent? Said(Activity activity)
    {
        if (CardActionReader.FromSubmit(activity.Value) is { } action)
        {
            return new MessageContent.Pressed(action, activity.ReplyToId);
        }

        // A card of somebody else's that was submitted to us has a value and no text.
        if (string.IsNullOrEmpty(activity.Text) && activity.Value is { ValueKind: not System.Text.Json.JsonValueKind.Null })
        {
            return null;
        }

        // Who sends a card, as from the search in the message box, and says nothing with it asks nothing.
        var text = TextOf(activity);
        return text.Length == 0 && BringsCard(activity) ? null : new MessageContent.Said(text);
    }

    private static MessageContent.Edited? Edited(Activity activity) =>
        string.Equals(activity.ChannelData?.EventType, "editMessage", StringComparison.OrdinalIgnoreCase)
        && !string.IsNullOrEmpty(activity.Id) && TextOf(activity) is { Length: > 0 } text
            ? new MessageContent.Edited(text, activity.Id)
            : null;

    /// <summary>Likes and hearts are thanks, sadness and anger are not; laughter and surprise may be about anything. A reaction taken back stays.</summary>
    private static MessageContent.Reacted? Reacted(Activity activity)
    {
        if (string.IsNullOrEmpty(activity.ReplyToId))
        {
            return null;
        }

        foreach (var reaction in activity.ReactionsAdded ?? [])
        {
            switch (reaction?.Type)
            {
                case "like" or "heart":
                    return new MessageContent.Reacted(activity.ReplyToId, Helpful: true);
                case "sad" or "angry":
                    return new MessageContent.Reacted(activity.ReplyToId, Helpful: false);
            }
        }

        return null;
    }

    // Where a card was put into the text, markup stands for it.
    private static string TextOf(Activity activity)
    {
        var text = MessageText.Clean(activity.Text, activity.Entities, activity.Recipient?.Id);
        return BringsCard(activity) ? HtmlText.Of(text) : text;
    }

    private static bool BringsCard(Activity activity) =>
        activity.Attachments?.Exists(one => one?.ContentType?.StartsWith("application/vnd.microsoft.card.", StringComparison.OrdinalIgnoreCase) == true) == true;
}
