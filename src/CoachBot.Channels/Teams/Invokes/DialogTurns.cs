using CoachBot.Channels.Teams.Cards;
using CoachBot.Channels.Teams.Resources;
using CoachBot.Core.Turns;

namespace CoachBot.Channels.Teams.Invokes;

/// <summary>Turns whose answer stands in a dialog.</summary>
internal sealed class DialogTurns(ITurns turns)
{
    /// <summary>The dialog's next content.</summary>
    public async Task<InvokeAnswer> AnswerAsync(IncomingMessage message, CancellationToken cancel)
    {
        var language = MessageLanguage.Of(message);
        var replies = await turns.RunAsync(message, cancel).ConfigureAwait(false);
        return replies.FirstOrDefault(reply => reply.To is null)?.Reply switch
        {
            null => InvokeBody.DialogMessage(TeamsTexts.Get("Done", language)),
            Reply.Notice notice => InvokeBody.DialogMessage(notice.Text),
            var reply => InvokeBody.Dialog(TeamsTexts.Get("CoachTitle", reply.Language), TeamsCards.Card(reply, CardPlace.Dialog)),
        };
    }
}
