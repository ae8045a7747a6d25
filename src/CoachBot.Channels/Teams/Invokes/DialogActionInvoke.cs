using System.Text.Json;
using CoachBot.Channels.Teams.Messages;
using CoachBot.Channels.Teams.Resources;
using CoachBot.Core.Turns;

namespace CoachBot.Channels.Teams.Invokes;

/// <summary>A button of a card that stands in the dialog of a message extension.</summary>
internal sealed class DialogActionInvoke(DialogTurns dialogs) : IInvokeHandler
{
    /// <inheritdoc />
    public string Name => "composeExtension/submitAction";

    /// <inheritdoc />
    public Task<InvokeAnswer> HandleAsync(InvokeRequest request, CancellationToken cancel)
    {
        if (CardActionReader.ObjectOf(request.Activity.Value) is not { } value)
        {
            return Task.FromResult(new InvokeAnswer(400, null));
        }

        // The dialog offers no preview of a message, so none can be edited or sent.
        if (value.TryGetProperty("botMessagePreviewAction", out var preview) && preview.ValueKind != JsonValueKind.Null)
        {
            return Task.FromResult(new InvokeAnswer(400, null));
        }

        var data = value.TryGetProperty("data", out var given) ? given : default(JsonElement?);
        return CardActionReader.FromSubmit(data) is { } action
            ? dialogs.AnswerAsync(request.With(new MessageContent.Pressed(action, null)), cancel)
            : Task.FromResult(InvokeBody.DialogMessage(TeamsTexts.Get("ButtonUnclear", MessageLanguage.OfTag(request.Message.Locale))));
    }
}
