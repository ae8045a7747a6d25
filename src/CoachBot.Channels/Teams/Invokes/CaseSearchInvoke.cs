using CoachBot.Channels.Teams.Resources;
using CoachBot.Core.Language;
using CoachBot.Core.Preferences;
using CoachBot.Core.Turns;

namespace CoachBot.Channels.Teams.Invokes;

/// <summary>The search in the message box: finds cases to send on. Answers in time or says that it can't.</summary>
internal sealed class CaseSearchInvoke(CaseFinder finder, IPreferenceStore preferences, TimeProvider time) : IInvokeHandler
{
    /// <summary>Teams gives up after five seconds; by then the sentence must have reached it.</summary>
    private static readonly TimeSpan s_patience = TimeSpan.FromSeconds(4);

    /// <inheritdoc />
    public string Name => "composeExtension/query";

    /// <inheritdoc />
    public async Task<InvokeAnswer> HandleAsync(InvokeRequest request, CancellationToken cancel)
    {
        var language = MessageLanguage.OfTag(request.Message.Locale);
        if (SearchRequest.Read(request.Activity.Value) is not { } wanted)
        {
            return InvokeBody.ExtensionMessage(TeamsTexts.Get("SearchUnknown", language));
        }

        try
        {
            return await FindAsync(request, wanted, language, cancel).WaitAsync(s_patience, time, cancel).ConfigureAwait(false);
        }
        catch (TimeoutException)
        {
            return InvokeBody.ExtensionMessage(TeamsTexts.Get("SearchSlow", language));
        }
    }

    private async Task<InvokeAnswer> FindAsync(InvokeRequest request, SearchRequest wanted, AnswerLanguage client, CancellationToken cancel)
    {
        // Off the request's own thread: a search that hangs must not keep the sentence back.
        await Task.CompletedTask.ConfigureAwait(ConfigureAwaitOptions.ForceYielding);
        var chosen = (await preferences.ReadAsync(request.Message.From.Key, cancel).ConfigureAwait(false)).Language;
        var results = wanted.IsFirstRun
            ? await finder.MostUsedAsync(wanted, chosen ?? client, cancel).ConfigureAwait(false)
            : finder.Find(wanted, chosen);
        return results.Count == 0 && wanted.Skip == 0
            ? InvokeBody.ExtensionMessage(TeamsTexts.Get("SearchNothing", chosen ?? client))
            : InvokeBody.Results(results);
    }
}
