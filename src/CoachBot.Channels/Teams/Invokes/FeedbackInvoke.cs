using System.Text.Json;
using CoachBot.Channels.Teams.Messages;
using CoachBot.Channels.Teams.Wire;
using CoachBot.Core.Turns;
using Microsoft.Extensions.Logging;

namespace CoachBot.Channels.Teams.Invokes;

/// <summary>
/// The thumbs that Teams itself shows under a message. The words somebody adds there are not kept: they may hold anything about a customer,
/// and no trainer is promised to read them. Teams wants an empty object, whatever came.
/// </summary>
internal sealed class FeedbackInvoke(ITurns turns, ILogger<FeedbackInvoke> log) : IInvokeHandler
{
    private static readonly InvokeAnswer s_taken = new(200, RawJson.EmptyObject);

    /// <inheritdoc />
    public string Name => "message/submitAction";

    /// <inheritdoc />
    public async Task<InvokeAnswer> HandleAsync(InvokeRequest request, CancellationToken cancel)
    {
        if (Read(request.Activity) is not { } helpful || string.IsNullOrEmpty(request.Activity.ReplyToId))
        {
            log.FeedbackUnreadable();
            return s_taken;
        }

        await turns.RunAsync(request.With(new MessageContent.Reacted(request.Activity.ReplyToId, helpful)), cancel).ConfigureAwait(false);
        return s_taken;
    }

    private bool? Read(Activity activity)
    {
        if (CardActionReader.ObjectOf(activity.Value) is not { } value || CardActionReader.StringOf(value, "actionName") != "feedback"
            || !value.TryGetProperty("actionValue", out var given) || CardActionReader.ObjectOf(given) is not { } feedback)
        {
            return null;
        }

        if (feedback.TryGetProperty("feedback", out var words) && words.ValueKind != JsonValueKind.Null && CardActionReader.ObjectOf(words) is null)
        {
            log.FeedbackUnreadable();
        }

        return CardActionReader.StringOf(feedback, "reaction") switch
        {
            "like" => true,
            "dislike" => false,
            _ => null,
        };
    }
}
