using System.Text.Json.Nodes;
using CoachBot.Core.Coaching;
using CoachBot.Core.Search.Keyword;

namespace CoachBot.Channels.Slack.Modals;

/// <summary>Searches for the window.</summary>
internal sealed class SearchDesk(IKeywordSearch search, Coach coach)
{
    private const int PageSize = 8;

    /// <summary>The window with what was found; without results while nothing is asked for.</summary>
    public JsonObject View(SearchState state) => state.Query.Length == 0
        ? SearchWindow.View(state, null, coach.Pack)
        : SearchWindow.View(state, Find(state), coach.Pack);

    /// <summary>The tags that begin with, or else hold, what was typed; most used first.</summary>
    public IEnumerable<string> Tags(string typed, int most)
    {
        var wanted = typed.Trim();
        return coach.Pack.Cases
            .Where(one => one.Published)
            .SelectMany(one => one.Tags)
            .Where(tag => tag.Contains(wanted, StringComparison.OrdinalIgnoreCase))
            .GroupBy(tag => tag, StringComparer.Ordinal)
            .OrderBy(group => !group.Key.StartsWith(wanted, StringComparison.OrdinalIgnoreCase))
            .ThenByDescending(group => group.Count())
            .ThenBy(group => group.Key, StringComparer.Ordinal)
            .Select(group => group.Key)
            .Take(most);
    }

    private KeywordResults Find(SearchState state) => search.Search(KeywordQueryParser.Parse(state.Query, state.Page, PageSize, state.Language));
}
