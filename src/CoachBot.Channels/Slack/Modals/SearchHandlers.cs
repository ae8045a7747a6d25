using System.Globalization;
using System.Text.Json.Nodes;
using CoachBot.Channels.Slack.Api;
using CoachBot.Channels.Slack.Blocks;
using CoachBot.Channels.Slack.Interactivity;
using CoachBot.Channels.Slack.Resources;
using CoachBot.Channels.Slack.Wire;

namespace CoachBot.Channels.Slack.Modals;

/// <summary>The search is sent off: its results stand in the same window.</summary>
internal sealed class SearchSubmission(SearchDesk desk) : IInteractionHandler
{
    /// <inheritdoc />
    public string Type => "view_submission";

    /// <inheritdoc />
    public string Name => SearchWindow.CallbackId;

    /// <inheritdoc />
    public Task<SlackAnswer> AnswerAsync(Interaction interaction, SlackWorkspace workspace, CancellationToken cancel) => Task.FromResult(Answer(interaction));

    private SlackAnswer Answer(Interaction interaction)
    {
        var before = SearchState.Read(interaction.View?.PrivateMetadata);
        if (interaction.View is not { } view)
        {
            return SlackAnswer.Empty;
        }

        return view[SearchWindow.TextBlock, SearchWindow.TextAction] is { Length: > SearchState.MostCharacters }
            ? SlackAnswer.Errors(new Dictionary<string, string>
            {
                [SearchWindow.TextBlock] = SlackTexts.Get("SearchTooLong", before.Language, SearchState.MostCharacters),
            })
            : SlackAnswer.Update(desk.View(before.With(view, null)));
    }
}

/// <summary>A menu, the enter key or a page's button is used: the window is written anew.</summary>
internal sealed class SearchActions(SearchDesk desk, ISlackApi api) : IInteractionHandler
{
    private const int MostPages = 1000;

    /// <inheritdoc />
    public string Type => "block_actions";

    /// <inheritdoc />
    public string Name => SearchWindow.ActionName;

    /// <inheritdoc />
    public Task<SlackAnswer> AnswerAsync(Interaction interaction, SlackWorkspace workspace, CancellationToken cancel)
    {
        if (interaction.View is not { CallbackId: SearchWindow.CallbackId } view)
        {
            return Task.FromResult(SlackAnswer.Empty);
        }

        // Whoever writes last wins: with the hash a quick second press would be lost.
        var state = StateOf(view, interaction.Actions[0]);
        return Task.FromResult(SlackAnswer.Then(later => api.UpdateViewAsync(workspace, view.Id, null, desk.View(state), later)));
    }

    private static SearchState StateOf(SlackView view, UsedElement used)
    {
        var before = SearchState.Read(view.PrivateMetadata);
        return !used.ActionId.StartsWith(SearchWindow.PageAction, StringComparison.Ordinal) ? before.With(view, used)
            : int.TryParse(used.Value, NumberStyles.None, CultureInfo.InvariantCulture, out var page) ? before with { Page = Math.Clamp(page, 1, MostPages) }
            : before;
    }
}

/// <summary>The tags' menu asks what to offer.</summary>
internal sealed class SearchTags(SearchDesk desk) : IInteractionHandler
{
    /// <inheritdoc />
    public string Type => "block_suggestion";

    /// <inheritdoc />
    public string Name => SearchWindow.ActionName;

    /// <inheritdoc />
    public Task<SlackAnswer> AnswerAsync(Interaction interaction, SlackWorkspace workspace, CancellationToken cancel)
    {
        var typed = interaction.Typed?.Value ?? "";
        var language = SearchState.Read(interaction.View?.PrivateMetadata).Language;
        var options = desk.Tags(typed, BlockLimits.Options - 1).Select(tag => Inputs.Option(tag, tag));
        var all = typed.Length == 0
            ? new[] { Inputs.Option($"{SlackTexts.Get("Filter.tag", language)}: {SlackTexts.Get("All", language)}", SearchState.All) }
            : [];
        return Task.FromResult(SlackAnswer.Options(new JsonArray([.. all, .. options])));
    }
}
