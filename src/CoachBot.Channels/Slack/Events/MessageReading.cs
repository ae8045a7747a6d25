using System.Text.Json;
using CoachBot.Channels.Slack.Wire;

namespace CoachBot.Channels.Slack.Events;

/// <summary>Tells what people say to the bot from everything else that looks like a message: pure rules, in Slack's order of trouble.</summary>
internal static class MessageReading
{
    /// <summary>What a <c>message</c> or <c>app_mention</c> event is.</summary>
    public static ReadMessage Read(JsonElement happened, SlackWorkspace workspace)
    {
        var subtype = happened.Text("subtype");
        if (subtype == "message_changed")
        {
            return ReadChange(happened, workspace);
        }

        return happened.Flag("hidden") || subtype is "message_deleted" or "message_replied" ? new ReadMessage.Dropped("hidden")
            : WhyNotAPerson(happened, workspace) is { } reason ? new ReadMessage.Dropped(reason)
            : subtype is not (null or "" or "file_share" or "thread_broadcast") ? new ReadMessage.Dropped("subtype")
            : happened.Text("channel") is { Length: > 0 } channel && happened.Text("ts") is { Length: > 0 } ts ? Said(happened, channel, ts, workspace)
            : new ReadMessage.Dropped("incomplete");
    }

    private static ReadMessage.Said Said(JsonElement happened, string channel, string ts, SlackWorkspace workspace)
    {
        var text = happened.Text("text") ?? "";
        return new ReadMessage.Said(
            channel,
            ts,
            happened.Text("thread_ts"),
            happened.Text("user")!,
            SlackText.Clean(text, workspace.BotUserId),
            Mentions(text, workspace),
            text.StartsWith("<@", StringComparison.Ordinal),
            happened.Entries("files").Any());
    }

    // A question that was changed is answered anew; unfurled links, our own updates and broadcasts in threads come the same way and change no word.
    private static ReadMessage ReadChange(JsonElement happened, SlackWorkspace workspace)
    {
        if (happened.Object("message") is not { } message || happened.Text("channel") is not { Length: > 0 } channel || message.Text("ts") is not { Length: > 0 } ts)
        {
            return new ReadMessage.Dropped("incomplete");
        }

        if (WhyNotAPerson(message, workspace) is { } reason)
        {
            return new ReadMessage.Dropped(reason);
        }

        var text = message.Text("text") ?? "";
        var before = happened.Object("previous_message")?.Text("text");
        var edited = message.Object("edited")?.Text("ts");
        return edited is null || before is null || before == text
            ? new ReadMessage.Dropped("nothing-changed")
            : new ReadMessage.Changed(Said(message, channel, ts, workspace), edited);
    }

    // A bot of today posts without a subtype: bot_id and bot_profile tell. Answering bots is how loops begin.
    private static string? WhyNotAPerson(JsonElement message, SlackWorkspace workspace) =>
        message.Has("bot_id") || message.Has("bot_profile") || message.Text("subtype") == "bot_message" ? "bot"
        : message.Text("user") is not { Length: > 0 } user ? "nobody"
        : user == workspace.BotUserId ? "ourselves"
        : user == "USLACKBOT" ? "bot"
        : null;

    private static bool Mentions(string text, SlackWorkspace workspace) =>
        text.Contains($"<@{workspace.BotUserId}>", StringComparison.Ordinal) || text.Contains($"<@{workspace.BotUserId}|", StringComparison.Ordinal);
}

/// <summary>What an event of a message is.</summary>
internal abstract record ReadMessage
{
    private ReadMessage()
    {
    }

    /// <summary>Nothing to act on.</summary>
    /// <param name="Reason">A code.</param>
    public sealed record Dropped(string Reason) : ReadMessage;

    /// <summary>A person said something.</summary>
    /// <param name="Channel">Where.</param>
    /// <param name="Ts">The message, exactly as Slack writes it.</param>
    /// <param name="ThreadTs">The root of its thread; null outside threads.</param>
    /// <param name="User">Who.</param>
    /// <param name="Text">What, cleaned; may be empty.</param>
    /// <param name="Mentions">Whether the bot is mentioned.</param>
    /// <param name="ToSomebody">Whether it begins with a mention, whosever.</param>
    /// <param name="HasFiles">Whether files hang on it.</param>
    public sealed record Said(string Channel, string Ts, string? ThreadTs, string User, string Text, bool Mentions, bool ToSomebody, bool HasFiles) : ReadMessage;

    /// <summary>A person changed what he had said.</summary>
    /// <param name="Now">As it reads now.</param>
    /// <param name="At">When it was changed, as Slack writes it.</param>
    public sealed record Changed(Said Now, string At) : ReadMessage;
}
