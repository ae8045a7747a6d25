using CoachBot.Channels.Teams.Authentication;
using CoachBot.Channels.Teams.Messages;
using CoachBot.Channels.Teams.Wire;
using CoachBot.Core.Turns;

namespace CoachBot.Channels.Teams.Endpoint;

/// <summary>
/// What follows from an activity that passed all checks. A message is stored, acknowledged and answered later; an invoke, and a message
/// whose sender expects the replies in the response, is answered here, under a deadline of its own and not under that of the connection.
/// </summary>
internal sealed class Door(
    ITurns turns,
    InRequestAnswers inRequest,
    InstallationKeeper installations,
    MessageReader reader)
{
    /// <summary>The answer.</summary>
    public async ValueTask<DoorAnswer> TakeAsync(Activity activity, Caller caller, CancellationToken stopping)
    {
        if (activity.Type == ActivityWords.Invoke)
        {
            return await inRequest.InvokeAsync(activity, stopping).ConfigureAwait(false);
        }

        var expectsReplies = activity.DeliveryMode == ActivityWords.ExpectReplies;
        if (await MessageOfAsync(activity, caller, stopping).ConfigureAwait(false) is not { } message)
        {
            return expectsReplies ? inRequest.NoReplies : DoorAnswer.Ok;
        }

        if (expectsReplies)
        {
            return await inRequest.RepliesAsync(message, stopping).ConfigureAwait(false);
        }

        return await turns.AcceptAsync(message, stopping).ConfigureAwait(false) == Acceptance.Full ? DoorAnswer.Busy : DoorAnswer.Accepted;
    }

    private async ValueTask<IncomingMessage?> MessageOfAsync(Activity activity, Caller caller, CancellationToken cancel)
    {
        if (ContentReader.Read(activity) is { } content)
        {
            if (activity.DeliveryMode != ActivityWords.ExpectReplies)
            {
                await installations.FollowAsync(activity, caller, cancel).ConfigureAwait(false);
            }

            return reader.Read(activity, content, MessageReader.IdOf(activity));
        }

        return await installations.TakeAsync(activity, caller, cancel).ConfigureAwait(false) is { } news
            ? reader.Read(activity, news, MessageReader.IdOf(activity)) with { Address = InstallationKeeper.PlaceOf(activity) }
            : null;
    }
}
