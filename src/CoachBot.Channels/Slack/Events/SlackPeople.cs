using System.Collections.Concurrent;
using CoachBot.Channels.Slack.Api;
using CoachBot.Channels.Slack.Wire;

namespace CoachBot.Channels.Slack.Events;

/// <summary>What little is asked about people: the language their Slack is set to. Nothing of it is stored.</summary>
internal sealed class SlackPeople(ISlackApi api, TimeProvider time)
{
    private const int MostRemembered = 20_000;
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan Memory = TimeSpan.FromHours(12);
    private readonly ConcurrentDictionary<(string Tenant, string User), (string? Locale, DateTimeOffset Until)> _remembered = new();

    /// <summary>The language as a BCP-47 tag; null when Slack does not say within a second.</summary>
    public async Task<string?> LocaleAsync(SlackWorkspace workspace, string userId, CancellationToken cancel)
    {
        var key = (workspace.Tenant, userId);
        if (_remembered.TryGetValue(key, out var found) && time.GetUtcNow() < found.Until)
        {
            return found.Locale;
        }

        using var patience = new CancellationTokenSource(Patience, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(cancel, patience.Token);
        try
        {
            var outcome = await api.CallAsync(workspace, SlackMethods.UserInfo, [new("user", userId), new("include_locale", "true")], either.Token);
            var locale = outcome is SlackOutcome.Ok { Body: var body } ? body.Object("user")?.Text("locale") : null;
            if (_remembered.Count >= MostRemembered)
            {
                _remembered.Clear();
            }

            _remembered[key] = (locale, time.GetUtcNow() + Memory);
            return locale;
        }
        catch (OperationCanceledException) when (!cancel.IsCancellationRequested)
        {
            return null;
        }
    }
}
