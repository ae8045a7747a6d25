using System.Text.Json;
using CoachBot.Channels.Teams.Messages;
using CoachBot.Channels.Teams.Resources;
using CoachBot.Core.Turns;

namespace CoachBot.Channels.Teams.Invokes;

/// <summary>"Coach me on this message": a colleague's words are the question, the answer is a dialog that only the asker sees.</summary>
internal sealed class CoachOnMessageInvoke(DialogTurns dialogs) : IInvokeHandler
{
    /// <summary>The command's id in the manifest.</summary>
    public const string CommandId = "coachOnMessage";

    /// <inheritdoc />
    public string Name => "composeExtension/fetchTask";

    /// <inheritdoc />
    public async Task<InvokeAnswer> HandleAsync(InvokeRequest request, CancellationToken cancel)
    {
        var language = MessageLanguage.OfTag(request.Message.Locale);
        if (CardActionReader.ObjectOf(request.Activity.Value) is not { } value || CardActionReader.StringOf(value, "commandId") != CommandId)
        {
            return InvokeBody.DialogMessage(TeamsTexts.Get("SearchUnknown", language));
        }

        var text = MessageOf(value);
        return text.Length == 0
            ? InvokeBody.DialogMessage(TeamsTexts.Get("CoachNoText", language))
            : await dialogs.AnswerAsync(request.With(new MessageContent.CoachOn(text)), cancel).ConfigureAwait(false);
    }

    private static string MessageOf(JsonElement value)
    {
        if (!value.TryGetProperty("messagePayload", out var payload) || payload.ValueKind != JsonValueKind.Object
            || !payload.TryGetProperty("body", out var body))
        {
            return "";
        }

        var content = CardActionReader.StringOf(body, "content") ?? "";
        return CardActionReader.StringOf(body, "contentType") == "text" ? MessageText.Clean(content, null, null) : HtmlText.Of(content);
    }
}
