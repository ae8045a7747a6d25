using System.Globalization;
using CoachBot.Core.Commands.Search;
using CoachBot.Core.Language;
using CoachBot.Core.Search.Keyword;

namespace CoachBot.Core.Turns.Buttons;

/// <summary>Another page of the trainers' search, in the place of the one whose button was pressed.</summary>
public sealed class SearchButton(IKeywordSearch search) : IButton
{
    /// <inheritdoc />
    public string Verb => CardVerbs.Search;

    /// <inheritdoc />
    public Task<IReadOnlyList<OutgoingReply>> PressAsync(Turn turn, CardAction action, CancellationToken cancel)
    {
        var language = AnswerLanguageCodes.Of(action[CardData.Language]) ?? turn.Language;
        var query = action[CardData.Text] ?? "";
        var page = int.TryParse(action[CardData.Page], NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : 1;
        var results = search.Search(KeywordQueryParser.Parse(query, page, SearchCommand.PageSize, turn.Preferences.Language));
        return Task.FromResult<IReadOnlyList<OutgoingReply>>([new OutgoingReply(new Reply.Found(query, results, language), ReplyPlacement.Replace)]);
    }
}
