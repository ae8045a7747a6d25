using System.Collections.Frozen;
using System.Text.Json;
using CoachBot.Channels.Teams.Cards;
using CoachBot.Channels.Teams.Messages;
using CoachBot.Channels.Teams.Resources;
using CoachBot.Core.Language;
using CoachBot.Core.Turns;

namespace CoachBot.Channels.Teams.Invokes;

/// <summary>
/// A button of a card. What changes the card itself comes back in the response, for the person who pressed it; what is said to the whole
/// conversation goes the way of every message, stored before it is acknowledged.
/// </summary>
internal sealed class CardActionInvoke(ITurns turns, RecentPresses presses) : IInvokeHandler
{
    // Shown in place, and nothing but shown: also what a client may ask for by itself.
    private static readonly FrozenSet<string> s_shown = FrozenSet.ToFrozenSet(
        [CardVerbs.Full, CardVerbs.Translate, CardVerbs.Large, CardVerbs.Search, CardVerbs.Solution]);

    private static readonly FrozenSet<string> s_inPlace = s_shown
        .Concat([CardVerbs.Helpful, CardVerbs.Unhelpful, CardVerbs.Expert, CardVerbs.AnotherTip, CardVerbs.SetLanguage, CardVerbs.SetHere])
        .ToFrozenSet();

    private static readonly FrozenSet<string> s_posted = FrozenSet.ToFrozenSet(
        [CardVerbs.Show, CardVerbs.Others, CardVerbs.Ask, CardVerbs.Copy, CardVerbs.Share, CardVerbs.Practise]);

    /// <inheritdoc />
    public string Name => "adaptiveCard/action";

    /// <inheritdoc />
    public async Task<InvokeAnswer> HandleAsync(InvokeRequest request, CancellationToken cancel)
    {
        var client = MessageLanguage.OfTag(request.Message.Locale);
        if (ActionOf(request.Activity.Value) is not { } execute)
        {
            return InvokeBody.Error(400, "BadRequest", TeamsTexts.Get("ButtonUnclear", client));
        }

        if (CardActionReader.StringOf(execute, "type") != "Action.Execute")
        {
            return InvokeBody.Error(400, "NotSupported", TeamsTexts.Get("ButtonUnclear", client));
        }

        var data = execute.TryGetProperty("data", out var given) ? given : default(JsonElement?);
        var action = CardActionReader.FromExecute(CardActionReader.StringOf(execute, "verb"), data);
        if (action is null || !(s_inPlace.Contains(action.Verb) || s_posted.Contains(action.Verb)))
        {
            return InvokeBody.Error(501, "NotSupported", TeamsTexts.Get("ButtonUnclear", client));
        }

        if (IsAutomatic(request.Activity.Value) && !s_shown.Contains(action.Verb))
        {
            return InvokeBody.Error(400, "BadRequest", TeamsTexts.Get("ButtonUnclear", client));
        }

        var message = request.With(new MessageContent.Pressed(action, request.Activity.ReplyToId));
        var language = AnswerLanguageCodes.Of(action[CardData.Language]) ?? client;
        return s_posted.Contains(action.Verb)
            ? await PostAsync(message, action, language, cancel).ConfigureAwait(false)
            : await ShowAsync(message, language, cancel).ConfigureAwait(false);
    }

    private async Task<InvokeAnswer> PostAsync(IncomingMessage message, CardAction action, AnswerLanguage language, CancellationToken cancel)
    {
        if (!presses.IsNew(message, action))
        {
            return InvokeBody.Toast(TeamsTexts.Get("Sent", language));
        }

        if (await turns.AcceptAsync(message, cancel).ConfigureAwait(false) != Acceptance.Full)
        {
            return InvokeBody.Toast(TeamsTexts.Get("Sent", language));
        }

        presses.Forget(message, action);
        return InvokeBody.Error(503, "Busy", TeamsTexts.Get("ButtonFailed", language));
    }

    private async Task<InvokeAnswer> ShowAsync(IncomingMessage message, AnswerLanguage language, CancellationToken cancel)
    {
        var replies = await turns.RunAsync(message, cancel).ConfigureAwait(false);
        return replies.FirstOrDefault(reply => reply.To is null)?.Reply switch
        {
            null => InvokeBody.Toast(TeamsTexts.Get("Done", language)),
            Reply.Notice notice => InvokeBody.Toast(notice.Text),
            var reply => InvokeBody.Card(TeamsCards.Card(reply, CardPlace.Message)),
        };
    }

    private static JsonElement? ActionOf(JsonElement? value) =>
        CardActionReader.ObjectOf(value) is { } payload && payload.TryGetProperty("action", out var action) && action.ValueKind == JsonValueKind.Object
            ? action
            : null;

    private static bool IsAutomatic(JsonElement? value) =>
        CardActionReader.ObjectOf(value) is { } payload && CardActionReader.StringOf(payload, "trigger") == "automatic";
}
