using CoachBot.Channels.Teams.Messages;
using CoachBot.Channels.Teams.Resources;
using CoachBot.Core.Language;
using CoachBot.Core.Turns;

namespace CoachBot.Channels.Teams.Invokes;

/// <summary>Somebody chose a case from the search: its whole card, to be sent on.</summary>
internal sealed class CaseSelectInvoke(CaseCards cards) : IInvokeHandler
{
    /// <inheritdoc />
    public string Name => "composeExtension/selectItem";

    /// <inheritdoc />
    public Task<InvokeAnswer> HandleAsync(InvokeRequest request, CancellationToken cancel)
    {
        var chosen = CardActionReader.ObjectOf(request.Activity.Value);
        var language = AnswerLanguageCodes.Of(chosen is { } data ? CardActionReader.StringOf(data, CardData.Language) : null)
            ?? MessageLanguage.OfTag(request.Message.Locale);
        var card = chosen is { } value && CardActionReader.StringOf(value, CardData.Case) is { } id ? cards.Of(id, language, text: null, brief: false) : null;
        return Task.FromResult(card is null ? InvokeBody.ExtensionMessage(TeamsTexts.Get("CaseGone", language)) : InvokeBody.Results([card]));
    }
}
