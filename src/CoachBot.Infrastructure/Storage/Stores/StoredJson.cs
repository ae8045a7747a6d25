using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using CoachBot.Core.Coaching;
using CoachBot.Core.Conversations;
using CoachBot.Core.Language;
using CoachBot.Core.Preferences;
using CoachBot.Core.Turns;

namespace CoachBot.Infrastructure.Storage.Stores;

/// <summary>The JSON that stands in columns. A field that a later version adds is absent in old rows, one it drops is passed over.</summary>
[JsonSerializable(typeof(StoredMessage))]
[JsonSerializable(typeof(ConversationState))]
[JsonSerializable(typeof(PersonPreferences))]
[JsonSerializable(typeof(IReadOnlyList<string>))]
[JsonSerializable(typeof(IReadOnlyList<Match>))]
internal sealed partial class StoredJson : JsonSerializerContext
{
    /// <summary>Chinese stays readable, and half as long; enums by name, so that they may be sorted anew.</summary>
    public static StoredJson Plain { get; } = new(new JsonSerializerOptions
    {
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        Converters = { new JsonStringEnumConverter<ChatScope>(), new JsonStringEnumConverter<AnswerLanguage>() },
    });
}

/// <summary>A message as it waits in the inbox: without the sender's name.</summary>
internal sealed record StoredMessage(
    string Id, string Conversation, string Route, string Person, ChatScope Scope, DateTimeOffset ReceivedAt, string? Locale, StoredContent Content)
{
    /// <summary>The form that is kept.</summary>
    public static StoredMessage Of(IncomingMessage message) => new(
        message.Id, Keys.Of(message.Address.Conversation), message.Address.Route, Keys.Of(message.From.Key), message.Scope, message.ReceivedAt, message.Locale,
        StoredContent.Of(message.Content));

    /// <summary>The message again.</summary>
    public IncomingMessage Message() => new()
    {
        Id = Id,
        Address = new(Keys.Conversation(Conversation), Route),
        From = new(Keys.Person(Person), null),
        Scope = Scope,
        ReceivedAt = ReceivedAt,
        Locale = Locale,
        Content = Content.Content(),
    };
}

/// <summary>What was said or done, by kind.</summary>
internal sealed record StoredContent(
    string Kind, string? Text = null, string? MessageId = null, string? Verb = null, Dictionary<string, string>? Data = null, bool? Helpful = null)
{
    /// <summary>The form that is kept.</summary>
    public static StoredContent Of(MessageContent content) => content switch
    {
        MessageContent.Said said => new("said", said.Text),
        MessageContent.Edited edited => new("edited", edited.Text, edited.MessageId),
        MessageContent.Pressed pressed => new("pressed", null, pressed.MessageId, pressed.Action.Verb, new(pressed.Action.Data, StringComparer.Ordinal)),
        MessageContent.Reacted reacted => new("reacted", null, reacted.MessageId, Helpful: reacted.Helpful),
        MessageContent.CoachOn coach => new("coach-on", coach.Text),
        MessageContent.Installed => new("installed"),
        MessageContent.Uninstalled => new("uninstalled"),
        _ => throw new NotSupportedException($"No stored form of {content.GetType().Name}"),
    };

    /// <summary>The content again.</summary>
    public MessageContent Content() => Kind switch
    {
        "said" => new MessageContent.Said(Text ?? ""),
        "edited" => new MessageContent.Edited(Text ?? "", MessageId ?? ""),
        "pressed" => new MessageContent.Pressed(new(Verb ?? "", Data ?? []), MessageId),
        "reacted" => new MessageContent.Reacted(MessageId ?? "", Helpful ?? false),
        "coach-on" => new MessageContent.CoachOn(Text ?? ""),
        "installed" => new MessageContent.Installed(),
        "uninstalled" => new MessageContent.Uninstalled(),
        _ => throw new FormatException($"No message content of kind '{Kind}'"),
    };
}
